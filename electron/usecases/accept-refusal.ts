// In a recovery two people overrule a refusal that is not about cryptography; the record says who.
import { ACCEPTABLE } from "../../crypto/index.ts";
import {
  fault as ceremonyFault,
  fold,
  checkDecision,
  type CeremonyView,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { currentView, journalOf, record, refuse } from "./turn.ts";

export interface AcceptRefusalRequest {
  /** The code of the refusal, one of `ACCEPTABLE`. */
  readonly code: string;
  /** The roles of the people who decided it, two or more. */
  readonly decidedBy: readonly string[];
}

/**
 * From here on this code refuses nothing in this ceremony where the readers let it be overruled.
 * The step that was refused is done again by whoever does it.
 * @throws Fault E-STATE, E-STATE-STATION, E-STATE-CLOSED, E-ACCEPT-NEVER, E-ACCEPT-DECISION
 */
export function acceptRefusal(deps: Deps, request: AcceptRefusalRequest): CeremonyView {
  const state = fold(journalOf(deps).entries);
  if (state.closed) throw ceremonyFault("E-STATE-CLOSED");
  if (state.closing !== null) throw ceremonyFault("E-STATE");
  if (state.station !== deps.station) throw ceremonyFault("E-STATE-STATION");
  const { continues, finds } = deps.script;
  if (!(continues || finds) || !ACCEPTABLE.includes(request.code))
    throw fault("E-ACCEPT-NEVER", { codes: ACCEPTABLE.join(", ") });
  refuse(checkDecision(state, request.decidedBy));
  const { code, decidedBy } = request;
  record(deps, { type: "refusal-accepted", by: "administrator", data: { code, decidedBy } });
  return currentView(deps);
}
