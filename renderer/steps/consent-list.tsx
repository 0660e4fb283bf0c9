// What everyone signs at the end of an act or of the record: the exact values of the signed entry.
import type { StepProps } from "./step-row.ts";
import { consentLines } from "../text/consent.ts";
import { say } from "../text/say.ts";
import styles from "./step.module.css";

/** The list, if this step is signed. */
export function ConsentList({ step: { view, traits } }: StepProps) {
  const consent = view.ceremony?.consent ?? null;
  if (consent === null) return null;
  return (
    <div className={`${styles["group"]} ${styles["consent"]}`}>
      <h3 className={styles["heading"]}>{say("consent.title")}</h3>
      <p>{traits.signs === "act" ? say("consent.actNote") : say("consent.note")}</p>
      <dl className={styles["facts"]}>
        {consentLines(consent).flatMap(({ label, value, isDigest }) => [
          <dt key={`${label} ${value}`}>{label}</dt>,
          <dd key={`${label} ${value} value`}>{isDigest ? <code>{value}</code> : value}</dd>,
        ])}
      </dl>
    </div>
  );
}
