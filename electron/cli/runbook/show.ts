// `sd runbook show`: a runbook as a paper with its commands, as text or PDF, and the files that they read.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { equal, utf8 } from "../../../crypto/index.ts";
import { systemCode } from "../../disk/refusal.ts";
import { optional, need, usage, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import { fault } from "../shared/faults.ts";
import { checkFree, readInput, writeOutput } from "../shared/files.ts";
import type { Outcome } from "../shared/outcome.ts";
import { markdownOf, PDF, pdfText, writePlanPdf } from "../shared/papers.ts";
import { planFrom, sha256 } from "../shared/plan-file.ts";

const OUT = "--out";
const SHELL = "--shell";

/** @throws Fault E-USAGE, E-FILE-*, E-PLAN-*, E-RUNBOOK-PLAN, E-SHELL-VALUE, E-PAPER */
export async function showRunbook(given: Given): Promise<Outcome> {
  const [name = ""] = given.words;
  const { filesOf, isRunbook, openFor, runbookPaper, stepData } = await deployment();
  if (!isRunbook(name)) throw usage("There is no such runbook: sd runbook list names all of them.");
  const shell = optional(given, SHELL) ?? "bash";
  if (shell !== "bash" && shell !== "powershell")
    throw usage(`The flag ${SHELL} needs bash or powershell.`);
  const planFile = need(given, "--plan");
  const read = await planFrom(planFile);
  const { plan } = read;
  const out = optional(given, PDF);
  if (out !== null) checkFree(out, PDF);
  const paper = runbookPaper(name, { plan, planFile, shell, sha256 });
  const markdown = markdownOf(paper);
  const folder = optional(given, OUT);
  const files = filesOf(plan).filter(({ name: file }) => markdown.includes(`\`${file}\``));
  if (folder !== null) writeAll(folder, files);
  const pdf = out === null ? null : await writePlanPdf(paper, read, out);
  const listed = files.map(({ name: file, text }) => ({ file, sha256: sha256(text) }));
  return {
    text: pdf === null ? markdown : pdfText("The runbook", pdf, "plan", read.digest),
    data: {
      runbook: name,
      shell,
      blocked: openFor(plan, name)
        .filter(({ decidedBy }) => decidedBy.length === 0)
        .map(({ id }) => id),
      forbidden: stepData(name, plan, sha256).flatMap(({ n, forbidden }) =>
        forbidden.map(({ code, members }) => ({ step: n, code, members })),
      ),
      files: listed,
      written: folder !== null,
      markdown,
      pdf,
    },
  };
}

interface OutFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes each file completely or not at all; an existing one must have the same bytes. All names
 * are checked before the first file is written.
 * @throws Fault E-FILE-EXISTS, E-FILE-WRITE
 */
function writeAll(folder: string, files: readonly OutFile[]): void {
  makeFolder(folder);
  const missing = files.filter((file) => !isThere(join(folder, file.name), file));
  for (const { name, text } of missing) writeOutput(join(folder, name), OUT, utf8(text));
}

/** An existing folder is used; of a new one the parent must exist. @throws Fault E-FILE-WRITE */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw fault("E-FILE-WRITE", { flag: OUT });
  }
}

/** @throws Fault E-FILE-EXISTS if something else has the name */
function isThere(path: string, { text }: OutFile): boolean {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return false;
  if (!equal(readInput(path, OUT), utf8(text))) throw fault("E-FILE-EXISTS", { flag: OUT });
  return true;
}
