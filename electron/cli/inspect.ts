// `sd inspect`: what a file is, by its content, with its digest and the names in it.
import { FILE_BYTES_MAX, sha256Hex, type Fault } from "../../crypto/index.ts";
import { isPkcs12 } from "../../crypto/secret-half.ts";
import { usage, type Given } from "./shared/arguments.ts";
import { fault } from "./shared/faults.ts";
import { beginningOf } from "../disk/read-plain.ts";
import { RECORD_BYTES_MAX, recordTooLarge } from "../journal/verify.ts";
import { readInput } from "./shared/files.ts";
import { answerFacts, blobFacts, domainFacts } from "./inspect/domain.ts";
import type { Facts } from "./inspect/facts.ts";
import { isAround, stateFacts } from "./inspect/state.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";
import { spoken, wordsOf } from "./shared/spoken.ts";

const FILE = "FILE";
/** Enough of a file to recognise a record, the only kind that may be large. */
const BEGINNING = 64;

/** Readers that need cryptography, or a whole record's rules, are loaded on demand. */
const READERS: Readonly<Record<Kind, (bytes: Uint8Array) => Facts | Promise<Facts>>> = {
  "security-domain": domainFacts,
  "restore-blob": blobFacts,
  "exchange-key": async (bytes) => (await certificates()).exchangeKeyFacts(bytes),
  "download-answer": answerFacts,
  "download-request": async (bytes) =>
    (await import("./inspect/download-request.ts")).downloadRequestFacts(bytes),
  "domain-in-state": stateFacts,
  certificate: async (bytes) => (await certificates()).officerFacts(bytes),
  "private-key": async (bytes) => (await certificates()).privateKeyFacts(bytes),
  record: async (bytes) => (await import("./inspect/record.ts")).recordFacts(bytes),
  manifest: async (bytes) => (await media()).manifestFacts(bytes),
  marker: async (bytes) => (await media()).markerFacts(bytes),
  unknown: () => ({ title: "none of the files of a ceremony", lines: [], data: {} }),
};
const certificates = () => import("./inspect/certificate.ts");
const media = () => import("./inspect/medium.ts");

/**
 * Says what a file is. A damaged one is refused by the reader of its kind.
 * @throws Fault E-USAGE, E-FILE-*, E-LOG-SIZE, and those of the readers
 */
export async function inspect(
  { words: [path] }: Given,
  { warn }: Pick<Voice, "warn">,
): Promise<Outcome> {
  if (path === undefined) throw usage("Give the file to inspect.");
  // Only a record may be this large.
  const bytes = readInput(path, FILE, RECORD_BYTES_MAX, () => tooLarge(path));
  if (bytes.length === 0) throw fault("E-FILE-EMPTY", { flag: FILE });
  if (bytes.every((byte) => byte === 0)) throw fault("E-FILE-ZEROS", { flag: FILE });
  const kind = kindOf(bytes);
  const max = kind === "record" ? RECORD_BYTES_MAX : FILE_BYTES_MAX;
  if (bytes.length > max) throw fault("E-FILE-SIZE", { flag: FILE });
  const { title, lines, data, warnings = [] } = await READERS[kind](bytes);
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

/** By what it is named: a record's refusal has its own limit. */
const tooLarge = (path: string): Fault =>
  kindOf(beginningOf(path, BEGINNING)) === "record"
    ? recordTooLarge()
    : fault("E-FILE-SIZE", { flag: FILE });

/** Every kind we know; the member `kind` of `--json`. */
export type Kind =
  | "security-domain"
  | "restore-blob"
  | "exchange-key"
  | "download-answer"
  | "download-request"
  | "domain-in-state"
  | "certificate"
  | "private-key"
  | "record"
  | "manifest"
  | "marker"
  | "unknown";

/** Members that only one kind of JSON file has; the first match decides. */
const MEMBERS: readonly (readonly [members: readonly string[], kind: Kind])[] = [
  [["SharedKeys"], "security-domain"],
  [["WrappedKey"], "restore-blob"],
  // A security domain or a restore blob that ends early: people ask about the domain.
  [["EncData"], "security-domain"],
  [["transfer_key"], "exchange-key"],
  [["certificates"], "download-request"],
  [["kty", "x5c"], "exchange-key"],
  [["value"], "download-answer"],
  [["ceremony", "files", "head"], "manifest"],
  [["id", "label", "mode"], "marker"],
];

/** The kind of a file. A damaged one has its original kind, whose reader then refuses it. */
export function kindOf(bytes: Uint8Array): Kind {
  // Byte by byte, and without NULs, so that UTF-16 is recognised too.
  const text = Buffer.from(bytes).toString("latin1").replaceAll("\0", "");
  const start = text.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "").trimStart();
  if (start.startsWith('{"at":')) return "record";
  if (start.startsWith("{")) {
    if (isAround(bytes, start)) return "domain-in-state";
    const has = (member: string) => new RegExp(`"${member}"\\s*:`).test(start);
    return MEMBERS.find(([members]) => members.every(has))?.[1] ?? "unknown";
  }
  if (start.startsWith("-----BEGIN "))
    return /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/m.test(start) ? "private-key" : "certificate";
  if (isPkcs12(bytes)) return "private-key";
  // A SEQUENCE with two bytes of length: a certificate in DER, which is reported as not PEM.
  return bytes[0] === 0x30 && bytes[1] === 0x82 ? "certificate" : "unknown";
}
