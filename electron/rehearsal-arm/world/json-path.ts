// Members of resources by their path: read, set, merged.
import { isObject, type Json, type JsonObject } from "../../../crypto/index.ts";

/** The member at a path such as `properties.networkAcls.bypass`; undefined if missing. */
export function at(value: Json | undefined, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const name of path.split("."))
    found = found !== undefined && isObject(found) ? found[name] : undefined;
  return found;
}

/** The text there, or "". */
export function textAt(value: Json | undefined, path: string): string {
  const found = at(value, path);
  return typeof found === "string" ? found : "";
}

/** The list there, or an empty one. */
export function listAt(value: Json | undefined, path: string): readonly Json[] {
  const found = at(value, path);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** A copy with another value there; undefined removes the member. */
export function put<Whole extends JsonObject>(
  whole: Whole,
  path: string,
  value: Json | undefined,
): Whole {
  const [name = "", ...rest] = path.split(".");
  const inner = whole[name];
  const below = inner !== undefined && isObject(inner) ? inner : {};
  const next = rest.length === 0 ? value : put(below, rest.join("."), value);
  const others = Object.entries(whole).filter(([other]) => other !== name);
  const all = next === undefined ? others : [...others, [name, next] as const];
  return Object.fromEntries(all) as Whole;
}

/** RFC 7396, as Resource Manager's PATCH: objects are merged, null removes, the rest replaces. */
export function merged(before: JsonObject, patch: JsonObject): JsonObject {
  const whole = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(patch)) {
    const old = whole.get(name);
    if (value === null || value === undefined) whole.delete(name);
    else if (isObject(value) && old !== undefined && isObject(old))
      whole.set(name, merged(old, value));
    else whole.set(name, value);
  }
  return Object.fromEntries(whole);
}
