// A sheet beside the sticks: what never to do with them, and the media a ceremony needs.
import type { DrivesView, MediaLabel, StationRoleName } from "../../../electron/bridge/view.ts";
import { Icon } from "../../parts/icon.tsx";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { howOften } from "../../text/drives.ts";
import { mediumName, seatOf } from "../../text/objects.ts";
import { say } from "../../text/say.ts";
import styles from "./never.module.css";

interface NeverProps {
  readonly drives: DrivesView | null;
  readonly role: StationRoleName;
}

/** The darker sheet at the right. */
export function Never({ drives, role }: NeverProps) {
  return (
    <aside className={styles["never"]} aria-label={say("drives.never.title")}>
      <Scroller label={say("drives.never.title")} className={styles["scroll"]}>
        <div>
          <h2 className={styles["title"]}>{say("drives.never.title")}</h2>
          <ul className={styles["lines"]}>
            {([0, 1, 2] as const)
              .map((n) => say(`drives.never.lines.${role}.${n}`))
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ul>
          <h2 className={styles["head"]}>{say(`drives.never.labels.${role}`)}</h2>
          <ul className={styles["labels"]}>
            {drives?.labels.map((label) => (
              <Label key={label} label={label} drives={drives} />
            ))}
          </ul>
        </div>
      </Scroller>
    </aside>
  );
}

interface LabelProps {
  readonly label: MediaLabel;
  readonly drives: DrivesView;
}

function Label({ label, drives: { state, drives } }: LabelProps) {
  const seat = seatOf(label);
  const times = drives.filter(({ medium }) => medium?.label === label).length;
  return (
    <li data-in={times > 0}>
      {seat === null ? <Icon name="document" size="m" /> : <OfficerMark seat={seat} silent />}
      <span>{mediumName(label)}</span>
      {state === "known" ? <span>{howOften(times)}</span> : null}
    </li>
  );
}
