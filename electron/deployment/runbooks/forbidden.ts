// Which steps of a runbook the check of the plan forbids: their commands are shown to nobody who could run them.
import type { Word } from "../commands/command-line.ts";
import { findingsOf, subjectsOf, type Finding } from "../findings/findings.ts";
import type { Plan } from "../plan/plan.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import type { Step } from "./runbook.ts";

/** Every runbook asks for the findings of the same plan. */
const known = new WeakMap<Plan, readonly Finding[]>();

function stopping(plan: Plan): readonly Finding[] {
  const found = known.get(plan) ?? findingsOf(plan).filter(({ severity }) => severity === "stops");
  known.set(plan, found);
  return found;
}

/** An open question forbids no command: the page says at its top that the runbook waits for it. */
const isOfQuestion = ({ members: [first] }: Finding): boolean =>
  /^(?:assumptions|questions)\b/.test(first);

/**
 * The findings that forbid a step of a runbook: those that stop the runbook and are about something
 * that the step's commands name, or about nothing that has a name.
 */
export function forbidding(plan: Plan, runbook: RunbookName, step: Step): readonly Finding[] {
  const { commands = [], ceremony } = step;
  const text = [
    ...commands.flatMap(({ words }) => words.map(textOf)),
    ...(ceremony === undefined ? [] : [ceremony.hsm]),
  ]
    .join(" ")
    .toLowerCase();
  if (text === "") return [];
  return stopping(plan).filter(
    (finding) =>
      finding.runbooks.includes(runbook)
      && !isOfQuestion(finding)
      && subjectsOf(plan, finding).some((subject) => text.includes(subject.toLowerCase())),
  );
}

const textOf = (word: Word): string => (typeof word === "string" ? word : "");
