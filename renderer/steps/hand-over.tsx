// The words of the record's head as it was handed over: written at one station, compared at the other.
import { HeadWords } from "../parts/head-words.tsx";
import { PressForm } from "../screens/step/press-form.tsx";
import { say } from "../text/say.ts";
import shared from "../screens/step/step.module.css";
import type { StepProps } from "./step-row.ts";

/** What whoever confirms a hand-over is told besides. */
export const HandedOver = () => <p className={shared["warning"]}>{say("running.confirm.close")}</p>;

/**
 * A rehearsal's one computer is both stations: before it is the other one, it shows what is written
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

/** What whoever confirms a take-over compares. */
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
