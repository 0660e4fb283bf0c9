// The closed record of an officer's own part is validated and taken over.
import * as z from "zod/mini";
import { text } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const takePart = kind({
  place: "offline",
  writes: ["part-taken"],
  owes: ["part-taken"],
  about: true,
  compares: true,
  atOnce: true,
  ensures: ["part-taken officer-{officer}"],
  input: z.strictObject({
    /** For a part that was signed on paper: the words of its head as printed there. */
    heard: text(400),
  }),
});
