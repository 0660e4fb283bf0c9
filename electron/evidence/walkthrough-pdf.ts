// A script's walkthrough as a PDF: the same paper as beside the script, printed to be written on.
import { fromHex, toWords } from "../../crypto/index.ts";
import { walkthrough, type Script } from "../../ceremony-scripts/index.ts";
import { paperPdf, type Pdf } from "./paper-pdf.ts";

/**
 * The walkthrough's pages, each bound to the script's SHA-256. They tell no date: the same script
 * gives the same bytes on every day and on every machine.
 * @param rehearsal whether REHEARSAL stands across every page
 */
export function walkthroughPdf(script: Script, rehearsal: boolean): Promise<Pdf> {
  const paper = walkthrough(script, toWords(fromHex(script.sha256) ?? new Uint8Array()));
  const bound = { what: `Script ${script.name}`, digest: script.sha256 };
  return paperPdf(paper, { bound, rehearsal, date: null, page: "lying" });
}
