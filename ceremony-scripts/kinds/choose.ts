// People mark one of several ways, and the ceremony continues there.
import * as z from "zod/mini";
import { text } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const choose = kind({
  place: "any",
  writes: ["chosen"],
  owes: ["chosen"],
  atOnce: true,
  input: z.strictObject({
    /** The id of the step that comes next. */
    goTo: text(64),
  }),
});
