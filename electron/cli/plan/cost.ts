// `sd plan cost`: what an HSM costs by its plan's own prices.
import type { Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import type { Outcome } from "../shared/outcome.ts";
import { planFrom } from "../shared/plan-file.ts";
import { shown, shownData } from "../shared/shown.ts";
import { wordOf } from "./words.ts";

/** @throws Fault E-USAGE, E-FILE-*, E-PLAN-* */
export async function costPlan(given: Given): Promise<Outcome> {
  const { plan } = await planFrom(wordOf(given, 0));
  const { costData, costText } = await deployment();
  return { text: costText(plan, shown), data: shownData(costData(plan)) };
}
