// People, roles, HSM, quorum, clock and network become the record's first entry.
import * as z from "zod/mini";
import { deviations, role, seat, text } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const open = kind({
  place: "any",
  writes: ["deviation-accepted", "image-heard", "differences-acknowledged"],
  opens: true,
  atOnce: true,
  input: z.strictObject({
    hsm: text(24),
    bits: z.union([z.literal(2048), z.literal(3072), z.literal(4096)]),
    people: z.array(z.strictObject({ role, name: text(60) })).check(z.maxLength(12)),
    /** Seats of the officers whose keys are replaced, if the script asks. */
    renewed: z.optional(z.array(seat).check(z.maxLength(10))),
    /** What two people accept of the numbers of officers, if keys are made. */
    deviations: z.optional(deviations),
  }),
});
