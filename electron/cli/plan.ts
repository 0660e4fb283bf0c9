// `sd plan`: a first plan of a deployment, what is wrong in one and what it costs, what a newer one changes,
// and what is due again. Works offline.
import { isFault } from "../../crypto/errors.ts";
import { english } from "../text/english.ts";
import { sentence } from "../text/sentence.ts";
import type { Given } from "./shared/arguments.ts";
import { asked, declared, type Questions } from "./shared/asked.ts";
import type { Command, FlagTexts } from "./shared/command.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";
import { READING } from "./shared/reading-flags.ts";

const OUT = "The file of the new plan; it must not exist.";
const NAME = english(sentence("plan-new.asks.name"));

const NEW: FlagTexts = {
  "--out FILE": OUT,
  "--name NAME": NAME,
  "[--title TEXT]": english(sentence("plan-new.asks.title")),
  "--tenant ID": english(sentence("plan-new.asks.tenant")),
  "--subscription ID": english(sentence("plan-new.asks.subscription")),
  "--regions HOME [SECOND]": english(sentence("plan-new.asks.regions")),
  "--hsm NAME": english(sentence("plan-new.asks.hsm")),
  "[--services sql disks storage cosmos aks]": english(sentence("plan-new.asks.services")),
  "--administrators NAME=ID NAME=ID": english(sentence("plan-new.asks.administrators")),
  "[--crypto-officers NAME=ID ...]": english(sentence("plan-new.asks.crypto-officers")),
  "[--crypto-users NAME=ID ...]": english(sentence("plan-new.asks.crypto-users")),
  "[--officers N]": `${english(sentence("plan-new.asks.officers"))} 5 unless given.`,
  "[--quorum K]": `${english(sentence("plan-new.asks.quorum"))} 3 unless given.`,
  "[--network A.B]": `${english(sentence("plan-new.asks.network"))} 10.1 unless given.`,
  "[--currency USD|EUR|INR]": `${english(sentence("plan-new.asks.currency"))} USD unless given.`,
};

const QUESTIONS: Questions = {
  check: {
    words: "FILE",
    flags: {
      "[--pdf FILE]": "Writes the plan, its findings and its cost as a PDF with room for initials.",
      "[--templates DIR]":
        "Bicep, templates, Terraform and scripts below it: which versions of Key Vault end in 2027.",
    },
    run: async (given) => (await import("./plan/check.ts")).checkPlan(given),
  },
  cost: {
    words: "FILE",
    flags: {},
    run: async (given) => (await import("./plan/cost.ts")).costPlan(given),
  },
  diff: {
    words: "OLD NEW",
    flags: {},
    run: async (given) => (await import("./plan/diff.ts")).comparePlans(given),
  },
  duties: {
    words: "FILE",
    flags: {
      "[--calendar OUT.ics]": "The new file for a calendar (.ics) of what is due again.",
      "[--on DATE]": "The day on which everything counts as done: 2026-11-27; today unless given.",
    },
    run: async (given) => (await import("./plan/duties.ts")).planDuties(given),
  },
  new: {
    words: "",
    flags: NEW,
    run: async (given) => (await import("./plan/new.ts")).newPlan(given, OUT),
  },
  "from-azure": {
    words: "",
    flags: {
      "--out FILE": OUT,
      "--name NAME": NAME,
      "--hsm NAME": "The HSM that it is about.",
      "[--answers DIR]":
        "A folder whose .json files are what az printed. Needed unless a CONNECTION is given.",
      "[--subscription ID]": "With a CONNECTION: the subscription whose resources are listed.",
      ...READING,
    },
    run: async (given, voice) => (await import("./plan/from-azure.ts")).planFromAzure(given, voice),
  },
};

const UNREADABLE = 2;
/** Refusals that say nothing about a plan. */
const NO_VERDICT = ["E-USAGE", "E-FILE-EXISTS", "E-FILE-WRITE"];

/** The declaration of `sd plan`. */
export const PLAN: Command = {
  words: `${Object.keys(QUESTIONS).join("|")} FILE`,
  ...declared("plan", QUESTIONS),
  what: [
    "Plans of a deployment. check: what is wrong, which runbooks that stops, what to do; as PDF too.",
    "cost: of the HSM, by the plan's own prices. diff: what a newer plan changes, which runbooks",
    "run again, what cannot be undone. duties: what is due again. new: a first plan from answers",
    "(it asks if there is no flag); from-azure: of what exists. Exit code 1: it stops or differs.",
  ],
  example: [
    "sd plan check contoso.yaml --templates infrastructure",
    "sd plan diff adopted.yaml contoso.yaml",
    "sd plan new",
    "sd plan new --out fjord.yaml --name fjord --tenant TENANT --subscription SUBSCRIPTION \\",
    "  --regions northeurope --hsm Fjord-HSM --services storage --administrators Anna=ID Bo=ID",
  ],
  wrong: {
    "E-PLAN-...": "The plan cannot be read: the message names member and line.",
    "E-PLAN-SECRET": "Remove the secret from the plan, and replace it where it is in use.",
    "E-DEPLOYMENT": "Copy deployment.cjs beside sd.cjs.",
  },
  run: plan,
};

/** @throws Fault E-USAGE; any other refusal is the outcome's */
async function plan(given: Given, voice: Voice): Promise<Outcome> {
  const [question, own] = asked(QUESTIONS, given);
  try {
    return await question.run(own, voice);
  } catch (error) {
    if (!isFault(error) || NO_VERDICT.includes(error.code)) throw error;
    // An unreadable plan has no verdict: its exit code is that of wrong use.
    return { text: "", data: {}, code: UNREADABLE, refusal: error };
  }
}
