// The PDF maker, loaded on demand.
import { fault } from "./faults.ts";

/**
 * A file beside this one: its typefaces would slow every other command down.
 * @throws Fault E-PAPER
 */
export async function printer() {
  try {
    return await import("../../evidence/papers.ts");
  } catch {
    throw fault("E-PAPER");
  }
}
