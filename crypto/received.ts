// What every received JSON file must pass before its own schema: size, encoding, kind, syntax.
import type { RefusalSentence } from "../electron/text/refusal.ts";
import { sentence } from "../electron/text/sentence.ts";
import type { Fault } from "./errors.ts";
import { fault } from "./faults.ts";
import { isObject, readJson, type JsonObject, type JsonProblem } from "./json.ts";

const SIZE_MAX = 8 * 1024 * 1024;

/** The largest file of ours or Azure's that is read, in bytes. Check it before reading. */
export const FILE_BYTES_MAX = SIZE_MAX;

/**
 * The one JSON object in a file, or the fault that names what is wrong.
 * @throws Fault E-SD-EMPTY, -ZEROS, -SIZE, -NOT-JSON, -ENCODING, -TRUNCATED, -TRAILING, -DUPKEY,
 * -DEPTH, -SYNTAX
 */
export function readObject(bytes: Uint8Array): JsonObject {
  if (bytes.length === 0) throw fault("E-SD-EMPTY");
  if (bytes.length > SIZE_MAX) throw fault("E-SD-SIZE");
  if (bytes.every((byte) => byte === 0)) throw fault("E-SD-ZEROS");
  if (isUtf16(bytes)) throw fault("E-SD-ENCODING");
  const kind = foreignKind(bytes);
  if (kind !== null) throw fault("E-SD-NOT-JSON", { kind });
  const reading = readJson(bytes);
  if (!reading.ok) throw jsonFault(reading.problem, reading.at);
  if (!isObject(reading.value))
    throw fault("E-SD-NOT-JSON", { kind: sentence("crypto-faults.otherJson") });
  return reading.value;
}

/** The refusal of a file that is too large, before any of it is read. */
export const domainTooLarge = (): Fault => fault("E-SD-SIZE");

const PROBLEMS = {
  encoding: "E-SD-ENCODING",
  truncated: "E-SD-TRUNCATED",
  syntax: "E-SD-SYNTAX",
  trailing: "E-SD-TRAILING",
  duplicate: "E-SD-DUPKEY",
  depth: "E-SD-DEPTH",
} as const satisfies Record<JsonProblem, string>;

function jsonFault(problem: JsonProblem, at: number): Fault {
  return fault(PROBLEMS[problem], { at });
}

/** A byte order mark of any kind, or a NUL beside the first character. */
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b, c] = bytes;
  const mark = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const utf8Mark = a === 0xef && b === 0xbb && c === 0xbf;
  return mark || utf8Mark || (a === 0 && b !== 0) || (a !== 0 && b === 0 && c !== 0);
}

const SIGNS: readonly (readonly [bytes: readonly number[], kind: RefusalSentence])[] = [
  [[0x50, 0x4b, 0x03, 0x04], sentence("crypto-faults.zip")],
  [[0x4c, 0x00, 0x00, 0x00], sentence("crypto-faults.shortcut")],
  [[...new TextEncoder().encode("-----BEGIN")], sentence("crypto-faults.pem")],
  [[0x3c], sentence("crypto-faults.webPage")],
];

/** What kind of file this is, if it is plainly not a JSON object or array. */
function foreignKind(bytes: Uint8Array): RefusalSentence | null {
  const start = bytes.findIndex(
    (byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d,
  );
  if (start < 0) return sentence("crypto-faults.emptyText");
  const first = bytes.subarray(start, start + 16);
  const sign = SIGNS.find(([mark]) => mark.every((byte, i) => first[i] === byte));
  if (sign !== undefined) return sign[1];
  return first[0] === 0x7b || first[0] === 0x5b ? null : sentence("crypto-faults.otherFile");
}
