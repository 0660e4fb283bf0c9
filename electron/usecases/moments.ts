// Moments that an entry tells of beside its own time: none is written that is still to come, by the
// clock of whoever writes. A clock may have been set back since, and the record would be refused.
import type { Deps } from "./deps.ts";
import { noteJump, stateOf } from "./turn.ts";

/** Two clocks may differ by so much, and by no more without the record saying so. */
const CLOCKS_DIFFER_MS = 60_000;

/** Whether a moment (RFC 3339, or "") is later than clocks may differ by. */
export const isAhead = (moment: string, now: Date): boolean =>
  moment !== "" && Date.parse(moment) - now.getTime() > CLOCKS_DIFFER_MS;

/**
 * Tells of a clock that once showed this moment, which is still to come by this station's clock. An
 * aborted record takes no such entry.
 * @throws Fault E-LOG-*
 */
export function tellAhead(deps: Deps, moment: string): void {
  if (stateOf(deps).aborted === null)
    noteJump(deps, { before: moment, after: deps.clock().toISOString() });
}
