// A recording of exchanges with an HSM, in which nothing of the HSM's owner is left: FORMAT.md. Every run of
// letters and digits is a word that Azure's protocol itself has, or is replaced, by the same one each time.
import { isObject, readJson, sha256HexOfText, utf8, type Json } from "../../crypto/index.ts";
import { bytesOf, type Exchange, type Given } from "./belief.ts";
import { WORDS } from "./words.ts";

/** The headers whose presence or value a belief is about. */
const HEADERS = [
  "azure-asyncoperation",
  "content-encoding",
  "content-length",
  "content-type",
  "date",
  "location",
  "retry-after",
  "www-authenticate",
  "x-ms-keyvault-region",
  "x-ms-request-id",
] as const;

const KIND = "hsm-contact/01";

/** Begins a recording, and again each sitting that continues it: its pseudonyms are others. */
export const SITTING = `${JSON.stringify({ kind: KIND })}\n`;

/** A GUID; a name of a member; a run of letters and digits; what is outside ASCII. */
const RUNS = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|x5t_256|[A-Za-z0-9]+|[^\x00-\x7f]/gi;
const PSEUDONYM = /^[0xX]/;
const HEX = "0123456789abcdef";
const LOWER = "abcdefghijklmnopqrstuvwxyz";

/** Replaces what is of the HSM's owner, in any text. */
type Redact = (text: string) => string;

/** @param key random, and forgotten when the sitting ends: it leads from a pseudonym to a guess */
const redactorOf = (key: string): Redact => {
  const known = new Map<string, string>();
  const pseudonym = (run: string): string => {
    const made = known.get(run) ?? pseudonymOf(key, run);
    known.set(run, made);
    return made;
  };
  return (text) =>
    text
      .replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, " ")
      .replaceAll(RUNS, (run) => (WORDS.has(run) ? run : pseudonym(run)));
};

/**
 * As long as what it replaces, and of its kind: digits, a number in hexadecimal, a GUID, letters of the same
 * case. It begins with 0, x or X.
 */
function pseudonymOf(key: string, run: string): string {
  if (!/^[\x00-\x7f]/.test(run)) return "x";
  const isUpper = !/[a-z]/.test(run) && /[A-Z]/.test(run);
  const [first, letters] = kindOf(run);
  const digest = digits(key, run);
  const made = [...run].map((character, i) => {
    if (character === "-") return character;
    return i === 0 ? first : (letters[(digest[i] ?? 0) % letters.length] ?? first);
  });
  return isUpper ? made.join("").toUpperCase() : made.join("");
}

function kindOf(run: string): readonly [first: string, letters: string] {
  if (/^\d+$/.test(run)) return ["0", HEX.slice(0, 10)];
  if (run.includes("-") || (run.length >= 16 && /^([0-9a-f]+|[0-9A-F]+)$/.test(run)))
    return ["0", HEX];
  const letters = /[a-z]/.test(run) && /[A-Z]/.test(run) ? LOWER + LOWER.toUpperCase() : LOWER;
  return [/^[A-Z]/.test(run) ? "X" : "x", /\d/.test(run) ? letters + HEX.slice(0, 10) : letters];
}

/** As many numbers as the run has characters. */
function digits(key: string, run: string): readonly number[] {
  const blocks = Array.from({ length: Math.ceil(run.length / 32) }, (_, n) =>
    sha256HexOfText(`${key} ${String(n)} ${run}`),
  );
  return (
    blocks
      .join("")
      .match(/../g)
      ?.map((two) => Number.parseInt(two, 16)) ?? []
  );
}

/** Text between quotes is replaced as what it means, or JSON would break; numbers below 1000 stay. */
function redactedJson(text: string, redact: Redact): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|[^"]+|"/gs, (part) => {
    if (!part.startsWith('"'))
      return part.replaceAll(/[\w.+-]+/g, (token) =>
        /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(token) ? numberOf(token) : redact(token),
      );
    const literal = readJson(utf8(`[${part}]`));
    const [value] = literal.ok && Array.isArray(literal.value) ? (literal.value as Json[]) : [];
    if (typeof value !== "string") return redact(part.replaceAll("\\", ""));
    // The security domain and the exchange key are JSON within a text.
    return JSON.stringify(/^\s*[{[]/.test(value) ? redactedJson(value, redact) : redact(value));
  });
}

const numberOf = (token: string): string => (/^\d{1,3}$/.test(token) ? token : "0");

/** One exchange as a line of a recording, with its newline. */
export type LineOf = (exchange: Exchange) => string;

/** @param key at least 32 random digits, used for one sitting and kept nowhere */
export function recorder(key: string): LineOf {
  const redact = redactorOf(key);
  return ({ method, path, authorized, body, given }) => {
    const answer = textOf(bytesOf(given));
    const named = HEADERS.flatMap((name) => {
      const value = given.headers[name] ?? null;
      return value === null ? [] : [[name, redact(value)]];
    });
    return `${JSON.stringify({
      method: redact(method),
      path: redact(path),
      authorized,
      body: redactedJson(textOf(body) ?? "", redact),
      status: given.status,
      headers: Object.fromEntries(named) as Json,
      answer: answer === null ? null : redactedBody(answer, redact),
      ...(given.cut === undefined ? {} : { cut: given.cut }),
    })}\n`;
  };
}

const MARK = "\ufeff";

/** A byte order mark is something to learn. */
const redactedBody = (text: string, redact: Redact): string =>
  `${text.startsWith(MARK) ? MARK : ""}${redactedJson(unmarked(text), redact)}`;

/** Null for bytes that are no text, such as those that were compressed. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A recording's exchanges, sitting by sitting; or the number of the line that has another form. */
export type ReadRecording =
  | { readonly ok: true; readonly sittings: readonly (readonly Exchange[])[] }
  | { readonly ok: false; readonly line: number };

/**
 * Reads a recording strictly, and refuses one in which something was not replaced. A last line without its
 * newline was cut off by an interruption, and is no part of it.
 */
export function readRecording(bytes: Uint8Array): ReadRecording {
  const text = textOf(bytes);
  if (text === null) return { ok: false, line: 1 };
  const sittings: Exchange[][] = [];
  for (const [n, line] of text.split("\n").slice(0, -1).entries()) {
    if (`${line}\n` === SITTING) sittings.push([]);
    else {
      const exchange = exchangeIn(line);
      const sitting = sittings.at(-1);
      if (exchange === null || sitting === undefined) return { ok: false, line: n + 1 };
      sitting.push(exchange);
    }
  }
  return sittings.length === 0 ? { ok: false, line: 1 } : { ok: true, sittings };
}

/** Null for another form. */
function exchangeIn(line: string): Exchange | null {
  const reading = readJson(utf8(line));
  if (!reading.ok || !isObject(reading.value)) return null;
  const { method, path, authorized, body, status, headers, answer, cut, ...others } = reading.value;
  if (
    typeof method !== "string"
    || typeof path !== "string"
    || typeof authorized !== "boolean"
    || typeof body !== "string"
    || typeof status !== "number"
    || headers === undefined
    || !isObject(headers)
    || !(answer === null || typeof answer === "string")
    || !(cut === undefined || typeof cut === "number")
    || Object.keys(others).length > 0
  )
    return null;
  const named = Object.entries(headers);
  const isKnown = named.every(
    ([name, value]) => HEADERS.some((one) => one === name) && isRedacted(value),
  );
  if (!isKnown || ![method, path, body, answer ?? ""].every(isRedacted)) return null;
  return withBody({
    method,
    path,
    authorized,
    body: utf8(body),
    given: {
      status,
      headers: headers as Given["headers"],
      ...(answer === null ? {} : { bytes: utf8(answer) }),
      ...(cut === undefined ? {} : { cut }),
    },
  });
}

/** Whether each run is a word of the protocol or a pseudonym; of numbers, those that stay. */
const isRedacted = (text: Json | undefined): boolean =>
  typeof text === "string"
  && !(
    unmarked(text)
      .replaceAll(/\\[nrtbf]/g, " ")
      .match(RUNS) ?? []
  ).some((run) => !WORDS.has(run) && !PSEUDONYM.test(run) && !/^\d{1,3}$/.test(run));

/** As it was heard, with its answer as JSON, which is read less strictly than by our clients. */
export function withBody(exchange: Exchange): Exchange {
  const { given } = exchange;
  const text = textOf(bytesOf(given));
  try {
    return { ...exchange, given: { ...given, body: JSON.parse(unmarked(text ?? "")) as Json } };
  } catch {
    return exchange;
  }
}

const unmarked = (text: string): string => (text.startsWith(MARK) ? text.slice(1) : text);
