// `sd runbook show`: a runbook as a paper with its commands, as text or PDF, and the files that they read.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { equal, sha256Hex, utf8 } from "../../../crypto/index.ts";
import type { RunbookName } from "../../deployment/deployment.ts";
import { systemCode } from "../../disk/refusal.ts";
import { optional, need, usage, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import { fault } from "../shared/faults.ts";
import { checkFree, readInput, writeOutput } from "../shared/files.ts";
import type { Outcome } from "../shared/outcome.ts";
import { planFrom, sha256, type PlanFile } from "../shared/plan-file.ts";
import { printer } from "../shared/printer.ts";
import { runbookPaper } from "./runbook-paper.ts";

const OUT = "--out";
const PDF = "--pdf";
const SHELL = "--shell";

/** @throws Fault E-USAGE, E-FILE-*, E-PLAN-*, E-RUNBOOK-PLAN, E-SHELL-VALUE, E-PAPER */
export async function showRunbook(given: Given): Promise<Outcome> {
  const [name = ""] = given.words;
  const { filesOf, isRunbook, openFor, runbookMarkdown, stepData } = await deployment();
  if (!isRunbook(name)) throw usage("There is no such runbook: sd runbook list names all of them.");
  const shell = optional(given, SHELL) ?? "bash";
  if (shell !== "bash" && shell !== "powershell")
    throw usage(`The flag ${SHELL} needs bash or powershell.`);
  const planFile = need(given, "--plan");
  const read = await planFrom(planFile);
  const { plan } = read;
  const out = optional(given, PDF);
  if (out !== null) checkFree(out, PDF);
  const markdown = runbookMarkdown(name, { plan, planFile, shell, sha256 });
  const folder = optional(given, OUT);
  const files = filesOf(plan).filter(({ name: file }) => markdown.includes(`\`${file}\``));
  if (folder !== null) writeAll(folder, files);
  const pdf = out === null ? null : await printed(name, read, shell, out);
  const listed = files.map(({ name: file, text }) => ({ file, sha256: sha256(text) }));
  return {
    text: pdf === null ? markdown.trimEnd() : pdfText(pdf, read.digest),
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

/** A written PDF. */
type WrittenPdf = Readonly<Record<"file" | "sha256", string> & Record<"pages", number>>;

/** Writes the runbook as a PDF. @throws Fault E-FILE-EXISTS, E-FILE-WRITE, E-PAPER */
async function printed(
  name: RunbookName,
  { plan, digest }: PlanFile,
  shell: "bash" | "powershell",
  out: string,
): Promise<WrittenPdf> {
  const { messagesOf, openFor, RUNBOOKS, stepData } = await deployment();
  const { title, purpose, section } = RUNBOOKS[name];
  const paper = runbookPaper({
    ...{ name, title, purpose, section, plan, shell },
    steps: stepData(name, plan, sha256),
    open: openFor(plan, name),
    messages: ({ step }) => messagesOf(step.messages ?? []),
  });
  const { runbookPdf } = await printer();
  const { bytes, pages } = await runbookPdf(paper, plan.plan, digest);
  writeOutput(out, PDF, bytes);
  return { file: out, pages, sha256: sha256Hex(bytes) };
}

const pdfText = ({ pages, sha256: written }: WrittenPdf, digest: string): string =>
  [
    `The runbook is written and read back: ${String(pages)} pages, A4.`,
    `Every page is bound to the plan's SHA-256: ${digest}`,
    `SHA-256 of the PDF: ${written}`,
  ].join("\n");

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
