// Whether a service has turned to its key's newest version since that was made.
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

/** A service that never rotated may not say when it last did; one that says it must be later. */
export function rotatedSince(
  value: Json,
  path: string,
  created: number | null,
  of: string,
): readonly Finding[] {
  const rotated = timeAt(value, path);
  // Two clocks of Azure's may differ by a little.
  if (rotated === null || created === null || rotated >= created - MINUTE) return [];
  const expected = `later than the version, ${new Date(created).toISOString()}`;
  return [differs(named(of, path), expected, textAt(value, path) || "no time")];
}
