// What main sends is a new value each time. What has not changed in it stays the same object, so that
// React draws again only what has.

/**
 * The next of two plain values (JSON, dates, undefined), in which each part that equals the one before
 * at its place is that one.
 */
export function kept<T>(before: unknown, next: T): T;
export function kept(before: unknown, next: unknown): unknown {
  if (Object.is(before, next)) return before;
  if (!isObject(before) || !isObject(next)) return next;
  if (Object.getPrototypeOf(before) !== Object.getPrototypeOf(next)) return next;
  if (before instanceof Date) return before.getTime() === Number(next) ? before : next;
  const names = Object.keys(next);
  const parts = names.map((name) => [name, kept(before[name], next[name])] as const);
  const isSame =
    names.length === Object.keys(before).length
    && parts.every(([name, part]) => name in before && Object.is(before[name], part));
  if (isSame) return before;
  return Array.isArray(next) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
