// What is wrong with an officer's key: one of a few, a sentence, and who says so.
import { TextForm } from "../screens/step/text-form.tsx";
import { TROUBLE } from "../text/custody-check.ts";
import type { StepRow } from "./step-row.ts";

export const reportTrouble: StepRow = {
  short: "Trouble, officer {officer}",
  long: "Say what is wrong with the key of officer {officer}",
  Form: ({ step }) => (
    <TextForm
      step={step}
      decided
      missing={TROUBLE.missing}
      choice={{ name: "trouble", label: TROUBLE.label, options: TROUBLE.options }}
      fields={[{ name: "happened", label: TROUBLE.happened, lines: 2, max: 400 }]}
    />
  ),
  words: {
    verb: "Say what is wrong",
    detail: "nobody is blamed for it",
    happens:
      "One sentence, and the two people who confirm it. "
      + "It counts until the officer is replaced.",
    button: "Record it",
    recorded: "what is wrong with which key, and who decided it",
    never: "the passphrase, even if it is remembered",
    power: "write it again. What is recorded stays.",
  },
};
