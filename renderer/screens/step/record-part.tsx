// What the record will hold of this step, and what it never holds.
import { Section } from "../../parts/section.tsx";
import { STEP } from "../../text/step-frame.ts";
import { forSeat, STEPS } from "../../text/steps.ts";
import type { Scene } from "./scene.ts";
import styles from "./step.module.css";

/** The part "Record". */
export function RecordPart({ scene: { stop } }: { readonly scene: Scene }) {
  const { recorded, never } = STEPS[stop.kind];
  return (
    <Section label={STEP.record}>
      <dl className={styles["facts"]}>
        <dt>{STEP.recorded}</dt>
        <dd>{forSeat(recorded, stop.seat)}</dd>
        <dt>{STEP.never}</dt>
        <dd>{forSeat(never, stop.seat)}</dd>
      </dl>
    </Section>
  );
}
