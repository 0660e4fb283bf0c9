// The answers in a folder, each with its name; and what in it is none.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { isFault } from "../../../crypto/errors.ts";
import { deployment } from "./deployment.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";

/** What is in a folder. */
interface AnswerFiles {
  readonly answers: readonly Uint8Array[];
  /** Files that are no answer, each with the code of the reason. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
}

/**
 * Reads every .json file of a folder, or of none: one that is no answer stops none of the others.
 * @throws Fault E-DIR-MISSING, E-FILE-*; E-ANSWER-SECRET: a secret is in the folder
 */
export async function answersIn(folder: string | null, flag: string): Promise<AnswerFiles> {
  if (folder === null) return { answers: [], unread: [] };
  const { ANSWER_MAX, readAnswers } = await deployment();
  const files = namesIn(folder, flag).map((path) => {
    const bytes = readInput(path, flag, ANSWER_MAX);
    return { file: basename(path), bytes, why: whyUnread(() => readAnswers([bytes])) };
  });
  return {
    answers: files.flatMap(({ bytes, why }) => (why === null ? [bytes] : [])),
    unread: files.flatMap(({ file, why }) => (why === null ? [] : [{ file, why }])),
  };
}

function whyUnread(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (isFault(error) && error.code !== "E-ANSWER-SECRET") return error.code;
    throw error;
  }
}

function namesIn(folder: string, flag: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .map((name) => join(folder, name));
  } catch {
    throw fault("E-DIR-MISSING", { flag });
  }
}
