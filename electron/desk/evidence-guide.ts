// The page of a folder of evidence that says what to open first. It is one of its papers, in English:
// the person who audits it need not have this app.
import type { Evidence } from "../evidence/bundle.ts";

export const GUIDE_FILE = "0-open-this-first.txt";

/** @param title the ceremony's @param papers those beside it, in the order of the folder */
export function guideOf(title: string, papers: Evidence["papers"]): string {
  const others = papers.map(({ name }) => name).filter((name) => name !== MINUTES);
  return [
    `${title}: all evidence.`,
    "",
    ...(others.length < papers.length
      ? [`1. Open papers/${MINUTES}: what happened, who was there, and what auditors expect.`]
      : ["1. The record is record.jsonl: one line for each entry."]),
    "2. Verify the record: with the app, at Home, Audit a record, Choose a file: record.jsonl of this",
    "   folder; or with the command line: sd verify FOLDER. Compare its head with the words on paper.",
    "3. Keep the folder as it is: manifest.sha256 names every file, and one more or less is refused.",
    "",
    "The other papers:",
    ...others.map((name) => `   papers/${name}`),
    "",
    "certificates/ has the officers' certificates, script.yaml what the ceremony had to do, and",
    "not-included.sha256 what the record names and this folder does not contain.",
    "",
  ].join("\n");
}

const MINUTES = "minutes.pdf";
