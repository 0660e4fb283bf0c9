// The papers of a rehearsal: officers' cards and the witness's notes, as they would lie on the
// table.
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import { makeFolder, replace } from "../disk/disk.ts";
import { fault } from "./faults.ts";

/** Writes one paper, or writes it again: the words seen on a screen. Durable, as ink is. */
export function writePaper(file: string, paper: string, words: string): void {
  makeFolder(dirname(file));
  const papers = { ...papersIn(file), [paper]: words };
  replace(dirname(file), basename(file), utf8(JSON.stringify(papers)));
}

/** The words on a paper. @throws Fault E-PEOPLE-PAPER */
export function readPaper(file: string, paper: string): string {
  const words = paperIn(file, paper);
  if (words === null) throw fault("E-PEOPLE-PAPER");
  return words;
}

/** The words on a paper, or null where there is none. */
export const paperIn = (file: string, paper: string): string | null =>
  papersIn(file)[paper] ?? null;

function papersIn(file: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}
