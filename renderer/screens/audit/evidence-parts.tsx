// What the audit shows of a record beyond its verdict: custody, differences, expectations.
import type { AuditView } from "../../../electron/bridge/room.ts";
import { healthTitle } from "../../text/custody.ts";
import {
  complianceSum, differenceLine, EVIDENCE, verdictWord,
} from "../../text/evidence.ts";
import { CustodyTable } from "../custody/custody-table.tsx";
import styles from "./evidence-parts.module.css";

/** The custody as the record leaves it, judged today. */
export function CustodyToday({ custody }: Pick<AuditView, "custody">) {
  if (custody === null) return null;
  return (
    <>
      <h3>{EVIDENCE.custody}</h3>
      <p className={styles["health"]}>{healthTitle(custody.health)}</p>
      <CustodyTable objects={custody.objects} />
    </>
  );
}

/** Where a record goes on from another: what was not as it had been. */
export function Differences({ differences, acknowledged }:
Pick<AuditView, "differences" | "acknowledged">) {
  if (differences.length === 0 && !acknowledged) return null;
  return (
    <>
      <h3>{EVIDENCE.differences}</h3>
      {differences.length === 0 ? <p>{EVIDENCE.noDifference}</p> : (
        <ul className={styles["list"]}>
          {differences.map((one) => <li key={`${one.kind}${one.of}`}>{differenceLine(one)}</li>)}
        </ul>
      )}
      <p className={styles["hint"]}>
        {acknowledged ? EVIDENCE.acknowledged : EVIDENCE.notAcknowledged}
      </p>
    </>
  );
}

/** Expectation by expectation, with entries, and with what is missing. */
export function Expectations({ compliance }: Pick<AuditView, "compliance">) {
  const frameworks = [...new Set(compliance.map(({ framework }) => framework))];
  return (
    <>
      <h3>{EVIDENCE.compliance}</h3>
      <p className={styles["hint"]}>{EVIDENCE.complianceLine}</p>
      <p className={styles["sum"]}>{complianceSum(compliance)}</p>
      {frameworks.map((framework) => (
        <section key={framework} aria-label={framework}>
          <h4 className={styles["framework"]}>{framework}</h4>
          <ul className={styles["list"]}>
            {compliance.filter((row) => row.framework === framework).map((row) => (
              <Expectation key={row.number} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Expectation({ row }: { readonly row: AuditView["compliance"][number] }) {
  const { number, expectation, entries, missing, verdict } = row;
  return (
    <li data-verdict={verdict}>
      <p className={styles["row"]}>
        <b>{number}</b>
        <span>{expectation}</span>
        <b className={styles["verdict"]}>{verdictWord(row)}</b>
      </p>
      {entries.length === 0 ? null : <p>{EVIDENCE.entries(entries)}</p>}
      {missing.map((sentence) => <p key={sentence}><b>{EVIDENCE.missing}:</b> {sentence}</p>)}
    </li>
  );
}
