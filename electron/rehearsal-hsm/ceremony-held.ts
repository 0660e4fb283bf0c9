// An HSM after its ceremony, for rehearsals of something else: nobody has the domain's keys.
import { makeDomain } from "./domain.ts";
import type { Machine } from "./machine.ts";

/** As after an activation. */
export function activated(machine: Machine): void {
  const { state, random } = machine;
  machine.commit({ ...state, activated: true, domain: state.domain ?? makeDomain(random) });
}

/** As after a recovery with the domain of another HSM. */
export function recovered(machine: Machine, from: Machine): void {
  machine.commit({ ...machine.state, activated: true, domain: from.state.domain });
}
