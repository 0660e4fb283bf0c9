// The record is taken from the transfer medium, whole and verified.
import { kind } from "../kind.ts";

export const takeOver = kind({
  place: "any",
  carries: "in",
  requires: ["in transfer"],
  title: "Take the record over at the {station} station",
  activity: "Take over the record from the transfer medium, complete and verified.",
  expected: "Head of the record, as at the hand-over: ____.",
});
