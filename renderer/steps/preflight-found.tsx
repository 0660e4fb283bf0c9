// The results after a step that asked the HSM around the activation, and the query that finds the
// call in Azure's log.
import type { StepProps } from "./step-row.ts";
import { said, say } from "../text/say.ts";
import shared from "./step.module.css";
import { Points } from "./preflight-points.tsx";
import styles from "./preflight-points.module.css";

/** The results before the activation. */
export function FoundBefore({
  step: {
    view: { preflight },
  },
}: StepProps) {
  return preflight === null ? null : (
    <div className={styles["after"]}>
      <h3 className={shared["heading"]}>{say("preflight.title")}</h3>
      <Points points={preflight} />
    </div>
  );
}

/** The results after it. */
export function FoundAfter({
  step: {
    view: { aftercheck },
  },
}: StepProps) {
  if (aftercheck === null) return null;
  const { points, notes, query } = aftercheck;
  return (
    <div className={styles["after"]}>
      <h3 className={shared["heading"]}>{say("preflight.after")}</h3>
      <Points points={points.map((point) => ({ ...point, accepted: false }))} />
      {notes.map((note) => (
        <p key={said(note)} className={styles["note"]}>
          {said(note)}
        </p>
      ))}
      <p className={styles["after"]}>
        <b>{say("preflight.log")}</b>. {say("preflight.logLine")}
      </p>
      <p className={styles["query"]} lang="en">
        {query}
      </p>
    </div>
  );
}
