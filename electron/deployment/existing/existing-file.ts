// The plan of what exists as a file, which names what no answer says.
import type { Answers } from "../answers/answer.ts";
import { planFile } from "../drafts/plan-file.ts";
import { readPlan } from "../plan/read-plan.ts";
import { existingPlan } from "./existing.ts";

/** @throws Fault E-PLAN-* if a name is of another form; as existingPlan */
export function existingFile(answers: Answers, name: string, hsm: string, today: string) {
  const { plan, unknown } = existingPlan(answers, name, hsm, today);
  const text = planFile(plan, [
    `What existed on ${today}, by Azure's answers. Nothing in it is decided. No answer says:`,
    ...unknown.map((member) => `  ${member}`),
  ]);
  return { text, unknown, plan: readPlan(text).plan };
}
