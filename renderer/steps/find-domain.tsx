// Objects without a record: people say where they come from, then the app looks at the media.
import { TextForm } from "../screens/step/text-form.tsx";
import type { StepRow } from "./step-row.ts";

export const findDomain: StepRow = {
  short: "Domain and keys found",
  long: "Find the domain and its keys",
  Form: ({ step }) => (
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
  ),
  words: {
    verb: "Insert all media",
    detail: "and say where they come from",
    happens:
      "The app looks for the security domain on its two media, and on each officer’s "
      + "medium for the key that it names. If the domain is on one medium only, it is copied to "
      + "the other.",
    button: "Look for domain and keys",
    recorded: "the domain’s SHA-256, the keys it names, its origin, what could not be verified",
    never: "private keys: only certificates are read",
    power: "run this step again. Nothing on the media was changed except the copy.",
  },
};
