// Finds the security domain and its keys on the media, without an earlier record.
import * as z from "zod/mini";
import { text } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const findDomain = kind({
  place: "offline",
  writes: ["domain-found"],
  owes: ["domain-found"],
  secret: true,
  atOnce: true,
  requires: [
    "domain transfer",
    "in transfer",
    "in domain-copy",
    "keys officer-{officer}",
    "in officer-{officer}",
  ],
  ensures: ["domain-found", "domain-matched"],
  input: z.strictObject({
    /** Where the domain and its keys come from. */
    origin: text(400),
  }),
});
