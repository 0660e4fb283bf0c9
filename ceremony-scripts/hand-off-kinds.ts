// The kinds of step in which objects go from one custodian or place to another, sealed.
import { ANYONE, type Kind } from "./kind.ts";

export const HAND_OFF_KINDS = {
  "check-objects": {
    ...ANYONE, place: "offline", ensures: ["objects-checked"],
    activity: "Compare the seal of each object on the table with the last record.",
    expected: "Numbers as in the last record; seals whole. Objects on the table: ____.",
  },
  "hand-off": {
    ...ANYONE, place: "offline", changes: true, requires: ["objects-checked", "at-hand receipt"],
    ensures: ["handed-off"],
    activity: "Hand each object on: who takes it, and where it is kept from now on.",
    expected: "Who hands on and who takes have both said so, and signed the receipt: ____.",
  },
} as const satisfies Readonly<Record<string, Kind>>;
