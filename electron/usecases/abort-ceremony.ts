// The abort: the record says why, who decided it, and what must be done with each object.
import { mayAbort, remainsOf, type CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { currentView, record, refuse, stateOf } from "./turn.ts";

export interface AbortRequest {
  readonly reason: string;
  readonly decidedBy: readonly string[];
}

/**
 * Nothing runs any longer when this is called: what was done so far remains. The record is closed
 * afterwards, by signatures or on paper.
 * @throws Fault E-STATE*, E-ABORT-FORM
 */
export function abortCeremony(deps: Deps, { reason, decidedBy }: AbortRequest): CeremonyView {
  const state = stateOf(deps);
  refuse(mayAbort(state, reason, decidedBy));
  const remains = remainsOf(state, deps.script);
  record(deps, { type: "aborted", by: "administrator", data: { reason, decidedBy, remains } });
  return currentView(deps);
}
