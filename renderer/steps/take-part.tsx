// An officer's part of the attestation: its file, and the words on its paper where there is one.
import { TextForm } from "../screens/step/text-form.tsx";
import { PART } from "../text/custody-check.ts";
import type { PartHere } from "../../electron/bridge/view.ts";
import type { StepProps } from "./step-row.ts";

export function TakePartForm({ step }: StepProps) {
  const { partHere } = step.view;
  return (
    <TextForm
      step={step}
      {...(partHere === "no" ? {} : { button: PART.takeOver })}
      {...(partHere === "on-paper" ? { missing: PART.missing } : {})}
      {...(partHere === "signed" ? { also: { heard: "" } } : {})}
      fields={partHere === "signed" ? [] : [wordsField(partHere)]}>
      <p>{PART.where[partHere]}</p>
    </TextForm>
  );
}

/** The words on the paper of a part: asked for where it was signed on paper, or may have been. */
const wordsField = (partHere: PartHere) => ({
  name: "heard",
  label: partHere === "on-paper" ? PART.heardHere : PART.heard,
  hint: partHere === "on-paper" ? PART.heardHereHint : PART.heardHint,
  lines: 3,
  max: 400,
  optional: partHere === "no",
});
