// Files about plans, of which nothing is recorded: the plan of what exists, and what a plan changes.
import { sha256HexOfText, utf8Text } from "../../crypto/index.ts";
import type { DeploymentAct } from "../bridge/deployment-acts.ts";
import type { PlanChangeView } from "../bridge/deployment-views.ts";
import {
  aroundHsm,
  changesText,
  enteredPlan,
  existingFile,
  planChanges,
  readAnswers,
  withAnswers,
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

/** A plan's file with answers, as people are shown it before it is written. */
export interface PlanChange {
  readonly file: TextFile & { readonly over: string };
  readonly view: PlanChangeView;
}

/** @throws Fault E-DEPLOY-STALE if it is about another plan, E-PLAN-* */
export function answeredOf(
  { plan: of, answers }: Extract<DeploymentAct, { readonly act: "answer" }>,
  plan: NamedPlan | null,
  now: Date,
): PlanChange {
  const text = utf8Text(plan?.bytes ?? new Uint8Array());
  const places = new Set(answers.map(({ list, at }) => `${list} ${String(at)}`));
  if (text === null || plan?.sha256 !== of || places.size < answers.length)
    throw fault("E-DEPLOY-STALE");
  const after = withAnswers(text, answers, dayOf(now));
  return {
    file: { name: plan.read.plan.plan, text: after.text, over: of },
    view: { sha256: sha256HexOfText(after.text), file: null, places: after.changes },
  };
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** What a plan changes against an older one. @throws Fault E-DEPLOY-BEGIN, E-PLAN-* */
export function changesOf(plan: NamedPlan | null, older: Uint8Array): TextFile {
  if (plan === null) throw fault("E-DEPLOY-BEGIN");
  const changes = planChanges(namedPlan(older).read, plan.read, sha256HexOfText);
  return { name: plan.read.plan.plan, text: `${changesText(changes, (text) => text)}\n` };
}
