// Papers on the command line: as Markdown, and as PDFs.
import { sha256Hex } from "../../../crypto/index.ts";
import { walkthroughMarkdown, type Paper } from "../../../ceremony-scripts/index.ts";
import { paperBy } from "../../../ceremony-scripts/paper-locale.ts";
import { ENGLISH } from "../../text/english.ts";
import { writeOutput } from "./files.ts";
import type { PlanFile } from "./plan-file.ts";
import { printer } from "./printer.ts";

/** The flag that names the file of a paper. */
export const PDF = "--pdf";

/** The paper in Markdown, without a last line break. */
export const markdownOf = (paper: Paper): string =>
  walkthroughMarkdown(paperBy(ENGLISH, paper)).trimEnd();

/** A written PDF. */
export type WrittenPdf = Readonly<Record<"file" | "sha256", string> & Record<"pages", number>>;

/** Writes a paper that is made of a plan. @throws Fault E-FILE-EXISTS, E-FILE-WRITE, E-PAPER */
export async function writePlanPdf(
  paper: Paper,
  { plan, digest }: PlanFile,
  out: string,
): Promise<WrittenPdf> {
  const { planPdf } = await printer();
  return writePdf(await planPdf(paper, plan.plan, digest), out);
}

/** @throws Fault E-FILE-EXISTS, E-FILE-WRITE */
export function writePdf(
  { bytes, pages }: { readonly bytes: Uint8Array; readonly pages: number },
  out: string,
): WrittenPdf {
  writeOutput(out, PDF, bytes);
  return { file: out, pages, sha256: sha256Hex(bytes) };
}

/** What was written, for people. @param what such as "The runbook" @param of what it is bound to */
export const pdfText = (
  what: string,
  { pages, sha256 }: WrittenPdf,
  of: string,
  digest: string,
): string =>
  [
    `${what} is written and read back: ${String(pages)} pages, A4.`,
    `Every page is bound to the ${of}'s SHA-256: ${digest}`,
    `SHA-256 of the PDF: ${sha256}`,
  ].join("\n");
