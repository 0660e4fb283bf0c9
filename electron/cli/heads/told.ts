// `sd heads line` and `message`: what others keep of a closed record.
import { headLineOf, writeHeadLine } from "../../evidence/heads.ts";
import { rely } from "../../meaning/reliance.ts";
import { usage, type Given } from "../shared/arguments.ts";
import type { Outcome } from "../shared/outcome.ts";
import { notClosed, ownScript, verdictAt } from "../shared/record-file.ts";
import { shown } from "../shared/shown.ts";
import { headWordsOf, spokenHead } from "../shared/spoken.ts";

function closedAt(given: Given) {
  const [place] = given.words;
  if (place === undefined) throw usage("Give a bundle of evidence, or a record.");
  const { verdict } = verdictAt(place);
  rely(verdict, { own: ownScript(given) }, notClosed);
  return { verdict, found: headLineOf(verdict.entries) };
}

/** Its line for the list. @throws Fault E-USAGE, E-BUNDLE-*, E-LOG-*, E-MEAN-*, E-NOT-A-CEREMONY, E-SCRIPT-*, E-FILE-* */
export function line(given: Given): Outcome {
  const { verdict, found } = closedAt(given);
  const text = ownLine(found);
  return { text, data: { line: text, head: spokenHead(verdict), before: found.before } };
}

/** The head with its words, ready to send. @throws as `line` */
export function message(given: Given): Outcome {
  const { verdict, found } = closedAt(given);
  const hsm = (verdict.entries[0]?.data as { readonly hsm?: unknown } | undefined)?.hsm;
  const what = `${shown(found.script)} for the HSM ${shown(typeof hsm === "string" ? hsm : "")}`;
  const text = [
    `Subject: Head of the record of ${what}, ${found.closed.slice(0, 10)}`,
    "",
    `The record of ${what} was closed at ${found.closed}${found.isAborted ? ", after it was aborted" : ""}.`,
    "Its head:",
    `  ${headWordsOf(verdict)}`,
    `  ${found.head}`,
    found.before === null
      ? "It continues no earlier record."
      : `It continues the record with the head ${found.before}.`,
    "Please keep this message. Nothing in it is secret. If someone shows another record of this day, or asks",
    "which one was closed, these words are the answer. Line for the list of heads:",
    ownLine(found),
  ].join("\n");
  return { text, data: { message: text, head: spokenHead(verdict), before: found.before } };
}

const ownLine = (found: Parameters<typeof writeHeadLine>[0]): string =>
  writeHeadLine(found).trimEnd();
