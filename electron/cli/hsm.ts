// `sd hsm`: asks a Managed HSM from the command line, with the promises that a ceremony keeps.
import { usage, type Flags, type Given } from "./arguments.ts";
import { HSM_QUESTIONS } from "./hsm-flags.ts";
import { after } from "./hsm/after.ts";
import { check } from "./hsm/check.ts";
import { download } from "./hsm/download.ts";
import { keys } from "./hsm/keys.ts";
import { status } from "./hsm/status.ts";
import { transferKey } from "./hsm/transfer-key.ts";
import { upload } from "./hsm/upload.ts";
import type { Outcome, Voice } from "./outcome.ts";

type Question = keyof typeof HSM_QUESTIONS;

const ASK: Readonly<Record<Question, (given: Given, voice: Voice) => Promise<Outcome>>> = {
  status, check, after, keys, download, "transfer-key": transferKey, upload,
};

/** @throws Fault E-USAGE, and as each question */
export async function hsm(given: Given, voice: Voice): Promise<Outcome> {
  const [word = ""] = given.words;
  if (!isQuestion(word))
    throw usage(`Say what to ask: ${Object.keys(HSM_QUESTIONS).join(", ")}.`);
  const known: Flags = HSM_QUESTIONS[word];
  const other = [...given.values.keys()].find((flag) => !Object.hasOwn(known, flag));
  if (other !== undefined) throw usage(`The flag ${other} does not go with hsm ${word}.`);
  return ASK[word](given, voice);
}

const isQuestion = (word: string): word is Question => Object.hasOwn(HSM_QUESTIONS, word);
