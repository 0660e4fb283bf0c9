// What is wrong with an officer's key: one of a few, a sentence, and who says so.
import { TextForm } from "../screens/step/text-form.tsx";
import { TROUBLE } from "../text/custody-check.ts";
import type { StepProps } from "./step-row.ts";

export function ReportTroubleForm({ step }: StepProps) {
  return (
    <TextForm
      step={step}
      decided
      missing={TROUBLE.missing}
      choice={{ name: "trouble", label: TROUBLE.label, options: TROUBLE.options }}
      fields={[{ name: "happened", label: TROUBLE.happened, lines: 2, max: 400 }]}
    />
  );
}
