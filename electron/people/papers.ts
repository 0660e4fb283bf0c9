// The papers of a rehearsal: officers' cards and the witness's notes, as they would lie on the
// table.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { fault } from "./faults.ts";

/** Writes one paper, or writes it again: the words seen on a screen. Durable, as ink is. */
export function writePaper(file: string, paper: string, words: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.part`;
  const fd = openSync(temporary, "w", 0o600);
  writeSync(fd, JSON.stringify({ ...papersIn(file), [paper]: words }));
  fsyncSync(fd);
  closeSync(fd);
  renameSync(temporary, file);
}

/** The words on a paper. @throws Fault E-PEOPLE-PAPER */
export function readPaper(file: string, paper: string): string {
  const words = papersIn(file)[paper];
  if (words === undefined) throw fault("E-PEOPLE-PAPER");
  return words;
}

function papersIn(file: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}
