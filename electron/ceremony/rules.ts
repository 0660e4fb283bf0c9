// The rules of a ceremony: what may come now, and what is refused. Pure; each answers with a Fault.
import type { Fault } from "../../crypto/errors.ts";
import type { Actor, KindName, Script, Station, Step } from "../../ceremony-scripts/index.ts";
import { officerOf, type CustodyObject, type ExpectedKey, type Participant } from "./events.ts";
import { fault } from "./faults.ts";
import type { State } from "./state.ts";

/** The step that comes now, or null when all are done. */
export function nextStep(state: State, script: Script): Step | null {
  return script.steps[state.done.length] ?? null;
}

/** Whether a step of this kind (and seat) may run now at this station. */
export function mayRun(
  state: State,
  script: Script,
  kind: KindName,
  station: Station,
  seat?: number,
): Fault | null {
  if (state.closed) return fault("E-STATE-CLOSED");
  const step = nextStep(state, script);
  if (step?.action.kind !== kind || step.seat !== seat) return fault("E-STATE");
  if (step.station !== station) return fault("E-STATE-STATION");
  if (state.opened !== null && state.opened.scriptSha256 !== script.sha256)
    return fault("E-SCRIPT-OTHER");
  const holder = state.station ?? (state.handedTo === null ? station : null);
  const taking = kind === "take-over" && state.handedTo === station;
  return taking || (holder === station && kind !== "take-over") ? null : fault("E-STATE-STATION");
}

/** People: one role each, administrator and witness there, all officers who must be. */
export function judgePeople(script: Script, people: readonly Participant[]): Fault | null {
  if (people.some(({ name }) => !isPlain(name, 60))) return fault("E-ROLE-NAME");
  const names = people.map(({ name }) => name.trim().toLowerCase());
  const roles = people.map(({ role }) => role);
  if (new Set(names).size < names.length || new Set(roles).size < roles.length)
    return fault("E-ROLE-SAME");
  for (const role of ["administrator", "witness"] as const)
    if (!roles.includes(role)) return fault("E-ROLE-MISSING", { role: `The ${role}` });
  const seats = presentSeats(script, roles);
  const makesKeys = script.steps.some((step) => step.action.kind === "make-key");
  const needed = makesKeys ? script.officers : script.quorum;
  return seats.length < needed ? fault("E-ROLE-MISSING", { role: "An officer" }) : null;
}

/** The seats, 1 to N, whose officers are in the room. */
export function presentSeats(script: Script, roles: readonly Actor[]): readonly number[] {
  return seatsOf(script.officers).filter((seat) => roles.includes(officerOf(seat)));
}

/** 1 to N. */
export const seatsOf = (officers: number): readonly number[] =>
  Array.from({ length: officers }, (_, i) => i + 1);

/** The irreversible call stays locked until every officer confirmed at the connected station. */
export function mayDownload(state: State): Fault | null {
  const officers = seatsOf(state.opened?.officers ?? 0).map(
    (seat) => state.officers[officerOf(seat)],
  );
  const all =
    officers.length > 0 &&
    officers.every((officer) => officer?.confirmedAt.includes("connected"));
  return all ? null : fault("E-STATE");
}

/** The objects that this ceremony must take into custody, by name. */
export function custodyObjects(state: State): readonly string[] {
  const roles = (state.opened?.participants ?? []).map(({ role }) => role);
  const officers = roles.filter((role) => role.startsWith("officer-"));
  const own = officers.flatMap((officer) => [
    `${officer} medium`,
    `${officer} backup medium`,
    `${officer} passphrase envelope`,
  ]);
  return [...own, "transfer medium", "domain copy medium"];
}

/**
 * Custody: each object once, seals distinct, no custodian with two officers' media, envelopes
 * apart.
 */
export function judgeCustody(state: State, objects: readonly CustodyObject[]): Fault | null {
  const wanted = [...custodyObjects(state)].sort().join("\n");
  const plain = objects.every(
    ({ seal, place, custodian }) =>
      isPlain(seal, 30) && isPlain(place, 60) && isPlain(custodian, 60),
  );
  if (
    !plain ||
    objects
      .map(({ object }) => object)
      .sort()
      .join("\n") !== wanted
  )
    return fault("E-CUSTODY-OBJECT");
  if (new Set(objects.map(({ seal }) => seal.toUpperCase())).size < objects.length)
    return fault("E-CUSTODY-SEAL");
  const media = objects.filter(({ object }) => /^officer-\d+ .*medium$/.test(object));
  const officersOf = (custodian: string) =>
    new Set(
      media
        .filter((other) => other.custodian === custodian)
        .map(({ object }) => object.split(" ")[0]),
    );
  if (media.some(({ custodian }) => officersOf(custodian).size > 1))
    return fault("E-CUSTODY-HOLDER");
  const placeOf = (object: string) => objects.find((other) => other.object === object)?.place;
  const apart = objects
    .filter(({ object }) => object.endsWith("passphrase envelope"))
    .every((envelope) => {
      const [officer = ""] = envelope.object.split(" ");
      return [`${officer} medium`, `${officer} backup medium`].every(
        (m) => placeOf(m) !== envelope.place,
      );
    });
  return apart ? null : fault("E-CUSTODY-APART");
}

/** Every expected key must be found in the same version with the same public half. */
export function judgeKeys(
  expected: readonly ExpectedKey[],
  found: readonly ExpectedKey[],
): Fault | null {
  const missing = expected.filter(
    (key) =>
      !found.some(
        (other) =>
          other.name === key.name &&
          other.version === key.version &&
          other.publicSha256 === key.publicSha256,
      ),
  ).length;
  return missing === 0 ? null : fault("E-KEYS-DIFFER", { missing });
}

/**
 * A name that can stand in a record and on paper: printable, no control or direction characters.
 */
export function isPlain(text: string, max: number): boolean {
  return (
    text.trim() !== "" &&
    text.length <= max &&
    !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)
  );
}
