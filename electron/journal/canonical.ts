// The one encoding of a value: RFC 8785, for the few kinds of value in a record.

/** What an entry may contain: no null, no fraction; integers below 2^53 either way. */
export type JsonData =
  | string
  | number
  | boolean
  | readonly JsonData[]
  | { readonly [member: string]: JsonData };

/** An entry's members are at depth 1; the strict JSON reader goes no deeper than 16. */
const DEPTH_MAX = 16;

/** True if a value may be in a record: also no lone surrogate, no prototype, no hole. */
export function isJsonData(value: unknown, depth = 0): value is JsonData {
  if (typeof value === "string") return isWellFormed(value);
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value === "boolean") return true;
  if (typeof value !== "object" || value === null || depth >= DEPTH_MAX) return false;
  if (Array.isArray(value)) return Array.from(value).every((item) => isJsonData(item, depth + 1));
  if (!isPlain(value)) return false;
  return Object.entries(value).every(
    ([name, member]) => isWellFormed(name) && isJsonData(member, depth + 1),
  );
}

/**
 * The canonical text (RFC 8785): members sorted by UTF-16 code units, no space, shortest escapes.
 * @param value as `isJsonData` allows
 */
export function canonical(value: JsonData): string {
  // JSON.stringify writes strings and integers as RFC 8785 3.2.2 requires, -0 as 0.
  if (typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
}

/** `Array.isArray` alone loses the readonly element type. */
export function isList(value: JsonData): value is readonly JsonData[] {
  return Array.isArray(value);
}

/** A member of an object by its name; undefined if it is missing, or for other values. */
export function memberOf(value: JsonData, name: string): JsonData | undefined {
  if (typeof value !== "object" || isList(value) || !Object.hasOwn(value, name)) return undefined;
  return value[name];
}

const SURROGATE = /\p{Surrogate}/u;

const isWellFormed = (text: string): boolean => !SURROGATE.test(text);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
