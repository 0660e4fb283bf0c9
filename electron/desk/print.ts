// A ceremony's script as a PDF at a place that a person chooses.
import type { CeremonyName, PrintedView } from "../bridge/room.ts";
import { fault } from "./faults.ts";
import type { DeskOptions, WriteNew } from "./options.ts";
import { scriptOf } from "./scripts.ts";

/**
 * Writes it; every page says that this is a rehearsal, for the window has no other mode yet.
 * @returns null where nobody chose a place
 * @throws Fault E-PRINT-TAKEN, E-PRINT-WRITE
 */
export async function printScript(
  ceremony: CeremonyName, choosePlace: DeskOptions["choosePlace"],
): Promise<PrintedView | null> {
  const write = await choosePlace(`${ceremony}-script-REHEARSAL.pdf`);
  if (write === null) return null;
  // Loaded only when asked for: the typefaces would delay the first paint.
  const { walkthroughPdf } = await import("../evidence/walkthrough-pdf.ts");
  const { bytes, pages } = await walkthroughPdf(scriptOf(ceremony), true);
  if (!written(write, bytes)) throw fault("E-PRINT-TAKEN");
  return { pages };
}

function written(write: WriteNew, bytes: Uint8Array): boolean {
  try {
    return write(bytes);
  } catch {
    throw fault("E-PRINT-WRITE");
  }
}
