// The objects with an officer's old key are destroyed, each with the number of its bag.
import * as z from "zod/mini";
import { accepted, condition, deciders, text } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const destroyOld = kind({
  place: "offline",
  writes: ["objects-destroyed"],
  owes: ["objects-destroyed"],
  about: true,
  changes: true,
  readsSeals: "old",
  atOnce: true,
  requires: ["quorum-proven", "at-hand old-officer-{officer}"],
  ensures: ["old-destroyed officer-{officer}"],
  input: z.strictObject({
    objects: z
      .array(z.strictObject({ object: text(60), found: text(60), condition, how: text(60) }))
      .check(z.maxLength(40)),
    decidedBy: deciders,
    accepted,
  }),
});
