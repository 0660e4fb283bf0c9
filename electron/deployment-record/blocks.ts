// What blocks a runbook: open questions and findings of the plan, and earlier unfinished runbooks.
// Two people may decide to start anyway.
import type { BlockView } from "../bridge/deployment-views.ts";
import { list, sentence } from "../text/sentence.ts";
import {
  isRunbook,
  isWhenDue,
  openFor,
  RUNBOOKS,
  type LocatedFinding,
  type Plan,
  type RunbookName,
} from "../deployment/deployment.ts";

/** All runbooks, in their order. */
export const RUNBOOK_NAMES = Object.keys(RUNBOOKS) as readonly RunbookName[];

/** Findings about open questions: the question itself is the block. */
const OF_QUESTIONS = ["P-ASSUMPTION-OPEN", "P-ASSUMPTION-FAILED", "P-QUESTION-OPEN"];

/** The runbooks that come before this one: those that are run when they are due come before none, but a failover. */
export const earlierThan = (name: RunbookName): readonly RunbookName[] =>
  RUNBOOK_NAMES.slice(0, RUNBOOK_NAMES.indexOf(name)).filter(
    (earlier) => !isWhenDue(earlier) || (earlier === "failover" && name === "failback"),
  );

/** The findings that block a runbook. */
export const stoppingFindings = (
  findings: readonly LocatedFinding[],
  name: RunbookName,
): readonly LocatedFinding[] =>
  findings
    .filter(({ severity, runbooks }) => severity === "stops" && runbooks.includes(name))
    .filter(({ code }) => !OF_QUESTIONS.includes(code));

/** By what people decide on a finding. */
export const idOfFinding = ({ code, members }: Pick<LocatedFinding, "code" | "members">): string =>
  `${code} ${members[0]}`;

/** Something that blocks a runbook, and who decided in this deployment to start despite it. */
export type Block = Pick<BlockView, "kind" | "id" | "decided">;

/**
 * Everything that blocks a runbook, as a screen shows it.
 * @param blocks those that the people of the plan have not decided on
 */
export function blockViews(
  plan: Plan,
  findings: readonly LocatedFinding[],
  name: RunbookName,
  blocks: readonly Block[],
): readonly BlockView[] {
  const decidedOn = (id: string) => blocks.find((one) => one.id === id)?.decided ?? null;
  const questions = openFor(plan, name).map(({ id, text, impact, owner, decidedBy }) => ({
    kind: "question" as const,
    id,
    says: `${text} ${impact}`,
    owner,
    decided: decidedBy.length === 0 ? decidedOn(id) : { at: "", by: decidedBy },
  }));
  const stopping = stoppingFindings(findings, name).map((finding) => {
    const id = idOfFinding(finding);
    const { code } = finding;
    const says = list([sentence(`findings.${code}`), sentence(`findings.${code}.next`)], " ");
    return { kind: "finding" as const, id, says, owner: "", decided: decidedOn(id) };
  });
  const earlier = blocks
    .filter(({ kind }) => kind === "runbook")
    .map((one) => ({ ...one, says: isRunbook(one.id) ? RUNBOOKS[one.id].title : "", owner: "" }));
  return [...questions, ...stopping, ...earlier];
}
