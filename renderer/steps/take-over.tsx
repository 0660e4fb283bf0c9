// The record is taken over from the other station.
import shared from "../screens/step/step.module.css";
import { CONFIRM } from "../text/running.ts";
import type { StepRow } from "./step-row.ts";

export const takeOver: StepRow = {
  short: "At {station} station",
  long: "Take the record over at the {station} station",
  Confirm: () => <p className={shared["lead"]}>{CONFIRM.arrived}</p>,
  words: {
    verb: "Insert the medium",
    detail: "the transfer medium",
    happens:
      "The whole record on the medium is verified: every entry, and that it continues "
      + "this station’s own copy.",
    button: "Take the record over",
    recorded: "that this station took over, from which station, and the head of the record",
    never: "a record that does not continue this station’s",
    power: "run this step again. Taking the same record over again changes nothing.",
  },
};
