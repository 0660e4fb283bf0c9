// Custody: what must be sealed and stored, and which lists of bags, places and people are valid.
import type { Fault } from "../../crypto/errors.ts";
import type { Copy } from "../../ceremony-scripts/index.ts";
import type { CustodyObject, ObjectStanding } from "./entries/standing.ts";
import type { State } from "./state.ts";
import { fault } from "./entries/faults.ts";
import { folded, isName } from "../record/plain.ts";
import { knowsLeaving } from "./rules.ts";

/** The media of the security domain. */
export const DOMAIN_MEDIA: readonly string[] = ["transfer medium", "domain copy medium"];

/**
 * The objects that this ceremony must take into custody, by name. An officer has a card if the
 * words of the certificate were copied to one. If seals are compared, only what was opened, and
 * what belongs to new keys; if things were found without a record, only what was in the room.
 */
export function custodyObjects(state: State): readonly string[] {
  if (state.seals !== null || comesWithoutMedia(state))
    return [...new Set([...state.bags, ...ofNewKeys(state)])];
  const roles = (state.opened?.participants ?? []).map(({ role }) => role);
  // Who has left after their turn: their bags were opened too.
  const left = knowsLeaving(state.opened?.rules) ? state.seated : [];
  const officers = [...new Set([...roles, ...left])].filter((role) => role.startsWith("officer-"));
  const own = officers.flatMap((officer) =>
    state.found === null ? allOf(state, officer) : [`${officer} medium`],
  );
  return [...own, ...DOMAIN_MEDIA];
}

/** What belongs to keys that were made in this ceremony. */
const ofNewKeys = (state: State): readonly string[] =>
  Object.entries(state.officers).flatMap(([officer, { made }]) =>
    made === null ? [] : allOf(state, officer),
  );

function allOf({ officers }: State, officer: string): readonly string[] {
  const hasCard = officers[officer]?.confirmedAt.includes("offline") === true;
  return [...mediaOf(officer), envelopeOf(officer), ...(hasCard ? [cardOf(officer)] : [])];
}

/** Without officers, and without a new key, nothing of theirs is in the room. */
const comesWithoutMedia = ({ opened }: State): boolean =>
  opened?.participants.every(({ role }) => !role.startsWith("officer-")) === true;

/** In place of an officer: whatever is present. */
export const ANY_PRESENT = "";

/**
 * The objects of one officer that are in custody, or the medium of one copy of the domain, or
 * everything that may be present.
 */
export const sealedObjects = (state: State, of: string): readonly ObjectStanding[] =>
  state.standing.objects.filter(
    ({ object }) =>
      of === ANY_PRESENT
      || (DOMAIN_MEDIA.includes(object) ? object === of : object.startsWith(`${of} `)),
  );

/** An officer's objects of before this ceremony, as they were left, that are not destroyed yet. */
export const oldObjects = (
  { opened, destroyed }: State,
  officer: string,
): readonly ObjectStanding[] =>
  (opened?.earlier[0]?.objects ?? []).filter(
    ({ object }) => object.startsWith(`${officer} `) && !destroyed.includes(object),
  );

/** The custody's name of the medium of a copy of the domain. */
export const copyObject = (copy: Copy): string =>
  copy === "transfer" ? "transfer medium" : "domain copy medium";

/**
 * Each object once, seals distinct, nobody with two officers' media, each passphrase apart from its
 * media. Seals, places and people are compared as a person would.
 */
export function checkCustody(state: State, objects: readonly CustodyObject[]): Fault | null {
  const wanted = custodyObjects(state);
  const named = objects.map(({ object }) => object);
  const whole = named.length === wanted.length && wanted.every((object) => named.includes(object));
  if (!whole || !objects.every(isWritten)) return fault("E-CUSTODY-OBJECT");
  const before = state.seals === null ? [] : state.standing.objects;
  const after = [...before.filter(({ object }) => !wanted.includes(object)), ...objects];
  const seals = new Set(after.map(({ seal }) => folded(seal)));
  return seals.size < after.length ? fault("E-CUSTODY-SEAL") : checkKept(after);
}

/** Nobody keeps two officers' media, and no passphrase is kept with its medium. */
export function checkKept(after: readonly CustodyObject[]): Fault | null {
  const officers = after.flatMap(({ object }) => /^(officer-\d+) medium$/.exec(object)?.[1] ?? []);
  const all = (of: readonly string[], what: "place" | "custodian") =>
    after.filter(({ object }) => of.includes(object)).map((object) => folded(object[what]));
  const holders = officers.flatMap((officer) => [...new Set(all(mediaOf(officer), "custodian"))]);
  if (new Set(holders).size < holders.length) return fault("E-CUSTODY-HOLDER");
  const together = officers.some((officer) => {
    const [envelope] = all([envelopeOf(officer)], "place");
    return all(mediaOf(officer), "place").some((place) => place === envelope);
  });
  return together ? fault("E-CUSTODY-APART") : null;
}

/** The media with an officer's key. @param officer "officer-1" and so on */
export const mediaOf = (officer: string): readonly string[] => [
  `${officer} medium`,
  `${officer} backup medium`,
];

/** The envelope with an officer's passphrase. */
export const envelopeOf = (officer: string): string => `${officer} passphrase envelope`;

const cardOf = (officer: string): string => `${officer} card`;

const isWritten = ({ seal, place, custodian }: CustodyObject): boolean =>
  isName(seal, 30) && isName(place, 60) && isName(custodian, 60);
