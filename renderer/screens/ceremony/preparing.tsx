// A ceremony is being prepared: media and HSM are made ready before its first step.
import type { CeremonyName, WindowView } from "../../../electron/bridge/view.ts";
import { lasted, secondsSince } from "../../text/times.ts";
import { Screen } from "../../parts/screen.tsx";
import { useNow } from "../../stores/now.ts";
import { ceremonyTitle, preparingLine } from "../../text/frame.ts";
import { say } from "../../text/say.ts";
import styles from "./preparing.module.css";

interface PreparingProps {
  readonly view: WindowView;
  readonly name: CeremonyName;
}

/** What is being prepared, and for how long. */
export function Preparing({ view, name }: PreparingProps) {
  const now = useNow();
  const { activity } = view;
  const since = activity.kind === "working" ? activity.since : null;
  return (
    <Screen view={view} title={ceremonyTitle(name)} sub={view.home.proposedHsm}>
      <main className={styles["preparing"]} aria-live="polite">
        <h1>{say("frame.preparing.title")}</h1>
        <p>
          {view.making === null
            ? preparingLine(name, view.mode)
            : say("crew.makingLine", view.making)}
        </p>
        {since === null ? null : (
          <p className={styles["so-far"]}>
            <span>{say("frame.preparing.soFar")}</span> <b>{lasted(secondsSince(since, now))}</b>
          </p>
        )}
        <p>{say("frame.preparing.power")}</p>
      </main>
    </Screen>
  );
}
