// Seal, place and custodian of each medium that was found are recorded.
import { custody } from "../input.ts";
import { kind } from "../kind.ts";

export const takeIntoCustody = kind({
  place: "offline",
  writes: ["deviation-accepted", "custody-recorded"],
  owes: ["custody-recorded"],
  changes: true,
  takesCustody: true,
  atOnce: true,
  requires: [
    "domain-found",
    "at-hand officer-{officer}",
    "at-hand transfer",
    "at-hand domain-copy",
  ],
  ensures: ["custody-recorded"],
  input: custody,
  title: "Take what was found into custody",
  activity: "Take what was found into custody: seal, place and custodian of each medium.",
  expected: "No seal twice, nobody with two officers' media.",
});
