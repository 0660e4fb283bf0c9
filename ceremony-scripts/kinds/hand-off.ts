// Objects go to another custodian or place, as both sides confirm.
import * as z from "zod/mini";
import { deciders, text } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const handOff = kind({
  place: "offline",
  writes: ["deviation-accepted", "hand-off-acknowledged", "object-handed-off"],
  owes: ["hand-off-acknowledged", "object-handed-off"],
  changes: true,
  atOnce: true,
  requires: ["objects-checked", "at-hand receipt"],
  ensures: ["handed-off"],
  input: z.strictObject({
    handOffs: z
      .array(z.strictObject({ object: text(60), to: text(60), place: text(60) }))
      .check(z.maxLength(40)),
    /** Names of those who said aloud that they hand off, or receive. */
    said: z.array(text(60)).check(z.maxLength(40)),
    decidedBy: deciders,
    /** Why two people accept that one holder alone is too many. */
    reason: z.exactOptional(text(200)),
  }),
});
