// Objects without a record: people say where they come from, then the app looks at the media.
import { TextForm } from "../screens/step/text-form.tsx";
import { ORIGIN } from "../text/custody-check.ts";
import type { StepProps } from "./step-row.ts";

export function FindDomainForm({ step }: StepProps) {
  return (
    <TextForm
      step={step}
      missing={ORIGIN.missing}
      fields={[{ name: "origin", label: ORIGIN.label, lines: 2, max: 400 }]}
    />
  );
}
