// The words of the record's head at the hand-over: written down at one station, compared at the other.
import { HeadWords } from "../parts/head-words.tsx";
import { PressForm } from "./press-form.tsx";
import { say } from "../text/say.ts";
import shared from "./step.module.css";
import type { StepProps } from "./step-row.ts";

/** Also shown to the person who confirms a hand-over. */
export const HandedOver = () => <p className={shared["warning"]}>{say("running.confirm.close")}</p>;

/**
 * One computer plays both stations in a rehearsal: before it changes, it shows what is written
 * down. In earnest the station that handed over shows it.
 */
export const TakeOverForm = ({ step }: StepProps) =>
  step.view.mode === "REHEARSAL" ? (
    <PressForm step={step}>
      <Words step={step} line={say("running.confirm.write")} />
    </PressForm>
  ) : (
    <PressForm step={step} />
  );

/** What the person who confirms a take-over compares. */
export const TakenOver = ({ step }: StepProps) => (
  <Words step={step} line={say("running.confirm.arrived")} />
);

function Words({ step, line }: StepProps & { readonly line: string }) {
  const words = step.view.ceremony?.handedOverWords ?? null;
  if (words === null) return null;
  return (
    <div className={shared["compared"]}>
      <p className={shared["lead"]}>{line}</p>
      <HeadWords words={words} large />
    </div>
  );
}
