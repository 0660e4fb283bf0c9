// Which seats the simulated crew of a rehearsal has: what it does is not what people did.
import * as z from "zod/mini";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { role } from "./forms.ts";
import { rolesIn } from "./holes.ts";

const form = z.strictObject({ roles: z.array(role) });

/** Roles of the simulated crew: current ones, and all that it ever had. */
export interface Simulation {
  readonly simulated: readonly string[];
  readonly everSimulated: readonly string[];
}
export const NO_SIMULATION: Simulation = { simulated: [], everSimulated: [] };

export const SIMULATION = {
  /** From the next entry on (opening, take-over: from the one before) to the next such entry. */
  "seats-simulated": entry({
    by: "app",
    form,
    rehearsal: true,
    evolve: ({ roles }, { everSimulated }: Simulation) => ({
      simulated: roles,
      everSimulated: [...new Set([...everSimulated, ...roles])],
    }),
    afterAbort: true,
    minutes: ({ roles }) =>
      roles.length === 0
        ? sentence("entries.nobody-simulated")
        : sentence("entries.seats-simulated", { roles: rolesIn(roles) }),
    facts: ({ roles }) => ({ roles }),
  }),
};
