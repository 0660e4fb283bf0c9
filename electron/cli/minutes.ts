// `sd minutes`: all papers of a record as PDFs, made again from its bytes alone.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "../../crypto/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { systemCode } from "../disk/refusal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import { need, usage, type Given } from "./shared/arguments.ts";
import { fault } from "./shared/faults.ts";
import { checkFree, writeOutput } from "./shared/files.ts";
import type { Outcome } from "./shared/outcome.ts";
import { printer } from "./shared/printer.ts";
import { ownScript, readRecordAt } from "./shared/record-file.ts";
import { headWordsOf, spokenHead } from "./shared/spoken.ts";

const OUT = "--out";

/** @throws Fault E-USAGE, E-LOG-*, E-MEAN-*, E-NOT-A-CEREMONY, E-STATE-RECORD, E-FILE-*, E-PAPER */
export async function minutes(given: Given): Promise<Outcome> {
  const [place] = given.words;
  if (place === undefined) throw usage("Give a record, or the folder with record.jsonl.");
  const folder = need(given, OUT);
  const record = readRecordAt(place);
  // Checked here too: a refusal of the file beside this one would not be reported as one.
  const verdict = verifyRecord(record);
  const { head, closedBy, entries } = verdict;
  const script = ownScript(given);
  rely(verdict, { own: script });
  fold(entries);
  const { papersOf } = await printer();
  const made = (await papersOf(record, script)).map((paper) => ({
    ...paper,
    file: join(folder, paper.name),
  }));
  makeFolder(folder);
  for (const { file } of made) checkFree(file, OUT);
  for (const { file, bytes } of made) writeOutput(file, OUT, bytes);
  const papers = made.map(({ file, pages, bytes }) => ({ file, pages, sha256: sha256Hex(bytes) }));
  return {
    text: [
      "Made from the record alone, and read back; every page is bound to the record's head:",
      ...made.map(({ name, pages }) => `  ${name.padEnd(30)} ${pagesOf(pages)}`),
      `Head: ${head}`,
      `In words: ${headWordsOf({ head, closedBy })}`,
      ...(closedBy === null ? ["The record is not closed, and the minutes say so."] : []),
      ...(closedBy === "paper"
        ? ["It was closed on paper: the papers that people signed belong to these."]
        : []),
    ].join("\n"),
    data: { head: spokenHead({ head, closedBy }), closedBy, papers },
  };
}

const pagesOf = (pages: number): string => (pages === 1 ? "1 page" : `${String(pages)} pages`);

/** An existing folder is used; of a new one the parent must exist. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw fault("E-FILE-WRITE", { flag: OUT });
  }
}
