// Every paper that comes of a record, as PDFs. The only door to the evidence.
import type { Paper } from "../../ceremony-scripts/index.ts";
import { acknowledgement, custodyLabels } from "./custody-papers.ts";
import { minutes } from "./minutes.ts";
import { officerCards } from "./officer-card.ts";
import { paperPdf, type Pdf } from "./paper-pdf.ts";
import { quorumCertificate } from "./quorum-certificate.ts";
import { readingOf, type Reading } from "./reading.ts";

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
  return Promise.all(papers(reading).map(async ([name, paper]) =>
    ({ name: `${name}.pdf`, ...await paperPdf(paper, printing) })));
}

/** Each by its name; what a ceremony has no ground for is not made. */
const papers = (reading: Reading): readonly (readonly [string, Paper])[] => [
  ["minutes", minutes(reading)],
  ...named("quorum-certificate", quorumCertificate(reading)),
  ...officerCards(reading).map(([officer, paper]) => [`${officer}-card`, paper] as const),
  ...named("custody-labels", custodyLabels(reading)),
  ...named("custodian-acknowledgement", acknowledgement(reading)),
];

const named = (name: string, paper: Paper | null): readonly (readonly [string, Paper])[] =>
  paper === null ? [] : [[name, paper]];
