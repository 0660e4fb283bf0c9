// The answers about one resource: found by kind and resource, never by their order.
import type { Json } from "../../../crypto/json.ts";
import type { Answers } from "../answers/answer.ts";
import type { AnswerKind } from "../answers/kind.ts";
import { textAt } from "../answers/shape.ts";
import { differs, named, NOTHING, type Finding } from "./finding.ts";

/** All answers of a kind. */
export const allOf = ({ all }: Answers, kind: AnswerKind): readonly Json[] =>
  all.filter((answer) => answer.kind === kind).map(({ value }) => value);

/** Whether two ids, host names or object ids are the same, ignoring case. */
export const alike = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

/** The answers about the resource with this id. */
export const answersAbout = (answers: Answers, kind: AnswerKind, id: string): readonly Json[] =>
  allOf(answers, kind).filter((value) => alike(textAt(value, "id"), id));

/**
 * Checks every answer about one resource; if there is none, that is the finding.
 * @param of the resource's name in findings, "" if a proof reads only one
 */
export function about(
  answers: Answers,
  kind: AnswerKind,
  id: string,
  of: string,
  evaluate: (value: Json) => readonly Finding[],
): readonly Finding[] {
  const found = answersAbout(answers, kind, id);
  if (found.length > 0) return found.flatMap(evaluate);
  // If a proof reads one resource, an answer about another was given by mistake.
  const [other] = of === "" ? allOf(answers, kind) : [];
  return [differs(named(of, "id"), id, other === undefined ? NOTHING : textAt(other, "id"))];
}

/** Lists that no answer is: what is in them is not known. */
export const unread = ({ lists }: Answers, ...names: readonly string[]): readonly Finding[] =>
  names
    .filter((name) => !lists.has(name))
    .map((name) => differs(name, "a list, which may be empty", NOTHING));

/** The last name in an id. */
export const lastName = (id: string): string => id.split("/").at(-1) ?? "";
