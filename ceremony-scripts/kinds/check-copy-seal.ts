// The seal of one copy of the security domain is the one of the last record.
import { seals } from "../input.ts";
import { kind } from "../kind.ts";

export const checkCopySeal = kind({
  place: "offline",
  writes: ["seals-checked", "bags-opened"],
  owes: ["seals-checked", "bags-opened"],
  readsSeals: "copy",
  compares: true,
  atOnce: true,
  parameters: ["copy"],
  requires: ["at-hand {copy}", "sealed {copy}"],
  ensures: ["copy-seal-checked {copy}"],
  recordsOpening: "{copy}",
  input: seals,
  title: ({ copy }) =>
    copy === "transfer"
      ? "Compare the seal of the transfer medium"
      : "Compare the seal of the domain copy",
  activity: "Compare the seal of the {copy} medium with the last record, and open its bag.",
  expected: "Number as in the table of materials; seal intact. Place ____, custodian ____.",
});
