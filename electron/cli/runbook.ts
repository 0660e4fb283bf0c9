// `sd runbook`: the runbooks of a deployment, and the proofs of their steps. Nothing is changed in
// Azure: people run the commands; this checks what they printed, or what it reads itself.
import { isFault } from "../../crypto/errors.ts";
import type { Given } from "./shared/arguments.ts";
import { asked, declared, type Questions } from "./shared/asked.ts";
import type { Command, FlagTexts } from "./shared/command.ts";
import { deployment } from "./shared/deployment.ts";
import { READING } from "./shared/reading-flags.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";

const PLAN_TEXT = "The plan file, as sd plan check accepts it.";
const PLAN: FlagTexts = { "--plan FILE": PLAN_TEXT };
const DATE: FlagTexts = {
  "[--on DATE]": "The day to count ages from, such as 2026-11-27; now unless given.",
};

const CARDS: FlagTexts = {
  "[--pool-root HSM=SHA256 ...] [--pool-root HSM=SHA256 ...]":
    "The root of an HSM that a proof showed before: its keys must be attested by it.",
  "[--rehearsal]": "Keys are attested by a rehearsal's cards, which are none.",
};

const AZURE: FlagTexts = {
  ...READING,
  "[--from NAME]": "This station is that jump box: what the HSM's name resolves to is read too.",
};

const QUESTIONS: Questions = {
  list: {
    words: "",
    flags: {
      "[--plan FILE]": PLAN_TEXT,
      "[--csv FILE]": "Writes the steps of the plan's runbooks as CSV, for a tracker.",
    },
    run: async (given) => (await import("./runbook/list.ts")).listRunbooks(given),
  },
  show: {
    words: "NAME",
    flags: {
      ...PLAN,
      "[--shell bash|powershell]": "Whose quotes the commands have; bash unless given.",
      "[--out DIR]":
        "A folder for the files that commands read, made if it is missing. Nothing is overwritten.",
      "[--pdf FILE]": "Writes it as a PDF with room for initials, bound to the plan's SHA-256.",
    },
    run: async (given) => (await import("./runbook/show.ts")).showRunbook(given),
  },
  prove: {
    words: "CHECK",
    flags: {
      ...PLAN,
      "[--answer FILE ...] [--answer FILE ...]":
        "What its commands printed (JSON), in any order. Needed unless a CONNECTION is given.",
      "[--runbook NAME]":
        "The runbook whose step it proves: before phase 2, what only that phase makes is left out.",
      ...DATE,
      ...CARDS,
      ...AZURE,
    },
    run: async (given, voice) => (await import("./runbook/prove.ts")).proveCheck(given, voice),
  },
  state: {
    words: "",
    flags: {
      ...PLAN,
      "[--answers DIR]":
        "A folder whose .json files are all the answers. Needed unless a CONNECTION is given.",
      "[--until NAME]":
        "The last runbook that was run, all unless given: what only later ones prove is not reached.",
      ...DATE,
      ...CARDS,
      ...AZURE,
    },
    run: async (given, voice) => (await import("./runbook/state.ts")).deploymentState(given, voice),
  },
};

export const RUNBOOK: Command = {
  words: `${Object.keys(QUESTIONS).join("|")} [NAME|CHECK]`,
  ...declared("runbook", QUESTIONS),
  what: [
    "Runbooks of a deployment, each step with its command and its proof; people run the commands.",
    "prove: exit code 0 if the answers prove the check, 1 if not. state: 1 if something drifted, 3",
    "if not all could be read. Both: 2 for wrong use or an unreadable plan. With a CONNECTION they",
    "read Azure themselves; without one they work offline.",
  ],
  example: [
    "sd runbook show provision --plan contoso.yaml --out files",
    "sd runbook show keys --plan contoso.yaml --pdf keys.pdf",
    "sd runbook prove keys --plan contoso.yaml --answer keys/*.json",
    "sd runbook state --plan contoso.yaml --answers answers --until soak",
    "sd runbook state --plan contoso.yaml --site site.json",
  ],
  wrong: {
    "E-ANSWER-...": "The answer cannot be read: the message says which one and why.",
    "E-ANSWER-SECRET": "Revoke the secret, and save the answer without it.",
    "E-FILE-EXISTS": "A file of another content has the name: give another folder for --out.",
    "E-SHELL-VALUE": "PowerShell cannot pass a name of the plan to az: use --shell bash.",
    "E-PLAN-...": "The plan cannot be read: the message names member and line.",
  },
  run: runbook,
};

const UNREADABLE = 2;

/** @throws Fault E-USAGE, E-DEPLOYMENT, E-FILE-*, E-ANSWER-*, E-RUNBOOK-* */
async function runbook(given: Given, voice: Voice): Promise<Outcome> {
  const [question, own] = asked(QUESTIONS, given);
  await deployment();
  try {
    return await question.run(own, voice);
  } catch (error) {
    // An unreadable plan is no verdict on an answer: its exit code is that of wrong use.
    if (isFault(error) && error.code.startsWith("E-PLAN-"))
      return { text: "", data: {}, code: UNREADABLE, refusal: error };
    throw error;
  }
}
