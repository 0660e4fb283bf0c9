// Checks a question of the window before anything is done with it: size, number and form.
import { REQUESTS, type RequestOf } from "./contract.ts";
import type { Method } from "./methods.ts";

/** A question of good form. */
export interface Asked<M extends Method = Method> {
  readonly method: M;
  readonly request: RequestOf<M>;
}

/** Why a question is refused. */
export type NotAsked = "size" | "shape";

/** Characters of all texts and names in a request, and its values, counted together. */
const SIZE_MAX = 100_000;
const DEPTH_MAX = 16;

/**
 * The question, parsed by its method's parser. One that is too large or too deep is not parsed.
 * Nothing is ever thrown.
 */
export function readAsked(method: unknown, request: unknown): Asked | NotAsked {
  if (typeof method !== "string" || !Object.hasOwn(REQUESTS, method)) return "shape";
  if (!fits(request)) return "size";
  const read = REQUESTS[method as Method].safeParse(request);
  return read.success ? ({ method, request: read.data } as Asked) : "shape";
}

/** Counts with a limit, so that even a cyclic value ends. */
function fits(request: unknown): boolean {
  let left = SIZE_MAX;
  const count = (value: unknown, depth: number): boolean => {
    left -= typeof value === "string" ? value.length + 1 : 1;
    if (left < 0 || depth > DEPTH_MAX) return false;
    if (typeof value !== "object" || value === null) return true;
    // Members of other kinds (maps, buffers) are not counted, and no parser accepts one.
    return Object.entries(value).every(([name, inner]) => {
      left -= name.length;
      return count(inner, depth + 1);
    });
  };
  return count(request, 0);
}

/** At most this many questions are answered in this time. */
const RATE = { questions: 200, milliseconds: 1000 } as const;

/** Counts questions: true if one more may be answered now. @param clock in milliseconds */
export function rateLimit(clock: () => number): () => boolean {
  let since = clock();
  let asked = 0;
  return () => {
    const now = clock();
    // A clock that was set back also begins a new period.
    if (now - since >= RATE.milliseconds || now < since) [since, asked] = [now, 0];
    asked += 1;
    return asked <= RATE.questions;
  };
}
