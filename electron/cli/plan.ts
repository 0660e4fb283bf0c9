// `sd plan`: errors in the plan of a deployment, its costs, and what a newer plan changes.
import { isFault } from "../../crypto/index.ts";
import type { LocatedFinding, ReadPlan } from "../deployment/deployment.ts";
import { usage, type Given } from "./shared/arguments.ts";
import { deployment } from "./shared/deployment.ts";
import type { Outcome } from "./shared/outcome.ts";
import { planFrom, sha256 } from "./shared/plan-file.ts";
import { shown, shownData } from "./shared/shown.ts";

const STOPPED = 1;
const DIFFERS = 1;
const UNREADABLE = 2;

/** @throws Fault E-USAGE; any other refusal is the outcome's */
export async function plan({ words: [asked = "", file, newer] }: Given): Promise<Outcome> {
  const compares = asked === "diff";
  if ((!compares && !["check", "cost"].includes(asked)) || file === undefined)
    throw usage("Say what to do, check, cost or diff, and give a plan file.");
  if (compares === (newer === undefined))
    throw usage("For diff give the old plan and the new one; for check and cost one plan.");
  try {
    const read = await planFrom(file);
    if (newer !== undefined) return await diff(read, await planFrom(newer));
    return asked === "check" ? await check(read) : await cost(read);
  } catch (error) {
    if (!isFault(error)) throw error;
    // An unreadable plan has no verdict: its exit code is that of wrong use.
    return { text: "", data: {}, code: UNREADABLE, refusal: error };
  }
}

async function check(read: ReadPlan): Promise<Outcome> {
  const { findingsText, locatedFindings } = await deployment();
  const findings = locatedFindings(read);
  const stops = findings.filter(({ severity }) => severity === "stops").length;
  return {
    text: findingsText(findings, shown),
    data: shownData({
      plan: read.plan.plan,
      stops,
      advice: findings.length - stops,
      findings: findings.map(asData),
    }),
    code: stops === 0 ? 0 : STOPPED,
  };
}

/** A finding with every member of its source, as `--json` promises. */
const asData = ({ source, ...finding }: LocatedFinding) => ({
  ...finding,
  source: { title: source.title, url: source.url ?? null, edition: source.edition ?? null },
});

async function cost({ plan: own }: ReadPlan): Promise<Outcome> {
  const { costData, costText } = await deployment();
  return { text: costText(own, shown), data: shownData(costData(own)) };
}

async function diff(old: ReadPlan, now: ReadPlan): Promise<Outcome> {
  const { changesText, planChanges } = await deployment();
  const changes = planChanges(old, now, sha256);
  return {
    text: changesText(changes, shown),
    data: shownData({ plan: now.plan.plan, ...changes }),
    code: changes.changes.length === 0 ? 0 : DIFFERS,
  };
}
