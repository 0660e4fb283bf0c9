// Someone leaves for good and another person takes the seat: who may, and when.
import type { Fault } from "../../crypto/errors.ts";
import { pathOf, type Script } from "../../ceremony-scripts/index.ts";
import { seatIn, type Participant } from "./entries/forms.ts";
import type { EventData } from "./entries/index.ts";
import type { State } from "./state.ts";
import { LONGEST, mayWrite } from "./exceptions.ts";
import { fault } from "./entries/faults.ts";
import { isRenewed, knownOf } from "./known.ts";
import { isPlain } from "../record/plain.ts";
import { routeOf, isOver, checkPeople } from "./rules.ts";

export type SeatChange = EventData["seat-changed"];

/**
 * Between two steps: anyone for the administrator or the witness; for an officer anyone while that
 * seat's key has not been begun (in a replacement, its new one); if keys come from an earlier
 * record, another officer of it who has come. Two people decide, but not the one who leaves.
 */
export function mayChangeSeat(state: State, script: Script, change: SeatChange): Fault | null {
  const stopped = mayWrite(state);
  if (stopped !== null) return stopped;
  if (isOver(state)) return fault("E-STATE-ABORTED");
  if (state.recess !== null) return fault("E-STATE-RECESS");
  if (state.began !== null || state.closing !== null) return fault("E-SEAT-STEP");
  const people = state.opened?.participants ?? [];
  const leaves = people.some(({ role, name }) => role === change.role && name === change.from);
  const staying = people.filter(({ role }) => role !== change.role);
  const deciders = new Set(
    change.decidedBy.filter((who) => staying.some(({ role }) => role === who)),
  );
  const decided = deciders.size >= 2 && deciders.size === change.decidedBy.length;
  if (!leaves || !decided || !isPlain(change.reason, LONGEST)) return fault("E-SEAT-FORM");
  const after = [...staying, { role: change.toRole, name: change.to }];
  return checkSeat(state, change) ?? checkPeople(script, after) ?? checkDone(state, script, after);
}

/** The steps already done must also begin the new way. */
function checkDone(
  state: State,
  script: Script,
  participants: readonly Participant[],
): Fault | null {
  const opened = state.opened === null ? null : { ...state.opened, participants };
  const path = pathOf(script, routeOf({ ...state, opened }, script));
  return state.done.every((id, i) => path[i]?.id === id) ? null : fault("E-SEAT-DONE");
}

function checkSeat(state: State, { role, toRole }: SeatChange): Fault | null {
  const isOfficer = role.startsWith("officer-");
  if (!isOfficer) return role === toRole ? null : fault("E-SEAT-FORM");
  const keys = knownOf(state);
  if (keys !== null && !isRenewed(state, seatIn(role))) {
    const known = keys.officers.some(({ officer }) => officer === toRole);
    return known && role !== toRole ? null : fault("E-SEAT-OFFICER");
  }
  if (role !== toRole) return fault("E-SEAT-FORM");
  return state.officers[role]?.making == null && state.officers[role]?.made == null
    ? null
    : fault("E-SEAT-KEY");
}
