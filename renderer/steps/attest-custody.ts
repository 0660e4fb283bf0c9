// The custody is assessed as a whole.
import type { StepRow } from "./step-row.ts";

export const attestCustody: StepRow = {
  short: "Custody as a whole",
  long: "Assess the custody as a whole",
  words: {
    verb: "Let the app count",
    detail: "then say it aloud",
    happens:
      "The app counts the keys that are here, those in trouble and those that nobody "
      + "has seen. A recovery needs as many healthy keys as the quorum.",
    button: "Assess the custody",
    recorded: "the health of the custody, and each officer by number",
    never: "anything secret: nothing secret is in this room",
    power: "press again. Nothing was changed.",
  },
};
