// What blocks a runbook: open questions and findings of the plan, and earlier unfinished runbooks.
// Two people may decide to start anyway.
import type { BlockView } from "../bridge/deployment-views.ts";
import { openFor, RUNBOOKS, type RunbookName } from "../deployment/deployment.ts";
import { RUNBOOK_NAMES, type NamedPlan } from "./named-plan.ts";
import type { Deployment } from "./state.ts";

/** Findings about open questions: the question itself is the block. */
const OF_QUESTIONS = ["P-ASSUMPTION-OPEN", "P-ASSUMPTION-FAILED", "P-QUESTION-OPEN"];

/** Runbooks that run when they are due. Each must follow only the one named here. */
const WHEN_DUE: Partial<Readonly<Record<RunbookName, readonly RunbookName[]>>> = {
  repoint: [],
  rotation: [],
  failover: ["failback"],
  failback: [],
  removal: [],
};

/** The runbooks that come before this one. */
const earlierThan = (name: RunbookName): readonly RunbookName[] =>
  RUNBOOK_NAMES.slice(0, RUNBOOK_NAMES.indexOf(name)).filter(
    (earlier) => WHEN_DUE[earlier]?.includes(name) ?? true,
  );

/**
 * Everything that blocks a runbook, whether people decided to start anyway or not.
 * @param unfinished whether a runbook is planned and not finished
 */
export function blocksOf(
  { read, findings: found }: NamedPlan,
  name: RunbookName,
  state: Deployment,
  unfinished: (name: RunbookName) => boolean,
): readonly BlockView[] {
  const decidedFor = (id: string) => state.decided.get(`${name} ${id}`) ?? null;
  const questions = openFor(read.plan, name).map(({ id, text, impact, owner, decidedBy }) => ({
    kind: "question" as const,
    id,
    says: `${text} ${impact}`,
    owner,
    decided: decidedBy.length === 0 ? decidedFor(id) : { at: "", by: decidedBy },
  }));
  const findings = found
    .filter(({ severity, runbooks }) => severity === "stops" && runbooks.includes(name))
    .filter(({ code }) => !OF_QUESTIONS.includes(code))
    .map(({ code, members, says, next }) => {
      const id = `${code} ${members[0]}`;
      return {
        kind: "finding" as const,
        id,
        says: `${says} ${next}`,
        owner: "",
        decided: decidedFor(id),
      };
    });
  const earlier = earlierThan(name)
    .filter(unfinished)
    .map((id) => ({
      kind: "runbook" as const,
      id,
      says: RUNBOOKS[id].title,
      owner: "",
      decided: decidedFor(id),
    }));
  return [...questions, ...findings, ...earlier];
}
