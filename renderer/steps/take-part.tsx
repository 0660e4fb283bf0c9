// An officer's part of the attestation: its file, and the words on its paper where there is one.
import { TextForm } from "../screens/step/text-form.tsx";
import { PART } from "../text/custody-check.ts";
import type { StepProps } from "./step-row.ts";

export function TakePartForm({ step }: StepProps) {
  return (
    <TextForm
      step={step}
      {...(step.view.partHere ? { button: PART.takeOver } : {})}
      fields={[
        {
          name: "heard",
          label: PART.heard,
          hint: PART.heardHint,
          lines: 2,
          max: 400,
          optional: true,
        },
      ]}>
      <p>{step.view.partHere ? PART.here : PART.elsewhere}</p>
    </TextForm>
  );
}
