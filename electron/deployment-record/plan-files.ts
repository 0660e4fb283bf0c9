// Files about plans, of which nothing is recorded: the plan of what exists, and what a plan changes.
import { sha256HexOfText } from "../../crypto/index.ts";
import { changesText, existingFile, planChanges, readAnswers } from "../deployment/deployment.ts";
import { fault } from "./faults.ts";
import type { FileAct, TextFile } from "./keeper.ts";
import { namedPlan, type NamedPlan } from "./named-plan.ts";

/** The plan of what exists, by these answers. @throws Fault E-ANSWER-*, E-PLAN-* */
export const existingOf = (
  { name, hsm }: Extract<FileAct, { readonly act: "existing" }>,
  answers: readonly Uint8Array[],
  now: Date,
): TextFile => ({
  name,
  text: existingFile(readAnswers(answers), name, hsm, now.toISOString().slice(0, 10)).text,
});

/** What a plan changes against an older one. @throws Fault E-DEPLOY-BEGIN, E-PLAN-* */
export function changesOf(plan: NamedPlan | null, older: Uint8Array): TextFile {
  if (plan === null) throw fault("E-DEPLOY-BEGIN");
  const changes = planChanges(namedPlan(older).read, plan.read, sha256HexOfText);
  return { name: plan.read.plan.plan, text: `${changesText(changes, (text) => text)}\n` };
}
