// The record goes to the other station; this one may no longer append to it.
import { kind } from "../kind.ts";

export const handOver = kind({
  place: "any",
  carries: "out",
  parameters: ["to"],
  requires: ["in transfer"],
  ensures: ["goes transfer"],
  title: "Carry the record to the {to} station",
  activity: "Hand the record over to the {to} station, with the transfer medium.",
  expected: "Head of the record, first ten words: ____.",
});
