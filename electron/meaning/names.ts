// What people wrote to name people, places and seals: rule 95, and what of it may mislead a reader.
import { isAssigned, lookalikesIn, wordsIn } from "../../crypto/index.ts";
import { folded, type EventData, type RecordEntry } from "../ceremony/ceremony.ts";
import type { Reading, Typed } from "./reading.ts";
import { valuesIn } from "../record/fates.ts";

/** What a text names. */
export type Named = "people" | "places" | "seals";

/** The members of each type that name something for the first time. */
export const NAMES: Readonly<Record<string, Partial<Record<Named, readonly string[]>>>> = {
  opened: { people: ["participants[].name"] },
  "seat-changed": { people: ["to"] },
  "recess-began": { seals: ["seals[].seal"] },
  "recess-ended": { seals: ["seals[].seal"] },
  "custody-recorded": {
    people: ["objects[].custodian"],
    places: ["objects[].place"],
    seals: ["objects[].seal"],
  },
  "seals-checked": {
    people: ["seals[].custodian"],
    places: ["seals[].place"],
    seals: ["seals[].found"],
  },
  "hand-off-acknowledged": { people: ["took[]"] },
  "object-handed-off": { people: ["to"], places: ["place"] },
};

type Written = Pick<RecordEntry, "type" | "data">;

function namedIn({ type, data }: Written, ...kinds: readonly Named[]): readonly string[] {
  const of = NAMES[type];
  if (of === undefined) return [];
  const members = kinds.flatMap((kind) => of[kind] ?? []);
  return valuesIn(data, "").flatMap(({ member, value }) =>
    members.includes(member) ? [String(value)] : [],
  );
}

/** Every reader has all letters of what names something. */
export function checkLetters(reading: Reading, entry: Typed): void {
  const areHad = namedIn(entry, "people", "places", "seals").every(isAssigned);
  reading.must("E-MEAN-LETTERS", areHad, entry);
}

/** Someone who had another role in the record before. */
export interface OtherRole {
  readonly name: string;
  readonly before: string;
  readonly now: string;
}

/** What may mislead a reader of a record's names; no rule forbids it. */
export interface OddNames {
  /** People whose names have letters that look like those of another alphabet, and these letters. */
  readonly lookalike: readonly { readonly name: string; readonly letters: readonly string[] }[];
  /** Names of people that have the same words: they may be of one person. */
  readonly people: readonly (readonly string[])[];
  /** The same of places. */
  readonly places: readonly (readonly string[])[];
  readonly otherRoles: readonly OtherRole[];
  /** It was no rehearsal, and its HSM is called like one of a rehearsal. */
  readonly isRehearsalHsm: boolean;
}

/** Of a record whose form was checked. */
export function oddNamesIn(entries: readonly Written[]): OddNames {
  const people = entries.flatMap((entry) => namedIn(entry, "people"));
  const places = entries.flatMap((entry) => namedIn(entry, "places"));
  const opened = entries[0]?.data as EventData["opened"];
  return {
    ...oddPeople(people),
    places: sameWords(places),
    otherRoles: otherRolesIn(opened),
    isRehearsalHsm: opened.mode !== "REHEARSAL" && /rehearsal/i.test(opened.hsm),
  };
}

/** Of names alone, in their order. */
export const oddPeople = (people: readonly string[]): Pick<OddNames, "lookalike" | "people"> => ({
  lookalike: [...new Set(people)].flatMap((name) => {
    const letters = lookalikesIn(name);
    return letters.length === 0 ? [] : [{ name, letters }];
  }),
  people: sameWords(people),
});

/** Groups of texts that are not alike and have the same words, each as it was first written. */
function sameWords(texts: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, Map<string, string>>();
  for (const text of texts) {
    const words = wordsIn(text);
    if (words === "") continue;
    const group = groups.get(words) ?? new Map<string, string>();
    groups.set(words, group);
    if (!group.has(folded(text))) group.set(folded(text), text);
  }
  return [...groups.values()].flatMap((group) => (group.size < 2 ? [] : [[...group.values()]]));
}

function otherRolesIn({ participants, earlier }: EventData["opened"]): readonly OtherRole[] {
  const [before] = earlier;
  const had = [
    ...(before?.last?.people ?? []),
    ...(before?.officers ?? []).map(({ officer, name }) => ({ role: officer, name })),
  ];
  return participants.flatMap(({ role: now, name }) => {
    const roles = had.filter((one) => folded(one.name) === folded(name)).map(({ role }) => role);
    const [first] = roles;
    return first === undefined || roles.includes(now) ? [] : [{ name, before: first, now }];
  });
}
