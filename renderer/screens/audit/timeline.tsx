// Closed ceremonies year by year, in the order of their dates.
import { list, sentence } from "../../../electron/text/text.ts";
import type { TimelineRow } from "../../../electron/bridge/audit-views.ts";
import { Button } from "../../parts/button.tsx";
import { closedLine, rowLine, scriptTitle } from "../../text/audit.ts";
import { say } from "../../text/say.ts";
import styles from "./timeline.module.css";

interface TimelineProps {
  readonly rows: readonly TimelineRow[];
  /** The head of the record whose verdict is shown, or "". */
  readonly shown: string;
  readonly isBusy: boolean;
  readonly onVerify: (head: string) => void;
}

export function Timeline({ rows, shown, isBusy, onVerify }: TimelineProps) {
  const years = [...new Set(rows.map(yearOf))];
  return (
    <section className={styles["timeline"]}>
      <h2>{say("audit.timeline")}</h2>
      {rows.length === 0 ? <p className={styles["none"]}>{say("audit.none")}</p> : null}
      {years.map((year) => (
        <section key={year} className={styles["year"]} aria-label={year}>
          <p aria-hidden="true">{year}</p>
          <ol>
            {rows
              .filter((row) => yearOf(row) === year)
              .map((row) => (
                <Record
                  key={row.head}
                  row={row}
                  isBusy={isBusy}
                  isShown={row.head === shown}
                  isFirst={row === rows[0]}
                  onVerify={onVerify}
                />
              ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

const yearOf = ({ closedAt }: TimelineRow): string => closedAt.slice(0, 4);

interface RecordProps extends Pick<TimelineProps, "isBusy" | "onVerify"> {
  readonly row: TimelineRow;
  readonly isShown: boolean;
  readonly isFirst: boolean;
}

function Record({ row, isBusy, isShown, isFirst, onVerify }: RecordProps) {
  const [title, closed] = [scriptTitle(row.script), closedLine(row)];
  return (
    <li aria-current={isShown} data-shown={isShown}>
      <div>
        <h3>{title}</h3>
        <p>{closed}</p>
        <p>{rowLine(row)}</p>
      </div>
      <Button
        kind="second"
        small
        isBusy={isBusy}
        autoFocus={isFirst}
        label={say("frame.labelled", {
          label: sentence("audit.verify"),
          text: list([title, closed]),
        })}
        onPress={() => onVerify(row.head)}>
        {say("audit.verify")}
      </Button>
    </li>
  );
}
