// A finding: which member of which answer differs, the expected value and the found one.
import { isArray, isObject, type Json } from "../../../crypto/json.ts";
import { memberAt } from "../answers/shape.ts";
import type { Expectation } from "./expectation.ts";

/** One difference between the plan and an answer. */
export interface Finding {
  /** `[resource: ]member`, the member as Resource Manager names it. */
  readonly member: string;
  readonly expected: string;
  /** What the answer says there, or `NOTHING`. */
  readonly found: string;
}

/** A missing value in a finding: it proves nothing either way. */
export const NOTHING = "nothing";

/** One finding; an empty text counts as nothing. */
export const differs = (member: string, expected: string, found: string): Finding => ({
  member,
  expected,
  found: found === "" ? NOTHING : found,
});

/**
 * Checks one member of an answer.
 * @param of the resource's name, if a proof reads several of a kind; else ""
 */
export function member(
  value: Json,
  path: string,
  wanted: Expectation,
  of = "",
): readonly Finding[] {
  const found = memberAt(value, path);
  const isRight = found === undefined ? wanted.absentIsRight === true : wanted.met(found);
  if (isRight) return [];
  const said = saidOf(found);
  // A text in place of a number or of true and false.
  return [differs(named(of, path), wanted.text, said === wanted.text ? `"${said}"` : said)];
}

/** A member's name with that of its resource. */
export const named = (of: string, path: string): string => (of === "" ? path : `${of}: ${path}`);

/** A found value in a few words. The caller must escape it for display. */
export function saidOf(found: Json | undefined): string {
  if (found === undefined || found === null) return NOTHING;
  if (typeof found === "string") return found === "" ? "an empty text" : found;
  if (isArray(found)) return found.length === 0 ? "an empty list" : listed(found);
  if (isObject(found)) return Object.keys(found).length === 0 ? "an empty object" : "an object";
  return String(found);
}

function listed(items: readonly Json[]): string {
  const texts = items.filter((item) => typeof item === "string");
  if (texts.length === items.length) return texts.join(", ");
  return items.length === 1 ? "a list of 1" : `a list of ${String(items.length)}`;
}
