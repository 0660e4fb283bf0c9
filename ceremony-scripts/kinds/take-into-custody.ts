// Seal, place and custodian of each medium that was found are recorded.
import { custody } from "../language/input.ts";
import { kind } from "../language/kind.ts";

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
});
