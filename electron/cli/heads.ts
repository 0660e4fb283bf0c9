// `sd heads`: what people and stores outside keep of a closed record, so that all its officers together cannot
// replace it later (docs/heads.md). Works offline; nothing on it is secret.
import { asked, declared, type Questions } from "./shared/asked.ts";
import type { Command, FlagTexts } from "./shared/command.ts";

const RECORD = "BUNDLE-OR-RECORD";

/** Of each command that reads what a record means. */
export const OWN_SCRIPT: FlagTexts = {
  "[--script FILE]": "Your own script, if the ceremony was held with one.",
};

const QUESTIONS: Questions = {
  line: {
    words: RECORD,
    flags: OWN_SCRIPT,
    run: async (given) => (await import("./heads/told.ts")).line(given),
  },
  message: {
    words: RECORD,
    flags: OWN_SCRIPT,
    run: async (given) => (await import("./heads/told.ts")).message(given),
  },
};

/** The declaration of `sd heads`. */
export const HEADS: Command = {
  words: `${Object.keys(QUESTIONS).join("|")} ${RECORD}`,
  ...declared("heads", QUESTIONS),
  what: [
    "What others keep of a closed record. line: its line for the list of heads, to append where",
    "nobody can change it. message: the head with its words, ready to send to people who keep",
    "their mail. Slips for the people in the room are a paper of the record: sd minutes. With the",
    "list sd verify compares a record, and names forks and gaps.",
  ],
  example: ["sd heads line activation >> heads.txt", "sd heads message activation"],
  wrong: { "E-LOG-OPEN": "The record is not closed: its head will change." },
  run: async (given, voice) => {
    const [question, own] = asked(QUESTIONS, given);
    return await question.run(own, voice);
  },
};
