// `sd plan diff`: what a newer plan changes, and what follows from it.
import type { Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import type { Outcome } from "../shared/outcome.ts";
import { planFrom, sha256 } from "../shared/plan-file.ts";
import { shown, shownData } from "../shared/shown.ts";
import { wordOf } from "./words.ts";

const DIFFERS = 1;

/** @throws Fault E-USAGE, E-FILE-*, E-PLAN-* */
export async function comparePlans(given: Given): Promise<Outcome> {
  const [first, second] = [wordOf(given, 0), wordOf(given, 1)];
  const [old, now] = [await planFrom(first), await planFrom(second)];
  const { changesText, planChanges } = await deployment();
  const changes = planChanges(old, now, sha256);
  return {
    text: changesText(changes, shown),
    data: shownData({ plan: now.plan.plan, ...changes }),
    code: changes.changes.length === 0 ? 0 : DIFFERS,
  };
}
