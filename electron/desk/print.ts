// A ceremony's script as a PDF at a place that a person chooses.
import type { CeremonyName, PrintedView } from "../bridge/view.ts";
import { INITIAL } from "../ceremony/ceremony.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import type { StoredCeremony } from "./ceremony-store.ts";
import { scriptIn } from "./scripts.ts";

/**
 * Writes the version that the unfinished ceremony of this name runs, else today's; every page says that this is a rehearsal, for the window has no other mode yet.
 * @returns null where nobody chose a place
 * @throws Fault E-SAVE-WRITE
 */
export async function printScript(
  ceremony: CeremonyName,
  all: readonly StoredCeremony[],
  { save }: Pick<DeskOptions, "save">,
): Promise<PrintedView | null> {
  const last = all.at(-1);
  const isIts = last?.ceremony.script === ceremony && !last.state.closed;
  const script = scriptIn(ceremony, isIts ? last.state : INITIAL);
  // Loaded only when asked for: the typefaces would delay the first paint.
  const { walkthroughPdf } = await import("../evidence/papers.ts");
  const { bytes, pages } = await walkthroughPdf(script, true);
  try {
    const saved = await save({ name: `${ceremony}-script-REHEARSAL.pdf`, kind: "PDF", bytes });
    return saved ? { pages } : null;
  } catch {
    throw fault("E-SAVE-WRITE");
  }
}
