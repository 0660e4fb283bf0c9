// Two people accept a failed point that may be accepted, and continue.
import { acceptedPoints, type CeremonyView, type PointAccepted } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { currentView, checkTurn, record, stateOf } from "./turn.ts";

export interface AcceptPointsRequest {
  readonly points: readonly PointAccepted[];
  /** The roles of the people who decided it, two or more. */
  readonly decidedBy: readonly string[];
}

/**
 * For the last findings; another finding needs another decision. The step is then repeated.
 * @throws Fault E-STATE*, E-PREFLIGHT-FORM, E-ACCEPT-DECISION
 */
export function acceptPoints(
  deps: Deps,
  { points, decidedBy }: AcceptPointsRequest,
  kind: "read-activation" | "download-domain" = "read-activation",
): CeremonyView {
  const state = stateOf(deps);
  checkTurn(deps, state, kind);
  for (const data of acceptedPoints(state, points, decidedBy))
    record(deps, { type: "point-accepted", by: "administrator", data });
  return currentView(deps);
}
