// What the forms of entries are made of: checks of one value, and of an object's members.

export type Check = (value: unknown) => boolean;

/** One check for each member that the data has, so that a new member cannot be forgotten here. */
type Members<Data> = { readonly [Name in keyof Data]-?: Check };

export const text: Check = (value) => typeof value === "string";
export const truth: Check = (value) => typeof value === "boolean";
export const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
export const like =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);
export const digest = like(/^[0-9a-f]{64}$/);
export const digestOrNone = like(/^([0-9a-f]{64})?$/);
export const verdict = like(/^(attested|not-attested)$/);
export const station = like(/^(offline|connected)$/);
export const officer = like(/^officer-([1-9]|10)$/);
export const refusalCode = like(/^E-[A-Z0-9-]{1,60}$/);
export const role = like(/^(administrator|witness|officer-([1-9]|10))$/);
export const listOf =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);

/** An object with exactly these members; those named `optional` may be absent. */
export function shape<Data>(members: Members<Data>, optional: readonly string[] = []): Check {
  const checks = Object.entries<Check>(members);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const found = new Map<string, unknown>(Object.entries(value));
    const known = [...found.keys()].every((name) => Object.hasOwn(members, name));
    return (
      known &&
      checks.every(([name, check]) =>
        found.has(name) ? check(found.get(name)) : optional.includes(name),
      )
    );
  };
}
