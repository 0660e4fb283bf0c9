// A recess: every open object goes into a bag, and its number is compared afterwards.
import * as z from "zod/mini";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { role, seal, text, type Seal } from "./forms.ts";
import { bagsIn, roleIn } from "./holes.ts";

/** The numbers of the bags while it lasts, and whether an exception was noted in it. */
export interface Recess {
  readonly recess: { readonly seals: readonly Seal[]; readonly excepted: boolean } | null;
  /** When the last one began: RFC 3339, UTC. */
  readonly recessBeganAt: string;
}
export const NO_RECESS: Recess = { recess: null, recessBeganAt: "" };

/** Early records lack them. */
const seals = z.exactOptional(z.array(seal));

export const RECESS = {
  "recess-began": entry({
    by: "administrator",
    form: z.strictObject({ step: text, seals }),
    evolve: ({ seals: all = [] }, _: object, { at }) => ({
      recess: { seals: all, excepted: false },
      recessBeganAt: at,
    }),
    minutes: ({ seals: all = [] }) => sentence("entries.recess-began", { bags: bagsIn(all) }),
  }),
  "recess-ended": entry({
    by: "witness",
    form: z.strictObject({ step: text, seals, confirmedBy: z.exactOptional(role) }),
    evolve: () => NO_RECESS,
    minutes: ({ seals: all = [], confirmedBy }) =>
      confirmedBy === undefined
        ? sentence("entries.recess-ended-early", { bags: bagsIn(all) })
        : sentence("entries.recess-ended", { bags: bagsIn(all), who: roleIn(confirmedBy) }),
  }),
};
