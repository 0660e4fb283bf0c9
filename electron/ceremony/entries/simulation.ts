// Whose seats the simulated crew of a rehearsal has: what they do is not what people did.
import * as z from "zod/mini";
import { fault } from "../faults.ts";
import { entry } from "./entry.ts";
import { role, type Data } from "./forms.ts";
import type { Opening } from "./opening.ts";
import { inText, listed } from "./phrases.ts";

const form = z.strictObject({ roles: z.array(role) });

/** Roles of the simulated crew: those that it has now, and all that it ever had. */
export interface Simulation {
  readonly simulated: readonly string[];
  readonly everSimulated: readonly string[];
}
export const NO_SIMULATION: Simulation = { simulated: [], everSimulated: [] };

const saidOf = ({ roles }: Data<typeof form>): string =>
  roles.length === 0
    ? "From here on nobody is simulated: everyone acts in person."
    : `From here on the simulated crew acts for: ${listed(roles.map(inText))}.`;

export const SIMULATION = {
  /** From the next entry on (at an opening or a take-over: from the one before) to the next such. */
  "seats-simulated": entry({
    form,
    evolve: ({ roles }, { opened, everSimulated }: Simulation & Opening) => {
      if (opened?.mode !== "REHEARSAL") throw fault("E-STATE-RECORD");
      return { simulated: roles, everSimulated: [...new Set([...everSimulated, ...roles])] };
    },
    afterAbort: true,
    minutes: (data) => [saidOf(data)],
    facts: ({ roles }) => ({ roles }),
  }),
};
