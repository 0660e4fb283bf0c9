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
    source: "plan",
    runbooks: "own",
    find: (plan) => both(plan, (item, at) => isOpen(item) && isDecided(item) && `${at}.decision`),
  },
  {
    code: "P-DECISION-ALONE",
    severity: "stops",
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
    source: "plan",
    runbooks: "own",
    find: (plan) => both(plan, (item, at) => isOpen(item) && isSaid(item) && `${at}.status`),
  },
  {
    code: "P-ANSWER-UNDATED",
    severity: "advice",
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
    source: "plan",
    runbooks: "own",
    find: (plan) => both(plan, ({ blocks }, at) => blocks.length === 0 && `${at}.blocks`),
  },
  {
    code: "P-QUESTION-MISSING",
    severity: "stops",
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
