// `sd runbook`: the runbooks of a deployment, and the proofs of their steps. Nothing is changed in Azure:
// people run the commands, and this judges what they printed.
import { isFault } from "../../crypto/errors.ts";
import { usage, type Given } from "./arguments.ts";
import { formsOf, usageLines, type Command, type FlagTexts } from "./command.ts";
import { deployment } from "./deployment.ts";
import type { Outcome } from "./outcome.ts";
import { momentOf } from "./runbook/moment.ts";

const PLAN: FlagTexts = { "--plan FILE": "The plan file, as sd plan check accepts it." };
const DATE: FlagTexts = {
  "[--on DATE]": "The day to count ages from, such as 2026-11-27; now unless given.",
};

interface Question {
  readonly words: string;
  readonly flags: FlagTexts;
  readonly run: (given: Given) => Promise<Outcome>;
}

const QUESTIONS: ReadonlyMap<string, Question> = new Map<string, Question>([
  [
    "list",
    { words: "", flags: {}, run: async () => (await import("./runbook/list.ts")).listRunbooks() },
  ],
  [
    "show",
    {
      words: "NAME",
      flags: {
        ...PLAN,
        "[--shell bash|powershell]": "Whose quotes the commands have; bash unless given.",
        "[--out DIR]":
          "A folder for the files that commands read, made if it is missing. Nothing is overwritten.",
      },
      run: async (given) => (await import("./runbook/show.ts")).showRunbook(given),
    },
  ],
  [
    "prove",
    {
      words: "CHECK",
      flags: {
        ...PLAN,
        "--answer FILE ... [--answer FILE ...]":
          "What a command of the check printed (JSON), in any order, one file or several.",
        ...DATE,
      },
      run: async (given) => (await import("./runbook/prove.ts")).proveCheck(given),
    },
  ],
  [
    "state",
    {
      words: "",
      flags: {
        ...PLAN,
        "--answers DIR": "A folder whose .json files are all the answers that there are.",
        ...DATE,
      },
      run: async (given) =>
        (await import("./runbook/state.ts")).deploymentState(given, momentOf(given)),
    },
  ],
]);

const FLAGS: FlagTexts = Object.assign(
  {},
  ...[...QUESTIONS.values()].map(({ flags }) => flags),
) as FlagTexts;

/** What can be asked. */
export const RUNBOOK: Command = {
  words: `${[...QUESTIONS.keys()].join("|")} [NAME|CHECK]`,
  usage: [...QUESTIONS].flatMap(([name, { words, flags }]) =>
    usageLines(`sd runbook ${name} ${words}`.trimEnd(), flags),
  ),
  what: [
    "Runbooks of a deployment, from the empty subscription to failover, each step with its command",
    "and its proof. prove: exit code 0 if the answers prove the check, 1 if not, 2 for wrong use or",
    "an unreadable plan. People run the commands; sd never does. Works offline.",
  ],
  flags: FLAGS,
  example: [
    "sd runbook show provision --plan contoso.yaml --out files",
    "sd runbook prove keys --plan contoso.yaml --answer keys/*.json",
    "sd runbook state --plan contoso.yaml --answers answers",
  ],
  wrong: {
    "E-ANSWER-...": "The answer cannot be read: the message says which one and why.",
    "E-ANSWER-SECRET": "Revoke the secret, and save the answer without it.",
    "E-FILE-EXISTS": "A file of another content has the name: give another folder for --out.",
    "E-SHELL-VALUE": "PowerShell cannot hand a name of the plan to az: use --shell bash.",
    "E-PLAN-...": "The plan cannot be read: the message names member and line.",
  },
  run: runbook,
};

const UNREADABLE = 2;

/** @throws Fault E-USAGE, E-DEPLOYMENT, E-FILE-*, E-ANSWER-*, E-RUNBOOK-* */
async function runbook(given: Given): Promise<Outcome> {
  const [asked = "", ...words] = given.words;
  const question = QUESTIONS.get(asked);
  if (question === undefined) throw usage(`Say what to do: ${[...QUESTIONS.keys()].join(", ")}.`);
  for (const flag of given.values.keys())
    if (!Object.hasOwn(formsOf(question.flags), flag))
      throw usage(`The flag ${flag} does not go with ${asked}.`);
  if (words.length > (question.words === "" ? 0 : 1))
    throw usage("There is one word too many on the command line.");
  await deployment();
  try {
    return await question.run({ ...given, words });
  } catch (error) {
    // A plan that cannot be read is no verdict on an answer: its exit code is that of wrong use.
    if (isFault(error) && error.code.startsWith("E-PLAN-"))
      return { text: "", data: {}, code: UNREADABLE, refusal: error };
    throw error;
  }
}
