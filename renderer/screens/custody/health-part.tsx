// Whether a recovery could count on the custody today, why, and what should be changed.
import type { CustodyKnown } from "../../../electron/bridge/view.ts";
import { CUSTODY, dueLine, findingLine, healthReasons, healthTitle } from "../../text/custody.ts";
import { KNOWN } from "../../text/home.ts";
import { day, dayAndTime } from "../../text/times.ts";
import styles from "./custody.module.css";

/** The health, the dates that always stand beside it, and the findings. */
export function HealthPart({ custody }: { readonly custody: CustodyKnown }) {
  const { health, lastDrill, lastBackup, provenAt } = custody;
  const reasons = healthReasons(health);
  const found = custody.findings.map(findingLine);
  return (
    <>
      <h1 className={health.level === "whole" ? "" : styles["alarm"]}>{healthTitle(health)}</h1>
      {reasons.length === 0 ? null : (
        <ul className={styles["lines"]}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <dl className={styles["dates"]}>
        <dt>{KNOWN.attestation}</dt>
        <dd>{dueLine(health.attestation)}</dd>
        <dt>{KNOWN.proven}</dt>
        <dd>{provenAt === null ? KNOWN.never : day(provenAt)}</dd>
        <dt>{KNOWN.drill}</dt>
        <dd>{lastDrill === null ? KNOWN.never : day(lastDrill)}</dd>
        <dt>{KNOWN.backup}</dt>
        <dd>{lastBackup === null ? KNOWN.none : dayAndTime(lastBackup)}</dd>
      </dl>
      <p className={styles["seen"]}>{CUSTODY.terms(health)}</p>
      {found.length === 0 ? (
        <p>{CUSTODY.noFinding}</p>
      ) : (
        <ul className={styles["findings"]}>
          {found.map((finding) => (
            <li key={finding}>
              <span className={styles["finding"]}>{CUSTODY.finding}</span>
              <span>{finding}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
