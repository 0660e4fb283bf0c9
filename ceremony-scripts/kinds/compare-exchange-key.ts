// The exchange key is the one read aloud, and is attested, or two officers accept it.
import * as z from "zod/mini";
import { deciders } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const compareExchangeKey = kind({
  place: "offline",
  writes: ["exchange-key-judged", "exchange-key-compared", "exchange-key-accepted"],
  owes: ["exchange-key-judged", "exchange-key-compared", "exchange-key-accepted"],
  hears: "exchange-key",
  requires: ["exchange-key transfer", "in transfer", "exchange-key-heard", "at-hand note"],
  ensures: ["exchange-key-compared"],
  input: z.strictObject({
    /** The officers who accept a key that is not attested; omitted if it is. */
    decidedBy: z.optional(deciders),
  }),
});
