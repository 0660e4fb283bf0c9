// Every paper that comes of a record, as PDFs. The only door to the evidence.
import { minutes } from "./minutes.ts";
import { paperPdf, type Pdf } from "./paper-pdf.ts";
import { readingOf } from "./reading.ts";

export { walkthroughPdf } from "./walkthrough-pdf.ts";

/** A paper as a file. */
export interface PaperFile extends Pdf {
  /** Such as "minutes.pdf". */
  readonly name: string;
}

/**
 * All papers of a record, closed or not; no clock is asked: the same bytes give the same files.
 * @throws Fault E-LOG-*, E-STATE-RECORD
 */
export async function papersOf(record: Uint8Array): Promise<readonly PaperFile[]> {
  const reading = readingOf(record);
  const printing = {
    bound: { what: "Head of the record", digest: reading.head },
    rehearsal: reading.opened.mode === "REHEARSAL",
    date: new Date(reading.until),
  };
  return [{ name: "minutes.pdf", ...await paperPdf(minutes(reading), printing) }];
}
