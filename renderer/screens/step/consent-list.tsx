// What all sign at the end of an act or of the record: the very values of the entry that is signed.
import { CONSENT, consentLines } from "../../text/consent.ts";
import styles from "./consent-list.module.css";
import type { Scene } from "./scene.ts";
import shared from "./step.module.css";

/** The list, where this step is signed. */
export function ConsentList({ scene }: { readonly scene: Scene }) {
  const consent = scene.room.ceremony?.consent ?? null;
  if (consent === null) return null;
  return (
    <div className={`${shared["group"]} ${styles["consent"]}`}>
      <h3 className={shared["heading"]}>{CONSENT.title}</h3>
      <p>{scene.stop.kind === "sign-act" ? CONSENT.actNote : CONSENT.note}</p>
      <dl className={shared["facts"]}>
        {consentLines(consent).flatMap(({ label, value, isDigest }) => [
          <dt key={`${label} ${value}`}>{label}</dt>,
          <dd key={`${label} ${value} value`}>{isDigest ? <code>{value}</code> : value}</dd>,
        ])}
      </dl>
    </div>
  );
}
