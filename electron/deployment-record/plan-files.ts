// Files about plans, of which nothing is recorded: the plan of what exists, and what a plan changes.
import { sha256HexOfText } from "../../crypto/index.ts";
import {
  aroundHsm,
  changesText,
  enteredPlan,
  existingFile,
  planChanges,
  readAnswers,
} from "../deployment/deployment.ts";
import { fault } from "./faults.ts";
import type { FileAct, TextFile } from "./keeper.ts";
import { namedPlan, type NamedPlan } from "./named-plan.ts";

/** The plan of what exists, by these answers. @throws Fault E-ANSWER-*, E-PLAN-* */
export function existingOf(
  { act, name, hsm }: Extract<FileAct, { readonly act: "existing" | "read-existing" }>,
  files: readonly Uint8Array[],
  now: Date,
): TextFile {
  const all = readAnswers(files);
  // A subscription has more than this HSM's.
  const answers = act === "existing" ? all : aroundHsm(all, hsm);
  return { name, text: existingFile(answers, name, hsm, dayOf(now)).text };
}

/** A first plan of what was entered. @throws Fault E-PLAN-ANSWER */
export function newOf({ entered }: Extract<FileAct, { readonly act: "new" }>, now: Date): TextFile {
  const { text, read } = enteredPlan(entered, dayOf(now));
  return { name: read.plan.plan, text };
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** What a plan changes against an older one. @throws Fault E-DEPLOY-BEGIN, E-PLAN-* */
export function changesOf(plan: NamedPlan | null, older: Uint8Array): TextFile {
  if (plan === null) throw fault("E-DEPLOY-BEGIN");
  const changes = planChanges(namedPlan(older).read, plan.read, sha256HexOfText);
  return { name: plan.read.plan.plan, text: `${changesText(changes, (text) => text)}\n` };
}
