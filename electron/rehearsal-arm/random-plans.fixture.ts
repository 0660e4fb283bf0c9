// For tests: what must be true of any company's plan. It is checked, each of its runbooks is printed in both
// shells or named as one that it cannot have, and it is rehearsed: to its end, if nothing stops it.
import { english } from "../text/english.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isFault, sha256HexOfText } from "../../crypto/index.ts";
import {
  costText,
  isRunbook,
  locatedFindings,
  readPlan,
  RUNBOOKS,
  stepData,
  type Plan,
  type RunbookName,
} from "../deployment/deployment.ts";
import { runbookMarkdown } from "../deployment/runbooks/markdown.fixture.ts";
import { rehearseDeployment } from "./rehearse-deployment.ts";

/** Whether a finding stops one of its runbooks. */
export const isStopped = (text: string): boolean =>
  locatedFindings(readPlan(text)).some(({ severity }) => severity === "stops");

/** What is wrong with a plan's pages, one sentence each. */
export function faultsInPages(text: string): readonly string[] {
  const { plan } = readPlan(text);
  costText(plan, (shown) => shown);
  return Object.keys(RUNBOOKS)
    .filter(isRunbook)
    .flatMap((name) => faultsOf(plan, name));
}

function faultsOf(plan: Plan, name: RunbookName): readonly string[] {
  try {
    const steps = stepData(name, plan, sha256HexOfText);
    return [
      ...(steps.length === 0 ? [`${name} has no step.`] : []),
      ...steps.flatMap(({ step, commands, proofs }) => [
        ...(commands.length + proofs.length === 0 && step.ceremony === undefined
          ? [`${name}: "${english(step.title)}" is empty.`]
          : []),
        ...proofs
          .filter(({ reads }) => reads.length === 0)
          .map(({ check }) => `${name}: nothing answers ${check}.`),
      ]),
      ...(["bash", "powershell"] as const).flatMap((shell) => faultsOnPage(plan, name, shell)),
    ];
  } catch (error) {
    // The plan does not have what the runbook is for, and the refusal names it.
    if (isFault(error) && error.code === "E-RUNBOOK-PLAN") return [];
    throw error;
  }
}

function faultsOnPage(
  plan: Plan,
  name: RunbookName,
  shell: "bash" | "powershell",
): readonly string[] {
  const page = runbookMarkdown(name, {
    plan,
    planFile: "plan.yaml",
    shell,
    sha256: sha256HexOfText,
  });
  return [/--answer *$/m, /undefined|\bNaN\b|\[object/, /--[a-z-]+ ''/, /\bcontoso\b/i]
    .filter((wrong) => wrong.test(page))
    .map((wrong) => `${name} in ${shell} has ${String(wrong)}.`);
}

/** How a plan's rehearsal ended: null at its end, else where it stopped. Its folder is gone then. */
export async function rehearsalOf(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "sd-random-plan-"));
  try {
    const { plan } = readPlan(text);
    const wish = { plan, runbook: null, out: folder, wrong: null, print: () => undefined };
    return (await rehearseDeployment(wish)).stopped;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that is wrong with a plan; it never throws for a plan that can be read. */
export async function faultsOfPlan(text: string): Promise<readonly string[]> {
  const stopped = await rehearsalOf(text);
  const isUnexpected = stopped !== null && !isStopped(text);
  return [
    ...faultsInPages(text),
    ...(isUnexpected ? [`Its rehearsal stopped: ${JSON.stringify(stopped)}`] : []),
  ];
}
