// What every step's screen is made of: Say, Do, Record, and what is pressed.
import type { ReactNode } from "react";
import { Say } from "../../parts/say.tsx";
import { Section } from "../../parts/section.tsx";
import type { StepProps } from "../../steps/step-row.ts";
import { STEP } from "../../text/step-frame.ts";
import styles from "./step.module.css";

interface StepFrameProps extends StepProps {
  /** What is said aloud in place of the script's words; null where nothing is. */
  readonly say?: string | null;
  /** The name of the part in the middle. */
  readonly label?: string;
  readonly children: ReactNode;
  /** The button, or that there is none. */
  readonly press: ReactNode;
}

/** The frame, with what is done in the middle. */
export function StepFrame(props: StepFrameProps) {
  const { step, say = step.say, label = STEP.do, children, press } = props;
  return (
    <>
      {say === null ? null : (
        <Section label={STEP.say}>
          <Say text={say} />
        </Section>
      )}
      <Section label={label} now grow>
        {children}
      </Section>
      <RecordPart step={step} />
      {press}
    </>
  );
}

/** What happens when the button is pressed. */
export const Lead = ({ step: { words } }: StepProps) => (
  <p className={styles["lead"]}>{words.happens}</p>
);

/** What the record will hold of this step, and what it never holds. */
export function RecordPart({
  step: {
    words: { recorded, never },
  },
}: StepProps) {
  return (
    <Section label={STEP.record}>
      <dl className={styles["facts"]}>
        <dt>{STEP.recorded}</dt>
        <dd>{recorded}</dd>
        <dt>{STEP.never}</dt>
        <dd>{never}</dd>
      </dl>
    </Section>
  );
}
