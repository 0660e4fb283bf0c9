// `sd plan`: errors in the plan of a deployment, and its costs.
import { isFault } from "../../crypto/index.ts";
import type { LocatedFinding, ReadPlan } from "../deployment/deployment.ts";
import { usage, type Given } from "./shared/arguments.ts";
import { deployment } from "./shared/deployment.ts";
import type { Outcome } from "./shared/outcome.ts";
import { planFrom } from "./shared/plan-file.ts";
import { shown, shownData } from "./shared/shown.ts";

const STOPPED = 1;
const UNREADABLE = 2;

/** @throws Fault E-USAGE; any other refusal is the outcome's */
export async function plan({ words: [asked = "", file] }: Given): Promise<Outcome> {
  if (!["check", "cost"].includes(asked) || file === undefined)
    throw usage("Say what to do, check or cost, and give a plan file.");
  try {
    const read = await planFrom(file);
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
