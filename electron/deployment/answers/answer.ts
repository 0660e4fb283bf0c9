// Answers that people give to a proof: the output of an Azure command, as a file or pasted. Nothing
// in them is trusted until it was read strictly and searched for secrets.
import { isFault } from "../../../crypto/errors.ts";
import { isArray, isObject, readJson, type Json } from "../../../crypto/json.ts";
import { fault } from "../plan/faults.ts";
import { sentence } from "../../text/sentence.ts";
import { kindOf, type AnswerKind } from "./kind.ts";
import { secretIn } from "./secrets.ts";
import { flattened } from "./shape.ts";

/** One object of an answer in the flattened shape, with its kind. */
export interface Answer {
  readonly kind: AnswerKind;
  readonly value: Json;
}

/** Everything given to a proof. */
export interface Answers {
  readonly all: readonly Answer[];
  /** The lists that say what they are of: an empty one is an answer too, and one that is not there is none. */
  readonly lists: ReadonlySet<string>;
}

/** The largest answer, in bytes. */
export const ANSWER_MAX = 16 * 1024 * 1024;

/** A soak of 28 days has 8,065 samples of each instance, one every five minutes; twenty have 161,300. */
const OBJECTS_MAX = 200_000;

/**
 * Reads answers: each is one JSON document, an object, a list of objects, or a list in `value`, in
 * `az`'s shape or Resource Manager's. Their order does not matter. Beside `value`, `listOf` says what a list
 * is of.
 * @throws Fault E-ANSWER-*
 */
export function readAnswers(files: readonly Uint8Array[]): Answers {
  const all: Answer[] = [];
  const lists = new Set<string>();
  for (const [at, bytes] of files.entries()) {
    for (const item of itemsOf(documentOf(bytes, at + 1), at + 1, lists)) {
      const value = flattened(item);
      all.push({ kind: kindOf(value), value });
    }
    if (all.length > OBJECTS_MAX) throw fault("E-ANSWER-COUNT");
  }
  return { all, lists };
}

/** A file that people gave. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The answers among files that people gave, and the names of the others. */
interface AnswersAmong {
  readonly answers: readonly Uint8Array[];
  /** Each with the code of the reason. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
}

/** A file that is no answer stops none of the others. @throws Fault E-ANSWER-SECRET: one has a secret */
export function answersAmong(files: readonly NamedFile[]): AnswersAmong {
  const tried = files.map(({ name: file, bytes }) => ({ file, bytes, why: whyUnread(bytes) }));
  return {
    answers: tried.flatMap(({ bytes, why }) => (why === null ? [bytes] : [])),
    unread: tried.flatMap(({ file, why }) => (why === null ? [] : [{ file, why }])),
  };
}

/** @returns the code of the reason, or null */
function whyUnread(bytes: Uint8Array): string | null {
  try {
    readAnswers([bytes]);
    return null;
  } catch (error) {
    if (isFault(error) && error.code !== "E-ANSWER-SECRET") return error.code;
    throw error;
  }
}

/** The document of one file, checked for secrets. */
function documentOf(bytes: Uint8Array, n: number): Json {
  if (bytes.length > ANSWER_MAX) throw fault("E-ANSWER-SIZE", { n });
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)))
    throw fault("E-ANSWER-EMPTY", { n });
  const reading = readJson(bytes);
  if (!reading.ok) {
    const { problem, at } = reading;
    if (problem === "encoding") throw fault("E-ANSWER-ENCODING", { n });
    if (problem === "depth") throw fault("E-ANSWER-DEEP", { n });
    if (problem === "duplicate") throw fault("E-ANSWER-TWICE", { n, at: at + 1 });
    throw fault("E-ANSWER-JSON", { n, at: at + 1 });
  }
  const path = secretIn(reading.value);
  if (path !== null)
    throw fault("E-ANSWER-SECRET", {
      n,
      path: path === "" ? sentence("deployment-faults.answerTop") : path,
    });
  return reading.value;
}

/** The objects of a document, including nested lists. @throws Fault E-ANSWER-FORM, -PAGE */
function itemsOf(document: Json, n: number, lists: Set<string>): readonly Json[] {
  const list = isArray(document) ? document : listIn(document, n, lists);
  if (list !== null) return list.flatMap((item) => itemsOf(item, n, lists));
  if (isObject(document) || typeof document === "string") return [document];
  throw fault("E-ANSWER-FORM", { n });
}

/** A list that Azure sends in `value`; null for any other document. */
function listIn(document: Json, n: number, lists: Set<string>): readonly Json[] | null {
  if (!isObject(document)) return null;
  const { value, ...others } = document;
  if (!isArray(value) || !Object.entries(others).every(isBesideList)) return null;
  if (typeof others["nextLink"] === "string" && others["nextLink"] !== "")
    throw fault("E-ANSWER-PAGE", { n });
  if (typeof others["listOf"] === "string") lists.add(others["listOf"]);
  return value;
}

const isBesideList = ([name, member]: readonly [string, Json | undefined]): boolean =>
  member === null || BESIDE_LIST.has(name);

const BESIDE_LIST = new Set(["nextLink", "count", "totalCount", "listOf"]);
