// Assumptions and questions: an open one stops the runbooks that depend on it.
import { same } from "../plan/named.ts";
import { decidersOf } from "../plan/decision.ts";
import type { Plan } from "../plan/plan.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import { hits, type Hit, type Rule, type Seen } from "./rule.ts";

type Item = Plan["questions"][number] | Plan["assumptions"][number];

/** What every plan asks about, because it can never be changed, and the runbook that waits for it. */
const ASKED: readonly (readonly [member: string, runbook: RunbookName])[] = [
  ["hsm.region", "provision"],
  ["hsm.securityDomain", "activate"],
];

const both = (plan: Plan, look: (item: Item, at: string) => Seen): readonly Hit[] =>
  (["assumptions", "questions"] as const).flatMap((list) =>
    plan[list].flatMap((item, i) => hits(look(item, `${list}[${String(i)}]`))),
  );

const isOpen = ({ answer }: Item): boolean => answer === undefined;

/** Whether two different people decided to start without an answer. */
const isDecided = ({ decision }: Item): boolean => decidersOf(decision).length > 0;

/** Marked as settled, by a status that is only words. */
const isSaid = ({ status, ...item }: Item): boolean =>
  ("holds" in item && item.holds === true)
  || /^(?:confirmed|answered|settled|agreed)\b/i.test(status);

export const QUESTIONS: readonly Rule[] = [
  {
    code: "P-ASSUMPTION-OPEN",
    severity: "stops",
    says: "An assumption that runbooks depend on is not confirmed.",
    next: "Ask its owner, and enter answer, date and holds; or let two people decide to start without.",
    source: "plan",
    runbooks: "own",
    find: (plan) =>
      both(
        plan,
        (item, at) =>
          at.startsWith("assumptions")
          && isOpen(item)
          && item.decision === undefined
          && item.blocks.length > 0
          && at,
      ),
  },
  {
    code: "P-ASSUMPTION-FAILED",
    severity: "stops",
    says: "An assumption turned out to be wrong, and the plan still depends on it.",
    next: "Change the plan, then change the assumption.",
    source: "plan",
    runbooks: "own",
    find: ({ assumptions }) =>
      assumptions.flatMap(({ holds }, i) =>
        hits(holds === false && `assumptions[${String(i)}].holds`),
      ),
  },
  {
    code: "P-ASSUMPTION-UNCLEAR",
    severity: "stops",
    says: "An assumption has an answer that does not say whether it holds.",
    next: "Set holds to true or false.",
    source: "plan",
    runbooks: "own",
    find: ({ assumptions }) =>
      assumptions.flatMap(({ answer, holds }, i) =>
        hits(answer !== undefined && holds === undefined && `assumptions[${String(i)}].holds`),
      ),
  },
  {
    code: "P-QUESTION-OPEN",
    severity: "stops",
    says: "A question that runbooks depend on has no answer.",
    next: "Ask its owner, and enter answer and date; or let two people decide to start without.",
    source: "plan",
    runbooks: "own",
    find: (plan) =>
      both(
        plan,
        (item, at) =>
          at.startsWith("questions")
          && isOpen(item)
          && item.decision === undefined
          && item.blocks.length > 0
          && at,
      ),
  },
  {
    code: "P-QUESTION-DECIDED",
    severity: "advice",
    says: "Runbooks are started without an answer, because two people decided so.",
    next: "Find the answer anyway.",
    source: "plan",
    runbooks: "own",
    find: (plan) => both(plan, (item, at) => isOpen(item) && isDecided(item) && `${at}.decision`),
  },
  {
    code: "P-DECISION-ALONE",
    severity: "stops",
    says: "A decision to start without an answer is one person's alone.",
    next: "Name two different people.",
    source: "plan",
    runbooks: "own",
    find: (plan) =>
      both(
        plan,
        (item, at) => item.decision !== undefined && !isDecided(item) && `${at}.decision.by`,
      ),
  },
  {
    code: "P-ANSWER-SAID",
    severity: "advice",
    says: "Its status or holds says that it is settled, but there is no answer, so it stays open.",
    next: "Enter answer and date: the status is only a word for people.",
    source: "plan",
    runbooks: "own",
    find: (plan) => both(plan, (item, at) => isOpen(item) && isSaid(item) && `${at}.status`),
  },
  {
    code: "P-ANSWER-UNDATED",
    severity: "advice",
    says: "An answer has no date, so nobody can say how old it is.",
    next: "Enter the day of the answer.",
    source: "plan",
    runbooks: "own",
    find: (plan) =>
      both(
        plan,
        ({ answer, date }, at) => answer !== undefined && date === undefined && `${at}.date`,
      ),
  },
  {
    code: "P-ANSWER-MISSING",
    severity: "advice",
    says: "There is the date of an answer, but no answer.",
    next: "Enter the answer, or remove the date.",
    source: "plan",
    runbooks: "own",
    find: (plan) =>
      both(
        plan,
        ({ answer, date }, at) => answer === undefined && date !== undefined && `${at}.answer`,
      ),
  },
  {
    code: "P-QUESTION-BLOCKS-NOTHING",
    severity: "advice",
    says: "Nothing waits for the answer, so nobody will look for it.",
    next: "List the runbooks that depend on it, or remove it.",
    source: "plan",
    runbooks: "own",
    find: (plan) => both(plan, ({ blocks }, at) => blocks.length === 0 && `${at}.blocks`),
  },
  {
    code: "P-QUESTION-MISSING",
    severity: "stops",
    says: "No assumption or question is about this member, which can never be changed.",
    next: "Add one, with provision in its blocks for the region, or activate for the officers and their quorum.",
    source: "plan",
    runbooks: ["provision"],
    find: ({ assumptions, questions }) => {
      const waiting = new Set([...assumptions, ...questions].flatMap(({ blocks }) => blocks));
      return ASKED.flatMap(([member, runbook]) => hits(!waiting.has(runbook) && member));
    },
  },
  {
    code: "P-QUESTION-TWICE",
    severity: "stops",
    says: "Two assumptions or two questions have the same id.",
    next: "Give each an id of its own.",
    source: "plan",
    runbooks: "own",
    find: (plan) =>
      (["assumptions", "questions"] as const).flatMap((list) =>
        plan[list].flatMap(({ id }, i) => {
          const first = plan[list].findIndex((one) => same(one.id, id));
          return hits(first < i && [`${list}[${String(first)}].id`, `${list}[${String(i)}].id`]);
        }),
      ),
  },
];
