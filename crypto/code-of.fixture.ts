// What tests ask of work that may be refused: the code of its fault.
import { isFault } from "./errors.ts";

/**
 * The code of the fault that the work ends with, or "nothing thrown"; anything else that it throws
 * goes through. Of work that is waited for the code is, too.
 */
export function codeOf(work: Promise<unknown> | (() => Promise<unknown>)): Promise<string>;
export function codeOf(work: () => unknown): string;
export function codeOf(work: Promise<unknown> | (() => unknown)): Promise<string> | string {
  try {
    const ended = typeof work === "function" ? work() : work;
    return ended instanceof Promise ? ended.then(() => NOTHING, codeIn) : NOTHING;
  } catch (error) {
    return codeIn(error);
  }
}

const NOTHING = "nothing thrown";

function codeIn(error: unknown): string {
  if (isFault(error)) return error.code;
  throw error;
}
