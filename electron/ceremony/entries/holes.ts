// What fills the holes of the minutes' sentences: people, objects, files, digests, readings.
import { named, theirs, type Span } from "../../../ceremony-scripts/index.ts";
import { english, known } from "../../text/english.ts";
import {
  and,
  capital,
  list,
  sentence,
  type Phrase,
  type Sentence,
  type Value,
} from "../../text/sentence.ts";
import type { FileOnMedium, NetworkSummary, Seal } from "./forms.ts";
import { pairOf, stepOf } from "./phrases.ts";

/** Consecutive sentences; false ones are left out. */
export const several = (...sentences: readonly (Phrase | false)[]): Phrase =>
  list(
    sentences.filter((one) => one !== false),
    " ",
  );

/** "officer 2", from "officer-2"; anything but a role is shown as recorded. */
export function roleIn(role: string): Span {
  const seat = seatIn(role);
  if (seat !== null) return sentence("frame.roleInText.officer", { seat });
  if (role === "app") return sentence("entries.app");
  return known(`frame.roleInText.${role}`) ?? role.replace("-", " ");
}

/** "Officer 2" at the beginning of a table's cell, where some languages have a shorter word. */
export function firstRole(role: string): Span {
  const seat = seatIn(role);
  return seat === null ? capital(roleIn(role)) : sentence("entries.seat", { seat });
}

function seatIn(role: string): string | null {
  return /^officer-(\d+)$/.exec(role)?.[1] ?? null;
}

/** "officer 1 and witness"; "nobody" for none. */
export const rolesIn = (roles: readonly string[]): Span =>
  roles.length === 0 ? sentence("entries.nobody") : and(roles.map(roleIn));

/** "Officer 1 and witness", as `firstRole`. */
export const firstRoles = (roles: readonly string[]): Span =>
  roles.length === 0
    ? capital(rolesIn(roles))
    : and(roles.map((role, i) => (i === 0 ? firstRole(role) : roleIn(role))));

/** More groups of officers than these are counted: nobody reads a longer list. */
const LISTED = 6;

/** How many groups of this size so many officers have. */
const groupsOf = (size: number, officers: number): number =>
  size === 0 ? 1 : (groupsOf(size - 1, officers - 1) * officers) / size;

/** "1 + 2, 1 + 3 and 2 + 3"; of many groups, how many of which officers; "nobody" for none. */
export function groupsIn(groups: readonly (readonly number[])[]): Span {
  if (groups.length === 0) return sentence("entries.nobody");
  if (groups.length <= LISTED) return and(groups.map(pairOf));
  const officers = [...new Set(groups.flat())].toSorted((a, b) => a - b);
  const quorum = groups[0]?.length ?? 0;
  const all = groupsOf(quorum, officers.length);
  const counts = { n: groups.length, quorum, seats: and(officers) };
  return groups.length === all
    ? sentence("entries.everyGroup", counts)
    : sentence("entries.someGroups", { ...counts, all });
}

/** "a, b and c"; "none" for none. */
export const andNone = (values: readonly Value[]): Phrase =>
  values.length === 0 ? sentence("entries.none") : and(values);

/** An object of custody, as records name it; one that people named is shown as recorded. */
export const objectNamed = (object: string): Span => theirs(ourName(object) ?? object);

function ourName(object: string): Sentence | null {
  const [, seat, what = ""] = /^officer-(\d+) (.*)$/.exec(object) ?? [];
  return seat === undefined
    ? known(`objects.recorded.${object}`)
    : known(`objects.recorded.${what}`, { seat });
}

/**
 * The same in a sentence that people decide about: as screens and papers call it, and, for the rules
 * that look for it there, as the record does.
 */
export function namedInText(object: string): string {
  const ours = ourName(object);
  const name = ours === null ? object : english(ours);
  return name === object ? object : `${name} (${object})`;
}

/** A step by its id, "Make key 1"; one of a custom script is shown as named there. */
export function stepNamed(id: string): Span {
  const [, name = "", n = ""] = /^(.+)-(\d+)$/.exec(id) ?? [];
  const ours = known(`minutes-steps.called.${id}`) ?? known(`minutes-steps.called.${name}`, { n });
  return theirs(ours ?? stepOf(id));
}

/** Objects with the numbers of their bags. */
export const bagsIn = (seals: readonly Seal[]): Phrase =>
  seals.length === 0
    ? sentence("entries.none")
    : list(seals.map(({ object, seal }) => list([objectNamed(object), named(seal)], " ")));

/** Files, each on its medium. */
export const onMedia = (files: readonly FileOnMedium[]): Value =>
  list(
    files.map(({ name, label }) =>
      sentence("entries.onMedium", { file: named(name), medium: named(label) }),
    ),
  );

/** The beginning of a digest. */
export const shortDigest = (hex: string): Span => named(`${hex.slice(0, 16)}\u2026`);

/** "18 885". */
export const grouped = (size: number): string => String(size).replace(/\B(?=(\d{3})+$)/g, " ");

/** A reading of the network; interfaces have their system's names. */
export function networkIn({ up, wasOnline }: NetworkSummary): Phrase {
  const before = sentence(`entries.network.before.${wasOnline}`);
  return up.length === 0
    ? sentence("entries.network.none", { before })
    : sentence("entries.network.up", { up: list(up.map(theirs)), before });
}
