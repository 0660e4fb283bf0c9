// A line that is surely written in the one way it may be, told by the engine's own JSON: ten times
// as fast as reading it closely. What is not sure here is read closely, and checked there.
import { isList, type JsonData } from "./canonical.ts";

/** Objects and lists as deep as `isJsonData` takes them. */
const DEPTH_MAX = 16;

/** A lone surrogate as JSON writes it, or a text that looks like one. */
const SURROGATE = "\\ud";

/**
 * The value of a canonical line (RFC 8785), or null where that is not sure. Written anew it is the
 * very same text: so it has no space, no other spelling and no member twice; its members stand in
 * their order, and it holds nothing that a record must not hold.
 */
export function readCanonical(text: string): JsonData | null {
  const value = sameAgain(text);
  return !text.includes(SURROGATE) && isOrdered(value, 0) ? value : null;
}

/** What the text stands for, where it is written so again; else null. */
function sameAgain(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : null;
  } catch {
    // It is no JSON, or so deep that the engine itself gives up.
    return null;
  }
}

/** All that JSON can hold but null, fractions, great numbers, depth, and members out of order. */
function isOrdered(value: unknown, depth: number): value is JsonData {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "object") return true;
  if (value === null || depth >= DEPTH_MAX) return false;
  const data = value as Exclude<JsonData, string | number | boolean>;
  if (isList(data)) return data.every((item) => isOrdered(item, depth + 1));
  let last: string | null = null;
  for (const name of Object.keys(data)) {
    if (last !== null && !(last < name)) return false;
    if (!isOrdered(data[name], depth + 1)) return false;
    last = name;
  }
  return true;
}
