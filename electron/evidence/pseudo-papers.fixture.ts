// Papers in the pseudo-language: what of ours went past the catalogue is found by its plain letters.
import type { Block, Cell, Line, Paper, SaidSpan } from "../../ceremony-scripts/index.ts";
import { paperBy } from "../../ceremony-scripts/paper-locale.ts";
import { toWords } from "../../crypto/index.ts";
import { ENGLISH } from "../text/english.ts";
import { pseudo, UNACCENTED } from "../text/pseudo.fixture.ts";
import type { Locale } from "../text/locale.ts";
import { acknowledgement, custodyLabels } from "./custody-papers.ts";
import { dryRunCertificate } from "./dry-run-certificate.ts";
import { headSlips } from "./head-slips.ts";
import { minutes } from "./minutes.ts";
import { officerCards } from "./officer-card.ts";
import { quorumCertificate } from "./quorum-certificate.ts";
import type { Reading } from "./reading.ts";

/** Its lists are those of a language that has no letters of ours between their items. */
const PSEUDO: Locale = {
  tag: "ja",
  messageOf: (id) => pseudo(ENGLISH.messageOf(id)),
  ready: new Map(),
};

/** The words of digests. */
const WORDS = new Set(
  Array.from({ length: 256 }, (_, byte) => toWords(new Uint8Array([byte, byte]))).flat(),
);

/** "2026-01-31T09:00:00.000Z", as a record has it. */
const TIME = /\d[\d:.T-]*Z/g;

const isOfDigest = (text: string): boolean => text.split(" ").every((word) => WORDS.has(word));

/** What `unsaidOn` finds on every paper of a record, and how many these are. */
export function unsaidIn(reading: Reading) {
  const { opened, after } = reading;
  const names = [opened.hsm, after.hsm, ...after.officers.map(({ name }) => name)];
  const papers = [
    minutes(reading),
    quorumCertificate(reading),
    dryRunCertificate(reading),
    custodyLabels(reading),
    acknowledgement(reading),
    headSlips(reading),
    ...officerCards(reading).map(([, card]) => card),
  ].filter((paper) => paper !== null);
  return { papers: papers.length, unsaid: papers.flatMap((paper) => unsaidOn(paper, names)) };
}

/**
 * Texts on a paper that are neither in the pseudo-language, nor marked as names or as a person's
 * own words, nor the words of a digest.
 * @param names what is in its title as recorded
 */
export function unsaidOn(paper: Paper, names: readonly string[]): readonly string[] {
  const { title, blocks } = paperBy(PSEUDO, paper);
  const ownTitle = names.reduce((text, name) => text.replace(name, ""), title);
  return [ownTitle, ...blocks.flatMap(linesOf).flat()]
    .filter((span) => typeof span === "string")
    .filter((text) => UNACCENTED.test(text.replace(TIME, "")) && !isOfDigest(text));
}

/** The texts of a block, without commands. */
function linesOf(block: Block<SaidSpan>): readonly Line<SaidSpan>[] {
  switch (block.sort) {
    case "heading":
    case "paragraph":
      return [block.line];
    case "table":
      return [
        block.columns.map(({ head }) => head),
        ...block.rows.flat().flatMap(linesIn),
        ...(block.bands ?? []).flatMap((band) =>
          band === null ? [] : [...band.cells, ...band.again].flatMap(linesIn),
        ),
      ];
    case "preformatted":
    case "words":
    case "quorum":
    case "new-page":
      return [];
  }
}

const linesIn = (cell: Cell<SaidSpan>): readonly Line<SaidSpan>[] =>
  typeof cell === "string" ? [[cell]] : cell;
