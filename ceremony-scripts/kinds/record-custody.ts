// Seal, place and custodian of every object are recorded.
import { custody } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const recordCustody = kind({
  place: "offline",
  writes: ["deviation-accepted", "custody-recorded"],
  owes: ["custody-recorded"],
  changes: true,
  takesCustody: true,
  atOnce: true,
  requires: [
    "at-hand officer-{officer}",
    "at-hand officer-{officer}-backup",
    "at-hand envelope-{officer}",
    "at-hand transfer",
    "at-hand domain-copy",
  ],
  ensures: ["custody-recorded"],
  input: custody,
});
