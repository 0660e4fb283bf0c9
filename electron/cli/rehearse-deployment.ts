// `sd rehearse` with a plan: a deployment, or one of its runbooks, with simulated people.
import { mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { isFault } from "../../crypto/errors.ts";
import { optional, need, usage, type Given } from "./shared/arguments.ts";
import { deployment } from "./shared/deployment.ts";
import { fault } from "./shared/faults.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";
import { planFrom } from "./shared/plan-file.ts";
import { shown, shownData } from "./shared/shown.ts";

const NOT_PROVEN = 1;
const OUT = "--out";

/** @throws Fault E-USAGE, E-FILE-*, E-PLAN-*, E-DEPLOYMENT, E-REHEARSAL-ARM */
export async function deploymentRehearsal(given: Given, { tell }: Voice): Promise<Outcome> {
  const [name = ""] = given.words;
  const { CHECK_NAMES, isCheck, isRunbook, RUNBOOKS } = await deployment();
  const { rehearseDeployment } = await rehearser();
  if (name !== "deployment" && !isRunbook(name))
    throw usage("With --plan, say deployment or a runbook: sd runbook list names all of them.");
  const wrong = optional(given, "--wrong");
  const check = wrong !== null && isCheck(wrong) ? wrong : null;
  if (wrong !== null && check === null)
    throw usage(`The flag --wrong takes one of: ${CHECK_NAMES.join(", ")}.`);
  const { plan } = await planFrom(need(given, "--plan"));
  if (isRunbook(name) && check !== null) {
    const proven = RUNBOOKS[name].steps(plan).flatMap(({ proofs }) => proofs);
    if (!proven.includes(check))
      throw usage(`${name} does not prove ${check}, but: ${[...new Set(proven)].join(", ")}.`);
  }
  const out = resolve(need(given, OUT));
  newFolder(out);
  const { steps, leftOut, stopped } = await rehearseDeployment({
    plan,
    runbook: isRunbook(name) ? name : null,
    out,
    wrong: check,
    print: (line) => tell(shown(line)),
  });
  const proofs = steps.flatMap(({ step }) => step.proofs);
  const commands = steps.flatMap(({ step }) => step.commands).length;
  const proven = proofs.filter((one) => one.proven).length;
  const lines =
    stopped === null
      ? [`To its end: ${String(commands)} commands, ${String(proven)} proofs that held.`]
      : [
          `Stopped at ${stopped.check ?? "a command"}, in "${shown(stopped.title)}" of ${stopped.runbook}:`,
          ...(stopped.refused === null
            ? []
            : [`  ${shown(stopped.refused.command)}`, `  refused: ${shown(stopped.refused.says)}`]),
          ...stopped.findings.map(
            ({ member, expected, found }) =>
              `  ${shown(member)}: expected ${shown(expected)}, found ${shown(found)}`,
          ),
        ];
  return {
    text: lines.join("\n"),
    data: shownData({ folder: out, steps: steps.length, commands, proven, leftOut, stopped }),
    code: stopped === null ? 0 : NOT_PROVEN,
  };
}

/** @throws Fault E-FILE-EXISTS, E-FILE-WRITE */
function newFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length > 0) throw fault("E-FILE-EXISTS", { flag: OUT });
  } catch (error) {
    if (isFault(error)) throw error;
    throw fault("E-FILE-WRITE", { flag: OUT });
  }
}

/** A file beside this one. @throws Fault E-REHEARSAL-ARM */
async function rehearser() {
  try {
    return await import("../rehearsal-arm/rehearse-deployment.ts");
  } catch {
    throw fault("E-REHEARSAL-ARM");
  }
}
