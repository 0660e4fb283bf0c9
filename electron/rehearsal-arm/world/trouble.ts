// Troubles on demand: a refusal, a wait, an empty answer, or a wrong member.
import { isArray, isObject, type Json } from "../../../crypto/index.ts";
import type { Answer } from "../../rehearsal-hsm/hsm-within.ts";
import { put } from "./json-path.ts";

/** One trouble, for requests with a matching method and path. */
export interface Trouble {
  readonly method?: string;
  readonly path: RegExp;
  /** How many requests it affects; by default all. */
  readonly times?: number;
  /** The answer given instead. */
  readonly answer?: Answer;
  /** The change of the right answer. */
  readonly member?: Change;
}

/** Azure's own answer to too many requests. */
export const throttled = (seconds: number): Answer => ({
  status: 429,
  headers: { "retry-after": String(seconds) },
  body: { error: { code: "TooManyRequests", message: "The request is being throttled." } },
});

/** The answer: the trouble of this request, else the right one. */
export function withTrouble(
  troubles: Trouble[],
  asked: { readonly method: string; readonly path: string },
  right: () => Answer,
): Answer {
  const trouble = troubleFor(troubles, asked);
  if (trouble?.answer !== undefined) return trouble.answer;
  return trouble === undefined ? right() : troubled(right(), trouble);
}

/** The trouble that affects a request. After its last request it is over. */
function troubleFor(
  troubles: Trouble[],
  { method, path }: { readonly method: string; readonly path: string },
): Trouble | undefined {
  const n = troubles.findIndex((one) => (one.method ?? method) === method && one.path.test(path));
  const found = troubles[n];
  if (found?.times === 1) troubles.splice(n, 1);
  else if (found?.times !== undefined) troubles[n] = { ...found, times: found.times - 1 };
  return found;
}

/** The answer with the member as the trouble wants it. */
function troubled(answer: Answer, { member }: Trouble): Answer {
  const { body } = answer;
  return member === undefined || body === undefined
    ? answer
    : { ...answer, body: changed(body, member) };
}

/** What is changed in an answer: the member's path, and its value, or undefined for none. */
export type Change = readonly [path: string, value: Json | undefined];

/** An answer with one member changed: in the object, or in each of a list. */
export function changed(body: Json, [path, value]: Change): Json {
  const each = (items: readonly Json[]): readonly Json[] =>
    items.map((one) => (isObject(one) ? put(one, path, value) : one));
  if (isArray(body)) return each(body);
  if (!isObject(body)) return body;
  const { value: items } = body;
  return items !== undefined && isArray(items)
    ? { ...body, value: each(items) }
    : put(body, path, value);
}
