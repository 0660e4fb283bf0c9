// Two people report that an officer's key is lost, damaged, forgotten or left behind.
import * as z from "zod/mini";
import { deciders, text } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const reportTrouble = kind({
  place: "offline",
  writes: ["trouble-reported"],
  owes: ["trouble-reported"],
  about: true,
  atOnce: true,
  input: z.strictObject({
    trouble: z.enum(["lost", "damaged", "left", "forgotten", "seal-broken"]),
    happened: text(400),
    decidedBy: deciders,
  }),
});
