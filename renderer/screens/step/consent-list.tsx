// What all sign at the end of an act or of the record: the very values of the entry that is signed.
import type { StepProps } from "../../steps/step-row.ts";
import { CONSENT, consentLines } from "../../text/consent.ts";
import styles from "./step.module.css";

/** The list, where this step is signed. */
export function ConsentList({ step: { view, traits } }: StepProps) {
  const consent = view.ceremony?.consent ?? null;
  if (consent === null) return null;
  return (
    <div className={`${styles["group"]} ${styles["consent"]}`}>
      <h3 className={styles["heading"]}>{CONSENT.title}</h3>
      <p>{traits.signs === "act" ? CONSENT.actNote : CONSENT.note}</p>
      <dl className={styles["facts"]}>
        {consentLines(consent).flatMap(({ label, value, isDigest }) => [
          <dt key={`${label} ${value}`}>{label}</dt>,
          <dd key={`${label} ${value} value`}>{isDigest ? <code>{value}</code> : value}</dd>,
        ])}
      </dl>
    </div>
  );
}
