// `sd inspect`: what a file is, by its content, with its digest and what it names.
import {
  ACCEPTABLE, FILE_BYTES_MAX, readCertificate, readExchangeKey, sha256Hex,
} from "../../crypto/index.ts";
import { usage, type Given } from "./arguments.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";
import { certificateFacts } from "./inspect/certificate.ts";
import { answerFacts, blobFacts, domainFacts } from "./inspect/domain.ts";
import { downloadRequestFacts } from "./inspect/download-request.ts";
import type { Facts } from "./inspect/facts.ts";
import { kindOf, type Kind } from "./inspect/kind.ts";
import { manifestFacts, markerFacts } from "./inspect/medium.ts";
import { privateKeyFacts } from "./inspect/private-key.ts";
import { recordFacts } from "./inspect/record.ts";
import type { Outcome, Voice } from "./outcome.ts";
import { spoken, wordsOf } from "./shown.ts";

/** Only a record may be so large. */
const RECORD_BYTES_MAX = 64 * 1024 * 1024;
const FILE = "FILE";

const READERS: Readonly<Record<Kind, (bytes: Uint8Array) => Facts>> = {
  "security-domain": domainFacts,
  "restore-blob": blobFacts,
  "exchange-key": (bytes) => certificateFacts(readExchangeKey(bytes, ACCEPTABLE), "exchange"),
  "download-answer": answerFacts,
  "download-request": downloadRequestFacts,
  "certificate": (bytes) => certificateFacts(readCertificate(bytes, ACCEPTABLE)),
  "private-key": privateKeyFacts,
  "record": recordFacts,
  "manifest": manifestFacts,
  "marker": markerFacts,
  "unknown": () => ({ title: "none of the files of a ceremony", lines: [], data: {} }),
};

/**
 * Tells what a file is. A damaged one is refused by the reader of its kind.
 * @throws Fault E-USAGE, E-FILE-*, and those of the readers
 */
export function inspect({ words: [path] }: Given, { warn }: Pick<Voice, "warn">): Outcome {
  if (path === undefined) throw usage("Give the file to look at.");
  const bytes = readInput(path, FILE, RECORD_BYTES_MAX);
  if (bytes.length === 0) throw fault("E-FILE-EMPTY", { flag: FILE });
  if (bytes.every((byte) => byte === 0)) throw fault("E-FILE-ZEROS", { flag: FILE });
  const kind = kindOf(bytes);
  const max = kind === "record" ? RECORD_BYTES_MAX : FILE_BYTES_MAX;
  if (bytes.length > max) throw fault("E-FILE-SIZE", { flag: FILE });
  const { title, lines, data, warnings = [] } = READERS[kind](bytes);
  warnings.forEach(warn);
  const sha256 = sha256Hex(bytes);
  const text = [
    `This is ${title}.`,
    `SHA-256: ${sha256}`,
    `In words: ${wordsOf(sha256)}`,
    `Size: ${String(bytes.length)} bytes`,
    ...lines,
  ].join("\n");
  return { text, data: { kind, size: bytes.length, sha256: spoken(sha256), ...data } };
}
