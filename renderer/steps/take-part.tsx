// An officer's part of the attestation: its file, and the words on its paper where there is one.
import { TextForm } from "../screens/step/text-form.tsx";
import { PART } from "../text/custody-check.ts";
import type { StepRow } from "./step-row.ts";

export const takePart: StepRow = {
  short: "Part of officer {officer}",
  long: "Take over the part of officer {officer}",
  Form: ({ step }) => (
    <TextForm
      step={step}
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
  ),
  words: {
    verb: "Choose the file",
    detail: "of this officer’s part",
    happens:
      "The whole file is verified: every entry, its signature, and that it continues the "
      + "same record as this one.",
    button: "Choose the file of the part",
    recorded: "the head of the part, how it was closed, what it found",
    never: "the file’s place on this computer",
    power: "choose the file again. Nothing was changed.",
  },
};
