// The rules of a ceremony: what may come now, and what is refused. Pure; each answers with a Fault.
import type { Fault } from "../../crypto/errors.ts";
import {
  kindOf,
  pathOf,
  recounts,
  renews,
  type Actor,
  type Counts,
  type Route,
  type KindName,
  type Script,
  type Station,
  type Step,
} from "../../ceremony-scripts/index.ts";
import { sentence } from "../text/sentence.ts";
import { officerOf, type ExpectedKey, type Participant } from "./entries/forms.ts";
import type { State } from "./state.ts";
import { fault } from "./entries/faults.ts";
import { keptKeyOf } from "./known.ts";
import { folded, isName } from "../record/plain.ts";

/** The next step, or null when all are done. */
export const nextStep = (state: State, script: Script): Step | null =>
  pathOf(script, routeOf(state, script))[state.done.length] ?? null;

/**
 * What decides the ceremony's way so far. Before it is opened, as many officers are expected as may
 * come.
 */
export function routeOf({ opened, chosen, done }: State, script: Script): Route {
  const roles = opened?.participants.map(({ role }) => role);
  const seats = roles === undefined ? seatsOf(comingOf(script).most) : presentSeats(script, roles);
  const before = opened?.earlier[0]?.officers.length ?? 0;
  const route = { seats, renewed: opened?.renewed ?? [], before, chosen };
  return mayComeAndGo(script, opened?.rules) ? { ...route, done } : route;
}

/** Whether no step is left: the ceremony is closed, or was aborted. */
export const isOver = ({ closed, aborted, abortDecided }: State): boolean =>
  closed || aborted !== null || abortDecided;

/** Whether a step of this kind (and seat) may run now at this station. */
export function mayRun(
  state: State,
  script: Script,
  kind: KindName,
  station: Station,
  seat?: number,
): Fault | null {
  if (state.closed) return fault("E-STATE-CLOSED");
  if (state.opened === null) return fault("E-STATE");
  if (isOver(state)) return fault("E-STATE-ABORTED");
  if (state.recess !== null) return fault("E-STATE-RECESS");
  if (state.incident !== null) return fault("E-STATE-INCIDENT");
  if (state.performed !== null) return fault("E-STATE-CONFIRM");
  if (state.opened.scriptSha256 !== script.sha256) return fault("E-SCRIPT-OTHER");
  const path = pathOf(script, routeOf(state, script));
  if (state.done.some((id, i) => path[i]?.id !== id)) return fault("E-STATE-RECORD");
  const step = path[state.done.length];
  if (step?.action.kind !== kind || step.seat !== seat) return fault("E-STATE");
  const { carries, ends } = kindOf(kind);
  const holder = carries === "in" ? state.handedTo : state.station;
  if (step.station !== station || holder !== station) return fault("E-STATE-STATION");
  // Temporary roles of the ceremony must be gone then.
  return ends && state.recovery.reader !== null ? fault("E-READER-STANDS") : null;
}

/** Whether this step was performed here, and may be confirmed now. */
export function mayConfirm(state: State, station: Station, step: string): Fault | null {
  if (state.closed) return fault("E-STATE-CLOSED");
  if (isOver(state)) return fault("E-STATE-ABORTED");
  if (state.recess !== null) return fault("E-STATE-RECESS");
  if (state.incident !== null) return fault("E-STATE-INCIDENT");
  if (state.performed !== step) return fault("E-STATE");
  return state.station === station ? null : fault("E-STATE-STATION");
}

/** People: one role each and of this script, administrator and witness, required officers. */
export function checkPeople(script: Script, people: readonly Participant[]): Fault | null {
  if (people.some(({ name }) => !isName(name, 60))) return fault("E-ROLE-NAME");
  const names = people.map(({ name }) => folded(name));
  const roles = people.map(({ role }) => role);
  if (new Set(names).size < names.length || new Set(roles).size < roles.length)
    return fault("E-ROLE-SAME");
  const known = ["administrator", "witness", ...seatsOf(script.officers).map(officerOf)];
  if (roles.some((role) => !known.includes(role))) return fault("E-ROLE-UNKNOWN");
  for (const role of ["administrator", "witness"] as const)
    if (!roles.includes(role))
      return fault("E-ROLE-MISSING", { role: sentence(`ceremony-faults.role.${role}`) });
  const seats = presentSeats(script, roles);
  const { least, most } = comingOf(script);
  if (seats.length < least)
    return fault("E-ROLE-MISSING", { role: sentence("ceremony-faults.role.officer") });
  return seats.length > most ? fault("E-ROLE-MANY", { most }) : null;
}

/** How many officers may come by a script: at least and at most. */
export function comingOf({ attend, officers, quorum }: Script) {
  const least = { everyone: officers, quorum, one: 1, nobody: 0 }[attend];
  return { least, most: attend === "quorum" ? officers : least };
}

/** Whether officers may come late, or leave while enough of them stay: where a quorum is enough. */
export const mayComeAndGo = ({ attend }: Pick<Script, "attend">, rules?: number): boolean =>
  attend === "quorum" && knowsLeaving(rules);

/** Whether this version of the rules knows that an officer comes late or leaves; the first is not named. */
export const knowsLeaving = (rules = 1): boolean => rules >= 3;

/** The roles of the people in the room. */
export const rolesIn = (state: State): readonly Actor[] =>
  (state.opened?.participants ?? []).map(({ role }) => role);

/** The seats, 1 to N, whose officers are in the room. */
export const presentSeats = (script: Script, roles: readonly Actor[]): readonly number[] =>
  seatsOf(script.officers).filter((seat) => roles.includes(officerOf(seat)));

/**
 * The seats of the signers at the end: those present with a signing key for which a record vouches:
 * this one, in which it was made, or the earlier one.
 */
export const signingSeats = (state: State, script: Script): readonly number[] =>
  presentSeats(script, rolesIn(state)).filter(
    (seat) =>
      state.officers[officerOf(seat)]?.made != null
      || (keptKeyOf(state, seat)?.signingThumbprint ?? "") !== "",
  );

/** Of these, who signs an act with a key. No record vouches for one that was only found. */
export const actSeats = (state: State, script: Script): readonly number[] =>
  signingSeats(state, script).filter(
    (seat) => state.found === null || state.officers[officerOf(seat)]?.made != null,
  );

/** 1 to N. */
export const seatsOf = (officers: number): readonly number[] =>
  Array.from({ length: officers }, (_, i) => i + 1);

/**
 * The download stays locked until every officer with a new key has confirmed at the connected
 * station, and, if others keep theirs, each of those has opened a challenge.
 */
export function mayDownload(state: State): Fault | null {
  const seats = seatsOf(state.opened?.officers ?? 0);
  const isReady = (seat: number): boolean => {
    const officer = officerOf(seat);
    return keptKeyOf(state, seat) === null
      ? state.officers[officer]?.confirmedAt.includes("connected") === true
      : state.checked.includes(officer);
  };
  return seats.length > 0 && seats.every(isReady) ? null : fault("E-STATE");
}

/**
 * Who gets new keys is stated if the script asks: officers who are here, among them all who had no
 * seat before; perhaps none, if there will be other numbers of officers, or of those needed.
 * @param before the officers and the quorum of the record that this ceremony continues
 */
export function checkRenewed(
  script: Script,
  people: readonly Participant[],
  renewed: readonly number[],
  before: Counts,
): Fault | null {
  if (!renews(script.steps)) return renewed.length === 0 ? null : fault("E-ROLE-RENEWED");
  const { officers, quorum } = script;
  const present = presentSeats(
    script,
    people.map(({ role }) => role),
  );
  const isRight =
    new Set(renewed).size === renewed.length
    && renewed.every((seat) => present.includes(seat))
    && seatsOf(officers).every((seat) => seat <= before.officers || renewed.includes(seat));
  const isOther = officers !== before.officers || quorum !== before.quorum;
  const mayBeNone = isOther && recounts(script.steps);
  return isRight && (mayBeNone || renewed.length > 0) ? null : fault("E-ROLE-RENEWED");
}

/**
 * An exchange key with an uploaded blob is spent: the HSM forgets it. (Not by its date: an HSM's
 * key is as old as the HSM, and older than any ceremony.)
 */
export function mayUseExchangeKey(state: State, thumbprint: string): Fault | null {
  const used = state.uploads.find((upload) => upload.exchangeThumbprint === thumbprint);
  return used === undefined ? null : fault("E-XK-REUSED", { at: used.at });
}

/** A blob can be used once. If one began in this step and did not end, the HSM knows. */
export function mayUpload(state: State, sha256: string, step: string): Fault | null {
  const used = state.uploads.find(
    (upload) => upload.sha256 === sha256 && upload.ended !== null && upload.step !== step,
  );
  return used === undefined
    ? null
    : fault("E-BLOB-USED", {
        when: sentence("ceremony-faults.usedOn", { at: used.at, state: used.ended ?? "" }),
      });
}

/** Two different people in the room, whatever their roles. */
export const checkDecision = (state: State, decidedBy: readonly string[]): Fault | null =>
  checkDecidedBy(state.opened?.participants ?? [], decidedBy);

/** The same for a given list of people. */
export function checkDecidedBy(
  people: readonly Participant[],
  decidedBy: readonly string[],
): Fault | null {
  const roles: readonly string[] = people.map(({ role }) => role);
  const known = new Set(decidedBy.filter((role) => roles.includes(role)));
  return known.size >= 2 && known.size === decidedBy.length ? null : fault("E-ACCEPT-DECISION");
}

/** Anyone in the room may close on paper, each once; one alone would have no witness. */
export const mayCloseOnPaper = (state: State, present: readonly string[]): Fault | null =>
  checkDecision(state, present) === null ? null : fault("E-CLOSE-PRESENT");

/** Every expected key must be found in the same version with the same public half. */
export function checkKeys(
  expected: readonly ExpectedKey[],
  found: readonly ExpectedKey[],
): Fault | null {
  const missing = expected.filter(
    (key) =>
      !found.some(
        (other) =>
          other.name === key.name
          && other.version === key.version
          && other.publicSha256 === key.publicSha256,
      ),
  ).length;
  return missing === 0 ? null : fault("E-KEYS-DIFFER", { missing });
}
