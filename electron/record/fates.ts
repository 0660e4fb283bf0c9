// What becomes of each member of each entry when its value is another: a rule refuses it, or it is told.
import type { RecordEntry } from "./kind.ts";

/** Rules, by their numbers or codes, that refuse it; `told`; "" for none. */
export type Fate = string;

/** A value that is told only, and the member that has it, such as `objects[].place`. */
export interface ToldValue {
  readonly member: string;
  readonly value: string | number | boolean;
}

/** An entry, with all its values that no rule compares. */
export interface ToldEntry extends Pick<RecordEntry, "at" | "station" | "type" | "by"> {
  readonly entry: number;
  readonly values: readonly ToldValue[];
}

/** The fates of all members of a record's entries. */
export interface Fates {
  /** All rows, by entry type and member. */
  readonly rows: readonly string[];
  /** The fate of a member, such as `files[].sha256`: its own, or that of what it is in. */
  readonly fateOf: (type: string, member: string) => Fate;
  /** Whether no rule refuses every other value of it. */
  readonly isToldOnly: (type: string, member: string) => boolean;
  /** Every entry of a record whose form was checked, in order. */
  readonly toldIn: (entries: readonly RecordEntry[]) => readonly ToldEntry[];
  /** How many values these have. */
  readonly countTold: (entries: readonly RecordEntry[]) => number;
}

/**
 * @param table a line for each type of entry, and below it its members with their fate. A member stands for all
 * that is in it and has no line of its own
 */
export function fatesIn(table: string): Fates {
  const fates = new Map<string, Fate>();
  let type = "";
  for (const line of table.split("\n")) {
    const [, members, fate = ""] = /^ {2}([^:]+): (.*)$/.exec(line) ?? [];
    if (members === undefined) type = line;
    else for (const member of members.split(", ")) fates.set(`${type} ${member}`, fate);
  }
  const fateOf = (of: string, member: string): Fate => {
    const own = fates.get(`${of} ${member}`);
    const outer = member.replace(/(\[\]|\.[A-Za-z0-9]+)$/, "");
    return own ?? (outer === member ? "" : fateOf(of, outer));
  };
  const isToldOnly = (of: string, member: string): boolean => fateOf(of, member) === "told";
  const places = new Map<string, Place>();
  const tellAll = ({ type: of, data }: RecordEntry, tell: Tell): void => {
    const place = places.get(of) ?? placeOf("", (member) => isToldOnly(of, member));
    places.set(of, place);
    tellIn(data, place, tell);
  };
  return {
    rows: [...fates.keys()],
    fateOf,
    isToldOnly,
    toldIn: (entries) =>
      entries.map((one) => {
        const { seq: entry, at, station, type: of, by } = one;
        const values: ToldValue[] = [];
        tellAll(one, (member, value) => values.push({ member, value }));
        return { entry, at, station, type: of, by, values };
      }),
    countTold: (entries) => {
      let count = 0;
      for (const one of entries) tellAll(one, () => (count += 1));
      return count;
    },
  };
}

/** A member of a type, and what is in it: known from the first entry that has it. */
interface Place {
  readonly member: string;
  readonly isTold: boolean;
  readonly inside: (name: string) => Place;
}

function placeOf(member: string, isTold: (member: string) => boolean): Place {
  const inner = new Map<string, Place>();
  const inside = (name: string): Place => {
    const known = inner.get(name);
    if (known !== undefined) return known;
    const own = name === ITEM || member === "" ? `${member}${name}` : `${member}.${name}`;
    const place = placeOf(own, isTold);
    inner.set(name, place);
    return place;
  };
  return { member, isTold: isTold(member), inside };
}

const ITEM = "[]";
type Tell = (member: string, value: ToldValue["value"]) => void;

/** Tells every value that no rule compares. */
function tellIn(value: unknown, place: Place, tell: Tell): void {
  if (Array.isArray(value)) for (const item of value) tellIn(item, place.inside(ITEM), tell);
  else if (typeof value === "object" && value !== null)
    for (const [name, inner] of Object.entries(value)) tellIn(inner, place.inside(name), tell);
  else if (place.isTold) tell(place.member, value as ToldValue["value"]);
}

/** Every value of some data, with its member. */
export function valuesIn(value: unknown, member: string): readonly ToldValue[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesIn(item, `${member}[]`));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, inner]) =>
      valuesIn(inner, member === "" ? name : `${member}.${name}`),
    );
  return [{ member, value: value as ToldValue["value"] }];
}
