// The upload that can be sent once: its content and target are read aloud, and two people decide.
import { DecideForm } from "./decide-form.tsx";
import { Lead } from "./step-frame.tsx";
import { say } from "../text/say.ts";
import type { StepProps } from "./step-row.ts";

export function UploadBlobForm({ step }: StepProps) {
  const { ceremony } = step.view;
  const made = ceremony?.ledger.findLast(({ type }) => type === "blob-made");
  const size = made?.type === "blob-made" ? made.facts.size : 0;
  return (
    <DecideForm
      step={step}
      lead={<Lead step={step} />}
      rows={[
        [say("step-frame.step.toHsm"), ceremony?.hsm ?? ""],
        [say("step-frame.step.sent"), say("step-frame.step.blob", { size })],
        [say("step-frame.step.often"), say("step-frame.step.once")],
      ]}
    />
  );
}
