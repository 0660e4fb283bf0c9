// Takes every object into custody: seal number, place, custodian; judged by Microsoft's and our
// rules.
import { judgeCustody, type CeremonyView, type CustodyObject } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record, refuse } from "./turn.ts";

export interface CustodyRequest {
  readonly objects: readonly CustodyObject[];
}

/** @throws Fault E-STATE*, E-CUSTODY-* */
export function recordCustody(deps: Deps, { objects }: CustodyRequest): CeremonyView {
  const turn = begin(deps, "record-custody");
  refuse(judgeCustody(turn.state, objects));
  record(deps, { type: "custody-recorded", by: "administrator", data: { objects } });
  return finish(deps, turn);
}
