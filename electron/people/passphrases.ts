// The simulated officers' passphrases: from a file, one per line, or fixed ones made of words.
import { fromHex, fromUtf8, sha256Hex, toWords, utf8 } from "../../crypto/index.ts";
import { readPlain } from "../disk/read-plain.ts";
import { fault } from "./faults.ts";

const FILE_BYTES_MAX = 64 * 1024;

/**
 * Officer `seat`'s passphrase. From the file: line `seat`, LF or CRLF. Without a file: six words
 * that anyone can compute, so that no program text contains them and they protect nothing real.
 * @throws Fault E-PEOPLE-FILE, E-PEOPLE-LINES
 */
export function passphraseOf(seat: number, file: string | null): string {
  if (file === null) return fixed(seat);
  const line = linesOf(file)[seat - 1];
  if (line === undefined || line === "") throw fault("E-PEOPLE-LINES", { n: seat });
  return line;
}

function linesOf(file: string): readonly string[] {
  try {
    const bytes = readPlain(file, FILE_BYTES_MAX);
    if (bytes === null) throw new RangeError("no plain file, or too large");
    return fromUtf8(bytes)
      .split("\n")
      .map((line) => line.replace(/\r$/, ""));
  } catch {
    throw fault("E-PEOPLE-FILE");
  }
}

function fixed(seat: number): string {
  const digest = fromHex(sha256Hex(utf8(`rehearsal officer ${String(seat)}`))) ?? new Uint8Array();
  return toWords(digest.subarray(0, 6)).join(" ");
}
