// Whether a service has adopted its key's newest version since it was made.
import type { Json } from "../../../crypto/json.ts";
import type { Answers } from "../answers/answer.ts";
import { textAt } from "../answers/shape.ts";
import { differs, named, type Finding } from "./finding.ts";
import { newestOf, timeAt } from "./key-answers.ts";

const MINUTE = 60_000;

/** When a key's newest version was made, or null where no answer says it. */
export const newestCreated = (
  answers: Answers,
  hsm: { readonly name: string },
  key: string,
): number | null => newestOf(answers, hsm, key)?.created ?? null;

/** A service that never rotated may omit the time of its last rotation; a given time must be later. */
export function rotatedSince(
  value: Json,
  path: string,
  created: number | null,
  of: string,
): readonly Finding[] {
  const rotated = timeAt(value, path);
  // Two of Azure's clocks may differ a little.
  if (rotated === null || created === null || rotated >= created - MINUTE) return [];
  const expected = `later than the version, ${new Date(created).toISOString()}`;
  return [differs(named(of, path), expected, textAt(value, path) || "no time")];
}
