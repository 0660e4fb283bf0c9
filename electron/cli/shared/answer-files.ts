// The answers in a folder, each with its name; and what in it is none.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { deployment } from "./deployment.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";

type AnswerFiles = ReturnType<Awaited<ReturnType<typeof deployment>>["answersAmong"]>;

/**
 * Reads every .json file of a folder, or of none: one that is no answer stops none of the others.
 * @throws Fault E-DIR-MISSING, E-FILE-*; E-ANSWER-SECRET: a secret is in the folder
 */
export async function answersIn(folder: string | null, flag: string): Promise<AnswerFiles> {
  if (folder === null) return { answers: [], unread: [] };
  const { ANSWER_MAX, answersAmong } = await deployment();
  return answersAmong(
    namesIn(folder, flag).map((path) => ({
      name: basename(path),
      bytes: readInput(path, flag, ANSWER_MAX),
    })),
  );
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
