// The code of the fault that refuses some work.
import { expect } from "vitest";
import { isFault } from "./errors.ts";

/**
 * The code of the fault that the work ends with, or "nothing thrown"; any other error fails the
 * test. For asynchronous work, a promise of it.
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
  return expect.fail(`no fault of ours: ${error instanceof Error ? error.stack : String(error)}`);
}
