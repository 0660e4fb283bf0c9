// Takes every object into custody: seal number, place, custodian; checked by Microsoft's and our
// rules. Permitted exceptions are accepted first.
import {
  deviationsWanted,
  checkCustody,
  checkDeviations,
  type CeremonyView,
  type CustodyObject,
  type Deviation,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { recordDeviations } from "./record-deviations.ts";
import { begin, finish, record, refuse } from "./turn.ts";

export interface CustodyRequest {
  readonly objects: readonly CustodyObject[];
  /** What two people accept; a rule that is met is not recorded. */
  readonly deviations: readonly Deviation[];
}

/**
 * @param kind the kind of step, which differs for things found without a record
 * @throws Fault E-STATE*, E-CUSTODY-*
 */
export function recordCustody(
  deps: Deps,
  { objects, deviations }: CustodyRequest,
  kind: "record-custody" | "take-into-custody" = "record-custody",
): CeremonyView {
  const turn = begin(deps, kind);
  refuse(checkCustody(turn.state, objects));
  const wanted = deviationsWanted(turn.state, objects);
  refuse(checkDeviations(wanted, deviations, turn.state.opened?.participants ?? []));
  recordDeviations(deps, wanted, deviations);
  record(deps, { type: "custody-recorded", by: "administrator", data: { objects } });
  return finish(deps, turn);
}
