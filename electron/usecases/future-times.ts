// Times that an entry mentions beside its own: none may be in the future by the writer's clock. A
// clock may have been set back since, and the record would be refused.
import { CLOCKS_DIFFER_MS } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { noteJump, stateOf } from "./turn.ts";

/** Whether a time (RFC 3339, or "") is later than clocks may differ. */
export const isAhead = (time: string, now: Date): boolean =>
  time !== "" && Date.parse(time) - now.getTime() > CLOCKS_DIFFER_MS;

/**
 * Reports a clock that once showed this time, which is still in the future by this station's clock.
 * An aborted record accepts no such entry.
 * @throws Fault E-LOG-*
 */
export function tellAhead(deps: Deps, time: string): void {
  if (stateOf(deps).aborted === null)
    noteJump(deps, { before: time, after: deps.clock().toISOString() });
}
