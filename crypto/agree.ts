// Double entry: two engines do the same work, and a difference stops the step.
import { equal } from "./bytes.ts";
import { fault } from "./faults.ts";

/**
 * The common answer of both engines; null when both refused.
 * @throws Fault E-DOUBLE-ENTRY when they differ in a single byte, or only one refused
 */
export function agree(
  what: string,
  working: Uint8Array | null,
  second: Uint8Array | null,
): Uint8Array | null {
  if (working === null && second === null) return null;
  if (working === null || second === null || !equal(working, second))
    throw fault("E-DOUBLE-ENTRY", { what });
  return working;
}

/** As `agree`, where neither engine may refuse. */
export function agreed(what: string, working: Uint8Array, second: Uint8Array): Uint8Array {
  if (!equal(working, second)) throw fault("E-DOUBLE-ENTRY", { what });
  return working;
}
