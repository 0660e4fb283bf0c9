// What tests check of a refusal: its code, plain words, and no byte of the input in them.
import { expect } from "vitest";
import { isFault, type Fault } from "./index.ts";

/** A word in bad inputs that must never be repeated. */
export const CANARY = "CANARYq7Zx";

/** The fault that `work` ends with; anything else fails the test. */
export function refusalOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    expect(isFault(error), `it ends with a fault, and not with ${String(error)}`).toBe(true);
    if (!isFault(error)) throw error;
    for (const text of [error.message, error.next]) {
      expect(text).not.toContain(CANARY);
      expect(text).toMatch(/^[\x20-\x7e]{8,300}$/);
    }
    return error;
  }
  return expect.unreachable("It was not refused.");
}
