// Objects without a record: people say where they come from, then the app reads the media.
import { TextForm } from "./text-form.tsx";
import { say } from "../text/say.ts";
import type { StepProps } from "./step-row.ts";

export function FindDomainForm({ step }: StepProps) {
  return (
    <TextForm
      step={step}
      missing={say("custody-check.origin.missing")}
      fields={[{ name: "origin", label: say("custody-check.origin.label"), lines: 2, max: 400 }]}
    />
  );
}
