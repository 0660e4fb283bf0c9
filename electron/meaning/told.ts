// What of a record no rule compares with anything: as people, programs and Azure gave it.
import type { RecordEntry } from "../ceremony/ceremony.ts";
import { isToldOnly } from "./members.ts";

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

/** Every entry of a record whose form was checked, in order. */
export const toldIn = (entries: readonly RecordEntry[]): readonly ToldEntry[] =>
  entries.map(({ seq: entry, at, station, type, by, data }) => ({
    entry,
    at,
    station,
    type,
    by,
    values: valuesIn(data, "").filter(({ member }) => isToldOnly(type, member)),
  }));

/** Every value of some data, with its member. */
export function valuesIn(value: unknown, member: string): readonly ToldValue[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesIn(item, `${member}[]`));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, inner]) =>
      valuesIn(inner, member === "" ? name : `${member}.${name}`),
    );
  return [{ member, value: value as ToldValue["value"] }];
}
