// The parts of every step's screen: Say, Do, Record, and the button.
import type { ReactNode } from "react";
import { list, type Value } from "../../electron/text/text.ts";
import { Say } from "../parts/say.tsx";
import { Section } from "../parts/section.tsx";
import type { StepProps } from "./step-row.ts";
import { say } from "../text/say.ts";
import styles from "./step.module.css";

interface StepFrameProps extends StepProps {
  /** Said aloud in place of the script's words, a sentence on each line; null for nothing. */
  readonly say?: Value | null;
  /** The name of the part in the middle. */
  readonly label?: string;
  readonly children: ReactNode;
  /** The button, or the reason there is none. */
  readonly press: ReactNode;
}

/** The frame around what is done. */
export function StepFrame(props: StepFrameProps) {
  const { step, label = say("step-frame.step.do"), children, press } = props;
  const { say: aloud = list(step.say, "\n") } = props;
  return (
    <>
      {aloud === null ? null : (
        <Section label={say("step-frame.step.say")}>
          <Say text={aloud} />
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

/** What the record will contain of this step, and what it never contains. */
export function RecordPart({
  step: {
    words: { recorded, never },
  },
}: StepProps) {
  return (
    <Section label={say("step-frame.step.record")}>
      <dl className={styles["facts"]}>
        <dt>{say("step-frame.step.recorded")}</dt>
        <dd>{recorded}</dd>
        <dt>{say("step-frame.step.never")}</dt>
        <dd>{never}</dd>
      </dl>
    </Section>
  );
}
