// Someone leaves for good, or an officer comes late: who has which seat from now on.
import { mayChangeSeat, type CeremonyView, type SeatChange } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { currentView, record, refuse, stateOf } from "./turn.ts";

/** @throws Fault E-STATE*, E-SEAT-*, E-ROLE-* */
export function changeSeat(deps: Deps, change: SeatChange): CeremonyView {
  refuse(mayChangeSeat(stateOf(deps), deps.script, change));
  const { role, from, toRole, to, reason, decidedBy } = change;
  const data = { role, from, toRole, to, reason, decidedBy };
  record(deps, { type: "seat-changed", by: "administrator", data });
  return currentView(deps);
}
