// `sd heads`: what people and stores outside keep of a closed record, so that all its officers together cannot
// replace it later (docs/heads.md). Works offline; nothing on it is secret.
import { headLineOf, writeHeadLine } from "../evidence/heads.ts";
import { rely } from "../meaning/reliance.ts";
import { usage, type Given } from "./shared/arguments.ts";
import { asked, declared, type Questions } from "./shared/asked.ts";
import type { Command } from "./shared/command.ts";
import type { Outcome } from "./shared/outcome.ts";
import { notClosed, verdictAt } from "./shared/record-file.ts";
import { shown } from "./shared/shown.ts";
import { headWordsOf, spokenHead } from "./shared/spoken.ts";

const RECORD = "BUNDLE-OR-RECORD";

const QUESTIONS: Questions = {
  line: { words: RECORD, flags: {}, run: async (given) => line(given) },
  message: { words: RECORD, flags: {}, run: async (given) => message(given) },
};

/** The declaration of `sd heads`. */
export const HEADS: Command = {
  words: `${Object.keys(QUESTIONS).join("|")} ${RECORD}`,
  ...declared("heads", QUESTIONS),
  what: [
    "What others keep of a closed record. line: its line for the list of heads, to append where nobody",
    "can change it. message: the head with its words, ready to send to people who keep their mail.",
    "Slips for the people in the room are a paper of the record: sd minutes. sd verify --heads LIST",
    "compares a record with the list, and names forks and gaps.",
  ],
  example: [
    "sd heads line activation >> heads.txt",
    "sd heads message activation",
    "sd verify activation --heads heads.txt",
  ],
  wrong: { "E-LOG-OPEN": "The record is not closed: its head will change." },
  run: async (given, voice) => {
    const [question, own] = asked(QUESTIONS, given);
    return await question.run(own, voice);
  },
};

/** @throws Fault E-USAGE, E-BUNDLE-*, E-LOG-*, E-MEAN-*, E-NOT-A-CEREMONY, E-FILE-* */
function closedAt({ words: [place] }: Given) {
  if (place === undefined) throw usage("Give a bundle of evidence, or a record.");
  const { verdict } = verdictAt(place);
  rely(verdict, {}, notClosed);
  return { verdict, found: headLineOf(verdict.entries) };
}

function line(given: Given): Outcome {
  const { verdict, found } = closedAt(given);
  const text = ownLine(found);
  return { text, data: { line: text, head: spokenHead(verdict), before: found.before } };
}

function message(given: Given): Outcome {
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
