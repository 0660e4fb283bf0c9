// An officer's part of the attestation: its file, and its paper's words if there is one.
import { TextForm } from "./text-form.tsx";
import type { PartHere } from "../../electron/bridge/view.ts";
import { say } from "../text/say.ts";
import type { StepProps } from "./step-row.ts";

export function TakePartForm({ step }: StepProps) {
  const { partHere } = step.view;
  return (
    <TextForm
      step={step}
      {...(partHere === "no" ? {} : { button: say("custody-check.part.takeOver") })}
      {...(partHere === "on-paper" ? { missing: say("custody-check.part.missing") } : {})}
      {...(partHere === "signed" ? { also: { heard: "" } } : {})}
      fields={partHere === "signed" ? [] : [wordsField(partHere)]}>
      <p>{say(`custody-check.part.where.${partHere}`)}</p>
    </TextForm>
  );
}

/** The words on the part's paper: asked for if it was signed on paper, or may have been. */
const wordsField = (partHere: PartHere) => ({
  name: "heard",
  label:
    partHere === "on-paper" ? say("custody-check.part.heardHere") : say("custody-check.part.heard"),
  hint:
    partHere === "on-paper"
      ? say("custody-check.part.heardHereHint")
      : say("custody-check.part.heardHint"),
  lines: 3,
  max: 400,
  optional: partHere === "no",
});
