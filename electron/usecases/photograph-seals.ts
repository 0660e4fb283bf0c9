// Photographs of seals that people brought: the record gets what identifies each.
import { mayPhotograph, type CeremonyView, type Photographed } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { currentView, record, refuse, stateOf } from "./turn.ts";

/**
 * Records them, outside of a closing and before an abort; not in a step of their own.
 * @throws Fault E-STATE*, E-PHOTO-FORM
 */
export function photographSeals(deps: Deps, photographs: readonly Photographed[]): CeremonyView {
  refuse(mayPhotograph(stateOf(deps), photographs));
  const data = { photographs: photographs.map((one) => ({ ...one })) };
  record(deps, { type: "seals-photographed", by: "administrator", data });
  return currentView(deps);
}
