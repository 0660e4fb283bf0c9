// What is wrong with an officer's key: a choice, a sentence, and who says so.
import { TextForm } from "./text-form.tsx";
import { say } from "../text/say.ts";
import type { StepProps } from "./step-row.ts";

const TROUBLES = ["lost", "damaged", "forgotten", "left", "seal-broken"] as const;

export function ReportTroubleForm({ step }: StepProps) {
  return (
    <TextForm
      step={step}
      decided
      missing={say("custody-check.trouble.missing")}
      choice={{
        name: "trouble",
        label: say("custody-check.trouble.label"),
        options: TROUBLES.map((value) => ({
          value,
          label: say(`custody-check.trouble.options.${value}`),
        })),
      }}
      fields={[
        { name: "happened", label: say("custody-check.trouble.happened"), lines: 2, max: 400 },
      ]}
    />
  );
}
