// What makes PDFs, loaded when somebody prints.
import { fault } from "./faults.ts";

/**
 * It is a file beside this one: its typefaces would slow each other command down.
 * @throws Fault E-PAPER
 */
export async function printer() {
  try {
    return await import("../evidence/papers.ts");
  } catch {
    throw fault("E-PAPER");
  }
}
