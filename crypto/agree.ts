// Double entry: two engines do the same work, and a difference stops the step.
import type { RefusalSentence } from "../electron/text/refusal.ts";
import { equal, wipe } from "./bytes.ts";
import { fault } from "./faults.ts";

/**
 * The common answer of both engines; null if both refused. It may be a secret, so the second
 * engine's copy is wiped.
 * @throws Fault E-DOUBLE-ENTRY if they differ in a single byte, or only one refused
 */
export function agree(
  what: RefusalSentence,
  working: Uint8Array | null,
  second: Uint8Array | null,
): Uint8Array | null {
  if (working === null && second === null) return null;
  if (working === null || second === null) throw fault("E-DOUBLE-ENTRY", { what });
  return agreed(what, working, second);
}

/** As `agree`, where neither engine may refuse. */
export function agreed(what: RefusalSentence, working: Uint8Array, second: Uint8Array): Uint8Array {
  const isSame = equal(working, second);
  if (second !== working) wipe(second);
  if (!isSame) throw fault("E-DOUBLE-ENTRY", { what });
  return working;
}
