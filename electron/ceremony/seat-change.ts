// Someone leaves for good and another person takes the seat, or an officer comes late: who may, and when.
import type { Fault } from "../../crypto/errors.ts";
import { pathOf, type Script } from "../../ceremony-scripts/index.ts";
import { officerOf, seatIn, type Participant } from "./entries/forms.ts";
import type { EventData } from "./entries/index.ts";
import type { State } from "./state.ts";
import { LONGEST, mayWrite } from "./exceptions.ts";
import { fault } from "./entries/faults.ts";
import { isRenewed, knownOf } from "./known.ts";
import { isPlain } from "../record/plain.ts";
import { routeOf, isOver, checkPeople, mayComeAndGo, seatsOf } from "./rules.ts";

export type SeatChange = EventData["seat-changed"];

/**
 * Between two steps: anyone for the administrator or the witness; for an officer anyone while that
 * seat's key has not been begun (in a replacement, its new one); if keys come from an earlier
 * record, another officer of it who has come. Where a quorum is enough, an officer may also come
 * (`from` is empty), or leave while enough stay (`to` is empty). Two people decide, but not the one
 * who leaves.
 */
export function mayChangeSeat(state: State, script: Script, change: SeatChange): Fault | null {
  const stopped = mayWrite(state);
  if (stopped !== null) return stopped;
  if (isOver(state)) return fault("E-STATE-ABORTED");
  if (state.recess !== null) return fault("E-STATE-RECESS");
  if (state.began !== null || state.closing !== null) return fault("E-SEAT-STEP");
  const people = state.opened?.participants ?? [];
  const isOne =
    change.role.startsWith("officer-")
    && change.role === change.toRole
    && mayComeAndGo(script, state.opened?.rules);
  const comes = isOne && change.from === "" && change.to !== "";
  const goes = isOne && change.to === "";
  const leaves = people.some(({ role, name }) => role === change.role && name === change.from);
  const staying = comes ? people : people.filter(({ role }) => role !== change.role);
  const deciders = new Set(
    change.decidedBy.filter((who) => staying.some(({ role }) => role === who)),
  );
  const decided = deciders.size >= 2 && deciders.size === change.decidedBy.length;
  if (!(leaves || comes) || !decided || !isPlain(change.reason, LONGEST))
    return fault("E-SEAT-FORM");
  const after = goes ? staying : [...staying, { role: change.toRole, name: change.to }];
  return (
    (comes || goes ? checkKnown(state, change) : checkSeat(state, change))
    ?? checkPeople(script, after)
    ?? checkDone(state, script, after)
  );
}

/** Seats of the officers who may come late, and of those who may leave, before the next step. */
export function freeSeats(state: State, script: Script) {
  const people = state.opened?.participants ?? [];
  const free = isOver(state) || !mayComeAndGo(script, state.opened?.rules) ? 0 : script.officers;
  const having = (role: Participant["role"]) => people.some((one) => one.role === role);
  const may = (role: Participant["role"]): boolean => {
    const after = having(role)
      ? people.filter((one) => one.role !== role)
      : [...people, { role, name: role }];
    const refusal =
      checkKnown(state, { role }) ?? checkPeople(script, after) ?? checkDone(state, script, after);
    return refusal === null;
  };
  const seats = seatsOf(free).filter((seat) => may(officerOf(seat)));
  return {
    mayCome: seats.filter((seat) => !having(officerOf(seat))),
    mayGo: seats.filter((seat) => having(officerOf(seat))),
  };
}

/** The steps already done must also begin the new way. */
function checkDone(
  state: State,
  script: Script,
  participants: readonly Participant[],
): Fault | null {
  const opened = state.opened === null ? null : { ...state.opened, participants };
  const path = pathOf(script, routeOf({ ...state, opened }, script));
  if (!state.done.every((id, i) => path[i]?.id === id)) return fault("E-SEAT-DONE");
  // Who comes late has no turn at the other station.
  const next = path[state.done.length];
  return next === undefined || next.station === state.station ? null : fault("E-STATE-STATION");
}

/** An officer whose key is known, and was not made here. */
const checkKnown = (state: State, { role }: Pick<SeatChange, "role">): Fault | null =>
  isKnown(state, role) ? checkNotMade(state, role) : fault("E-SEAT-OFFICER");

/** Whether this officer's key is known, where any is; if keys were found, whether it was among them. */
const isKnown = (state: State, role: string): boolean =>
  knownOf(state)?.officers.some(
    ({ officer, keyName }) => officer === role && (keyName !== "" || state.found === null),
  ) ?? true;

const checkNotMade = ({ officers }: State, role: string): Fault | null =>
  officers[role]?.making == null && officers[role]?.made == null ? null : fault("E-SEAT-KEY");

function checkSeat(state: State, { role, toRole }: SeatChange): Fault | null {
  const isOfficer = role.startsWith("officer-");
  if (!isOfficer) return role === toRole ? null : fault("E-SEAT-FORM");
  const keys = knownOf(state);
  if (keys !== null && !isRenewed(state, seatIn(role))) {
    return isKnown(state, toRole) && role !== toRole ? null : fault("E-SEAT-OFFICER");
  }
  if (role !== toRole) return fault("E-SEAT-FORM");
  return checkNotMade(state, role);
}
