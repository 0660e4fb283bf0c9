// How papers write times, people and digests, beside what the sentences of entries need.
import {
  named,
  table,
  theirs,
  type Block,
  type Cell,
  type Column,
  type Line,
  type Span,
  type Words,
} from "../../ceremony-scripts/index.ts";
import {
  firstRole,
  roleIn,
  peopleIn,
  timeOf,
  type Participant,
  type Standing,
} from "../ceremony/ceremony.ts";
import { known } from "../text/english.ts";
import { and, capital, sentence } from "../text/sentence.ts";
import { hexWords } from "../../crypto/index.ts";
import { wordsOf } from "./reading.ts";

/** The time alone on the day of `from`, else with its day. */
export const timeFrom = (from: string, at: string): string =>
  at.slice(0, 10) === from.slice(0, 10) ? at.slice(11, 19) : timeOf(at);

/** "2026-11-25"; "never" if there is none. */
export const dayOf = (at: string): Span => (at === "" ? sentence("paper.never") : at.slice(0, 10));

/** "Officer 2", at the beginning of a sentence. */
export const roleOf = (role: string): Span => capital(roleIn(role));

/** "officer 2" at the beginning of a table's line: some languages have a shorter word. */
export function seatInText(role: string): Span {
  const [, seat] = /^officer-(\d+)$/.exec(role) ?? [];
  return seat === undefined ? roleIn(role) : sentence("paper.seatInText", { seat });
}

/** A station in a few letters; one that no version of ours has is shown as recorded. */
export const stationIn = (station: string): Span =>
  known(`paper.stationName.${station}`) ?? theirs(station);

/** "Officer 1 and Officer 2"; "nobody" for none. */
export const rolesOf = (roles: readonly string[]): Span =>
  roles.length === 0 ? peopleIn(roles) : and(roles.map(roleOf));

/** The same in a table: a single one has the shorter word. */
export const seatsOf = (roles: readonly string[]): Span =>
  roles.length === 1 ? and(roles.map(firstRole)) : rolesOf(roles);

/** A full backup, and when it was made. */
export const backupOf = ({ folder, at }: Standing["backup"]): Span =>
  folder === ""
    ? sentence("paper.noBackup")
    : sentence("paper.backup", { folder: theirs(folder), day: dayOf(at) });

/** "Officer 2, Jonas Lind". */
export function personOf(role: string, people: readonly Participant[]): Line {
  const name = people.find((person) => person.role === role)?.name;
  return [name === undefined ? firstRole(role) : withName(firstRole(role), name)];
}

export const withName = (role: Span, name: string): Span =>
  sentence("paper.person", { role, name: theirs(name) });

/** A digest in a cell: hex, and its ten words. */
export const digestCell = (hex: string): Cell =>
  hex === "" ? [["-"]] : [[named(hex)], [wordsOf(hex)]];

/** A digest within a line. */
export const digestIn = (hex: string): Span => named(hex);

/** A digest to be compared: 32 words as on the screen, the hex, and its QR code. */
export const digestWords = (hex: string, large = false): Words => ({
  sort: "words",
  words: hexWords(hex),
  hex,
  large,
});

/** Two columns: a name, and what the record says about it. */
export const facts = (rows: readonly Fact[], wide = 25): Block =>
  table(
    [
      [sentence("paper.what"), wide],
      [sentence("paper.recorded"), 100 - wide],
    ],
    rows.map(([what, value]) => [[[what]], value]),
  );

/** A name, and what the record says about it. */
export type Fact = readonly [what: Column["head"], value: readonly Line[]];
