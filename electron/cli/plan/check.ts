// `sd plan check`: what is wrong in a plan, and which runbooks that stops.
import type { LocatedFinding } from "../../deployment/deployment.ts";
import type { Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import type { Outcome } from "../shared/outcome.ts";
import { planFrom } from "../shared/plan-file.ts";
import { shown, shownData } from "../shared/shown.ts";
import { wordOf } from "./words.ts";

const STOPPED = 1;

/** @throws Fault E-USAGE, E-FILE-*, E-PLAN-* */
export async function checkPlan(given: Given): Promise<Outcome> {
  const read = await planFrom(wordOf(given, 0));
  const { CRITICAL, factsAge, factsText, findingsText, locatedFindings, powersOf, powersText } =
    await deployment();
  const facts = factsAge(new Date());
  const findings = locatedFindings(read);
  const stops = findings.filter(({ severity }) => severity === "stops").length;
  return {
    text: [powersText(read.plan, shown), "", findingsText(findings, shown), factsText(facts)].join(
      "\n",
    ),
    data: shownData({
      plan: read.plan.plan,
      stops,
      advice: findings.length - stops,
      findings: findings.map(asData),
      powers: { critical: CRITICAL, roles: powersOf(read.plan) },
      facts,
    }),
    code: stops === 0 ? 0 : STOPPED,
  };
}

/** A finding with every member of its source, as `--json` promises. */
const asData = ({ source, ...finding }: LocatedFinding) => ({
  ...finding,
  source: { title: source.title, url: source.url ?? null, edition: source.edition ?? null },
});
