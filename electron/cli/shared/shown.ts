// Text from a file, as it is shown: it must not steer a terminal nor imitate other text.
import type { JsonObject } from "../../../crypto/index.ts";

const LENGTH_MAX = 200;
/**
 * Printable ASCII without the backslash, so that nothing is ambiguous, and Latin letters with their marks, as
 * people's names have them, but for four that look like other Latin letters or like two.
 */
const PLAIN =
  /^[\x20-\x5b\x5d-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u0148\u014a-\u017e]*$/;

/**
 * Printable ASCII and Latin letters unchanged, everything else as `\u{HEX}`; cut after 200 characters,
 * with `...`.
 */
export function shown(text: string): string {
  if (text.length <= LENGTH_MAX && PLAIN.test(text)) return text;
  const start = [...text.slice(0, 2 * LENGTH_MAX)].slice(0, LENGTH_MAX);
  const safe = start.map((character) =>
    PLAIN.test(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return safe.join("") + (start.join("").length < text.length ? "..." : "");
}

/** A value as data, with every text in it safe to be shown, and without members that are undefined. */
export const shownData = (value: object): JsonObject => safe(value) as JsonObject;

function safe(value: unknown): unknown {
  if (typeof value === "string") return shown(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(safe);
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(members.map(([name, inner]) => [name, safe(inner)]));
}
