// What the audit shows beyond the verdict: differences from the last record, and the custody.
import type { AuditView } from "../../../electron/bridge/audit-views.ts";
import { outdatedLine } from "../../text/audit.ts";
import { healthTitle } from "../../text/custody.ts";
import { acknowledgedLine, differenceLine } from "../../text/evidence.ts";
import { say } from "../../text/say.ts";
import { CustodyTable } from "../custody/custody-table.tsx";
import styles from "./evidence-parts.module.css";

interface PartProps {
  readonly found: AuditView;
}

/** The custody at the end of the record, assessed today. */
export function CustodyToday({ found }: PartProps) {
  const { custody } = found;
  const outdated = outdatedLine(found);
  return (
    <>
      <h3>{say("evidence.custody")}</h3>
      {outdated === "" ? null : <p className={styles["hint"]}>{outdated}</p>}
      {custody === null ? (
        <p>{say("evidence.noCustody")}</p>
      ) : (
        <>
          <p className={styles["health"]}>{healthTitle(custody.health)}</p>
          <CustodyTable objects={custody.objects} />
        </>
      )}
    </>
  );
}

/** Differences from the record that this one continues. */
export function Differences({ found }: PartProps) {
  const { differences, hasEarlier } = found;
  return (
    <>
      <h3>{say("evidence.differences")}</h3>
      {hasEarlier || differences.length > 0 ? null : <p>{say("evidence.noEarlier")}</p>}
      {hasEarlier && differences.length === 0 ? <p>{say("evidence.noDifference")}</p> : null}
      {differences.length === 0 ? null : (
        <ul className={styles["list"]}>
          {differences.map(differenceLine).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className={styles["hint"]}>{acknowledgedLine(found)}</p>
    </>
  );
}
