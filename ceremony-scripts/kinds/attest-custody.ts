// Health, losses and findings of the custody are assessed and recorded; and what cards of the HSM attest of
// its keys, if people brought the answers.
import * as z from "zod/mini";
import { kind } from "../language/kind.ts";

export const attestCustody = kind({
  place: "offline",
  writes: ["keys-attested", "custody-attested"],
  owes: ["custody-attested"],
  compares: true,
  atOnce: true,
  ensures: ["custody-attested"],
  input: z.strictObject({
    /** Answers are chosen in which the HSM attests keys; omitted if nobody brought any. */
    keys: z.optional(z.literal("brought")),
  }),
});
