// Objects without a record: people say where they come from, then the app looks at the media.
import { TextForm } from "../screens/step/text-form.tsx";
import type { StepProps } from "./step-row.ts";

export function FindDomainForm({ step }: StepProps) {
  return (
    <TextForm
      step={step}
      missing="Say where they come from"
      fields={[
        {
          name: "origin",
          label: "Where do domain and keys come from, and why is there no record?",
          lines: 2,
          max: 400,
        },
      ]}
    />
  );
}
