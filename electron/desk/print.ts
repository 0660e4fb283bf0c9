// A ceremony's script as a PDF at a place that a person chooses.
import type { CeremonyName, PrintedView } from "../bridge/room.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import { scriptOf } from "./scripts.ts";

/**
 * Writes it; every page says that this is a rehearsal, for the window has no other mode yet.
 * @returns null where nobody chose a place
 * @throws Fault E-SAVE-WRITE
 */
export async function printScript(
  ceremony: CeremonyName,
  { save }: Pick<DeskOptions, "save">,
): Promise<PrintedView | null> {
  // Loaded only when asked for: the typefaces would delay the first paint.
  const { walkthroughPdf } = await import("../evidence/papers.ts");
  const { bytes, pages } = await walkthroughPdf(scriptOf(ceremony), true);
  try {
    const saved = await save({ name: `${ceremony}-script-REHEARSAL.pdf`, kind: "PDF", bytes });
    return saved ? { pages } : null;
  } catch {
    throw fault("E-SAVE-WRITE");
  }
}
