// Every paper made from a record, as PDFs. The only public file of the evidence.
import {
  type Paper,
  type SaidSpan,
  walkthrough,
  type Script,
} from "../../ceremony-scripts/index.ts";
import { paperIn } from "../../ceremony-scripts/paper-language.ts";
import { cardsToWrite } from "./cards-to-write.ts";
import { acknowledgement, custodyLabels } from "./custody-papers.ts";
import { dryRunCertificate } from "./dry-run-certificate.ts";
import type { OwnScript } from "../meaning/reliance.ts";
import { sentence, type Language } from "../text/text.ts";
import { headSlips } from "./head-slips.ts";
import { minutes } from "./minutes.ts";
import { entryMark } from "./minutes-steps.ts";
import { officerCards } from "./officer-card.ts";
import { paperPdf, type Pdf } from "./paper-pdf.ts";
import { quorumCertificate } from "./quorum-certificate.ts";
import { readingOf, type Reading } from "./reading.ts";
import { sumsOf } from "./sums.ts";
import { hexWords, sha256Hex } from "../../crypto/index.ts";

// A paper may be in either; a ceremony's evidence is in English, because it is compared byte by byte.
export type { Language };

/** A paper as a file. */
export interface PaperFile extends Pdf {
  /** Such as "minutes.pdf". */
  readonly name: string;
}

/**
 * All papers of a record, closed or not; without a clock: the same bytes give the same files.
 * @param own the custom script of the ceremony, if any
 * @throws Fault E-LOG-*, E-STATE-RECORD
 */
export function papersOf(record: Uint8Array, own: OwnScript = null): Promise<readonly PaperFile[]> {
  const reading = readingOf(record, own);
  return Promise.all(papers(reading).map((paper) => printed(reading, paper, "en")));
}

/** The names of these papers, without drawing them. @throws as `papersOf` */
export const paperNames = (record: Uint8Array, own: OwnScript = null): readonly string[] =>
  papers(readingOf(record, own)).map(([name]) => fileOf(name));

/** One of these papers, or null if there is none of this name. @throws as `papersOf` */
export async function paperOf(
  record: Uint8Array,
  name: string,
  language: Language = "en",
  own: OwnScript = null,
): Promise<PaperFile | null> {
  const reading = readingOf(record, own);
  const paper = papers(reading).find(([one]) => fileOf(one) === name);
  return paper === undefined ? null : printed(reading, paper, language);
}

/** The page of the minutes for each entry, by its number. @throws as `papersOf` */
export async function minutesPages(
  record: Uint8Array,
  language: Language = "en",
  own: OwnScript = null,
): Promise<ReadonlyMap<number, number>> {
  const reading = readingOf(record, own);
  const { marks } = await printed(reading, ["minutes", minutes(reading)], language);
  return new Map(
    reading.entries.flatMap(({ seq }) => {
      const page = marks.get(entryMark(seq));
      return page === undefined ? [] : [[seq, page] as const];
    }),
  );
}

const HEAD = sentence("paper.head");

const fileOf = (name: string): string => `${name}.pdf`;

async function printed(
  reading: Reading,
  [name, paper]: readonly [string, Paper],
  language: Language,
): Promise<PaperFile> {
  const pdf = await paperPdf(paperIn(language, paper), {
    language,
    bound: { what: HEAD, digest: reading.head },
    rehearsal: reading.opened.mode === "REHEARSAL",
    date: new Date(reading.until),
    page: "upright",
  });
  return { name: fileOf(name), ...pdf };
}

/** Each by its name; papers for which the ceremony has no content are not made. */
const papers = (reading: Reading): readonly (readonly [string, Paper])[] => [
  ["minutes", minutes(reading)],
  ...named("quorum-certificate", quorumCertificate(reading)),
  ...named("dry-run-certificate", dryRunCertificate(reading)),
  ...officerCards(reading).map(([officer, paper]) => [`${officer}-card`, paper] as const),
  ...named("custody-labels", custodyLabels(reading)),
  ...named("custodian-acknowledgement", acknowledgement(reading)),
  ...named("head-slips", headSlips(reading)),
];

const named = (name: string, paper: Paper | null): readonly (readonly [string, Paper])[] =>
  paper === null ? [] : [[name, paper]];

/**
 * The minutes of a deployment, each page bound to its record's head. They have no date of their own.
 * @param rehearsal whether REHEARSAL is across every page
 */
export const deploymentPdf = (
  paper: Paper<SaidSpan>,
  head: string,
  rehearsal: boolean,
): Promise<Pdf> =>
  paperPdf(paper, {
    language: "en",
    bound: { what: HEAD, digest: head },
    rehearsal,
    date: null,
    page: "upright",
  });

/**
 * A paper that is made of a plan, each page bound to the SHA-256 of the plan's file. It has no date: the
 * same plan always gives the same bytes.
 */
export const planPdf = (paper: Paper, plan: string, digest: string): Promise<Pdf> =>
  paperPdf(paperIn("en", paper), {
    language: "en",
    bound: { what: sentence("paper.plan", { name: plan }), digest },
    rehearsal: false,
    date: null,
    page: "upright",
  });

/** A list of files' digests, as `sha256sum --check` reads it. */
export const sumsOfFiles = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  sumsOf([...files].map(([path, bytes]) => [path, sha256Hex(bytes)]));

/**
 * The walkthrough's pages, each bound to the script's SHA-256. They have no date: the same script
 * always gives the same bytes.
 * @param rehearsal whether REHEARSAL is across every page
 */
export function walkthroughPdf(
  script: Script,
  rehearsal: boolean,
  language: Language = "en",
): Promise<Pdf> {
  const paper = walkthrough(script, hexWords(script.sha256));
  const bound = { what: sentence("paper.script", { name: script.name }), digest: script.sha256 };
  const blocks = [...paper.blocks, ...cardsToWrite(script)];
  return paperPdf(paperIn(language, { ...paper, blocks }), {
    bound,
    rehearsal,
    date: null,
    page: "lying",
    language,
  });
}
