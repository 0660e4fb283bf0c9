// `sd verify`: chain, signatures, close and head of a record, told in plain words.
import { statSync } from "node:fs";
import { join } from "node:path";
import { fromHex, toWords } from "../../crypto/index.ts";
import { RECORD_FILE } from "../journal/journal.ts";
import { signersKnown, verifyHead, verifyRecord, type Verdict } from "../journal/verify.ts";
import { usage, type Flags, type Given } from "./arguments.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";

export const VERIFY_FLAGS: Flags = { "--head": "many", "--officer": "many" };

const RECORD_MAX = 64 * 1024 * 1024;

/**
 * @returns the verdict in words
 * @throws Fault E-USAGE, E-LOG-*, E-HEAD-FORM, E-FILE-*
 */
export function verify(given: Given): string {
  const { place, heard, officers } = readWords(given);
  const verdict = verifyRecord(readInput(recordAt(place), "the record", RECORD_MAX));
  const head = heard.join(" ");
  if (heard.length > 0) verifyHead(verdict, head);
  if (!verdict.closed) throw fault("E-LOG-OPEN");
  const known = officers.length > 0 && signersKnown(verdict, officers);
  return report(verdict, known, heard.length > 0);
}

/**
 * Words of a head may stand unquoted, and the record behind them: then the last flag's last value
 * is the record.
 */
function readWords({ words, values }: Given) {
  const [heard, officers] = ["--head", "--officer"].map((flag) => [...(values.get(flag) ?? [])]);
  const last = [...values.keys()].at(-1) === "--head" ? heard : officers;
  const spare = last !== undefined && last.length > 1 ? last : [];
  const place = words[0] ?? spare.pop();
  if (place === undefined) throw usage("Give a record, or the folder that holds record.jsonl.");
  return { place, heard: heard ?? [], officers: officers ?? [] };
}

function recordAt(place: string): string {
  try {
    const path = statSync(place).isDirectory() ? join(place, RECORD_FILE) : place;
    statSync(path);
    return path;
  } catch {
    throw fault("E-LOG-MISSING");
  }
}

function report(verdict: Verdict, known: boolean, headGiven: boolean): string {
  const { entries, head, signatures } = verdict;
  const words = (hex: string) =>
    toWords((fromHex(hex) ?? new Uint8Array()).subarray(0, 10)).join(" ");
  return [
    `The record is consistent: ${String(entries.length)} entries, every hash and link holds.`,
    `It is closed: ${String(signatures.length)} signatures hold, by every officer who was present.`,
    ...signatures.map(
      ({ officer, certificate }) => `  ${officer}: certificate ${words(certificate)}`,
    ),
    known
      ? "The signers are known: their certificates are those you named."
      : "The signers are unknown: compare the words above with the officers' cards.",
    headGiven
      ? "The head is the one that was read aloud."
      : "No head was given: compare the head below with the one that was read aloud.",
    `Head: ${head}`,
    `In words: ${words(head)}`,
  ].join("\n");
}
