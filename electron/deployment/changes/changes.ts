// What differs between two plans, member by member. An item of a list is found again by its name,
// wherever it is in the other list.
import { isArray, isObject, type Json, type JsonObject } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";

/** One difference. */
export interface Change {
  readonly how: "added" | "removed" | "changed" | "reordered";
  /** Its path, with names in place of numbers: `keys[Contoso-SQLMI-CMK].size`. */
  readonly member: string;
  /** The same without names, as the form has it: `keys[].size`. */
  readonly form: string;
  /** Where it is: in the new plan, or in the old one if it was removed. */
  readonly path: readonly (string | number)[];
  /** Its value, if that is one word or number; null for an item with members. */
  readonly was: string | null;
  readonly is: string | null;
}

/** All of them, in the order of the form. */
export function changesOf(old: Plan, now: Plan): readonly Change[] {
  return compare({ member: "", form: "", was: [], is: [] }, asJson(old), asJson(now));
}

/** Members that are left out are no members. */
const asJson = (plan: Plan): Json => JSON.parse(JSON.stringify(plan)) as Json;

/** A member with its paths in both plans. */
interface Place {
  readonly member: string;
  readonly form: string;
  readonly was: Change["path"];
  readonly is: Change["path"];
}

function compare(place: Place, was: Json | undefined, is: Json | undefined): readonly Change[] {
  if (isArray(was) && isArray(is)) return compareLists(place, was, is);
  if (isObject(was) && isObject(is))
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) =>
      compare(memberOf(place, name), was[name], is[name]),
    );
  if (was === is) return [];
  const how = was === undefined ? "added" : is === undefined ? "removed" : "changed";
  const { member, form } = place;
  const path = is === undefined ? place.was : place.is;
  return [{ how, member, form, path, was: wordOf(was), is: wordOf(is) }];
}

function compareLists(place: Place, was: readonly Json[], is: readonly Json[]): readonly Change[] {
  const [before, after] = [byName(was), byName(is)];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  const changes = names.flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    const member = `${place.member}[${now?.name ?? old?.name ?? ""}]`;
    const [atWas, atIs] = [
      [...place.was, old?.at ?? 0],
      [...place.is, now?.at ?? 0],
    ];
    const item = { member, form: `${place.form}[]`, was: atWas, is: atIs };
    return compare(item, old?.item, now?.item);
  });
  const kept = [...before.keys()].filter((name) => after.has(name));
  const order = [...after.keys()].filter((name) => before.has(name));
  if (kept.every((name, at) => name === order[at])) return changes;
  const { member, form, is: path } = place;
  return [...changes, { how: "reordered", member, form, path, was: null, is: null }];
}

const memberOf = ({ member, form, was, is }: Place, name: string): Place => ({
  member: member === "" ? name : `${member}.${name}`,
  form: form === "" ? name : `${form}.${name}`,
  was: [...was, name],
  is: [...is, name],
});

interface Item {
  readonly name: string;
  readonly at: number;
  readonly item: Json;
}

/** Items by name, without case as Azure compares them; two of one name differ by their other words. */
function byName(items: readonly Json[]): ReadonlyMap<string, Item> {
  const names = items.map(nameOf);
  const count = (name: string): number =>
    names.filter((one) => one.toLowerCase() === name.toLowerCase()).length;
  return new Map(
    items.map((item, at) => {
      const own = names[at] ?? "";
      const name = count(own) > 1 && isObject(item) ? wordsOf(item) : own;
      return [name.toLowerCase(), { name, at, item }];
    }),
  );
}

function nameOf(item: Json): string {
  if (!isObject(item)) return wordOf(item) ?? "";
  const { name, id, machine } = item;
  const own = name ?? id ?? machine;
  return typeof own === "string" ? own : wordsOf(item);
}

/** All that is one word or number in an item: a role has no other name. */
const wordsOf = (item: JsonObject): string =>
  Object.values(item)
    .map(wordOf)
    .filter((word) => word !== null)
    .join(", ");

const wordOf = (value: Json | undefined): string | null =>
  value === undefined || typeof value === "object" ? null : String(value);
