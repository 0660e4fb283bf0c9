// The record is handed over to the other station.
import shared from "../screens/step/step.module.css";
import { CONFIRM } from "../text/running.ts";
import type { StepRow } from "./step-row.ts";

export const handOver: StepRow = {
  short: "To {to} station",
  long: "Carry the record to the {to} station",
  Confirm: () => <p className={shared["warning"]}>{CONFIRM.close}</p>,
  words: {
    verb: "Hand over",
    detail: "then this station only waits",
    happens:
      "The transfer medium is searched for secrets. "
      + "Then the whole record is written to it and read back.",
    button: "Hand the record over",
    recorded: "that this station handed over, to which station, and when",
    never: "any copy of a key",
    power: "run this step again: only the copy on the medium is written again.",
  },
};
