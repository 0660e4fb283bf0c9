// Every key is found again.
import type { StepRow } from "./step-row.ts";

export const compareKeys: StepRow = {
  short: "Find every key",
  long: "Find every key again",
  words: {
    verb: "Find the keys",
    detail: "every one, in the same version",
    happens:
      "Each expected key must be there, in the same version, with the same public half. "
      + "Whoever signed in gets the role Crypto Auditor for this list alone: an administrator sees "
      + "no keys.",
    button: "Look for every key",
    recorded:
      "who listed the keys, by which role, and when it was removed; every key, every "
      + "role assignment, and what is missing",
    never: "private halves: they never leave the HSM",
    power: "ask again. A role that may still be assigned is removed then.",
  },
};
