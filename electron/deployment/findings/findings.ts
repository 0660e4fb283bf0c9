// The problems of a plan before anything is done: every rule, applied to it.
import { english } from "../../text/english.ts";
import type { FindingCode } from "../../text/names-in.ts";
import { sentence } from "../../text/sentence.ts";
import type { Plan } from "../plan/plan.ts";
import { RUNBOOKS, type RunbookName } from "../plan/runbook-names.ts";
import { SOURCES, type Source } from "../plan/sources.ts";
import { DISKS } from "./disks.ts";
import { FAILOVER } from "./failover.ts";
import { HSM } from "./hsm.ts";
import { KEYS } from "./keys.ts";
import { NAMES } from "./names.ts";
import { NETWORK } from "./network.ts";
import { PLACES } from "./places.ts";
import { QUESTIONS } from "./questions.ts";
import { REFERENCES } from "./references.ts";
import { ROLES } from "./roles.ts";
import type { Hit, Rule, Severity } from "./rule.ts";
import { SERVICES } from "./services.ts";
import { SOAK_AND_COST } from "./soak-and-cost.ts";
import { SQL } from "./sql.ts";

/** A rule with its sentences in English. */
export interface SaidRule extends Rule {
  readonly says: string;
  readonly next: string;
}

/** Every rule, in the order in which findings are listed. */
export const RULES: readonly SaidRule[] = [
  ...QUESTIONS,
  ...NAMES,
  ...REFERENCES,
  ...PLACES,
  ...HSM,
  ...NETWORK,
  ...KEYS,
  ...ROLES,
  ...SQL,
  ...FAILOVER,
  ...DISKS,
  ...SERVICES,
  ...SOAK_AND_COST,
].map((rule) => ({
  ...rule,
  says: english(sentence(`findings.${rule.code}`)),
  next: english(sentence(`findings.${rule.code}.next`)),
}));

/** One problem of a plan. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly says: string;
  readonly next: string;
  readonly source: Source;
  /** The runbooks that it stops, or advises on. */
  readonly runbooks: readonly RunbookName[];
  /** The members it concerns: `keys[0].size`. */
  readonly members: Hit;
  /** The name or id of the item that the first member belongs to; empty if it has none. */
  readonly subject: string;
}

/** Checks a plan: what stops it first, then advice, each in the order of the rules. */
export function findingsOf(plan: Plan): readonly Finding[] {
  const all = RULES.flatMap((rule) =>
    rule.find(plan).map((members) => findingOf(plan, rule, members)),
  );
  return [
    ...all.filter(({ severity }) => severity === "stops"),
    ...all.filter(({ severity }) => severity === "advice"),
  ];
}

/** The findings that stop a runbook. */
export const stopsOf = (plan: Plan, runbook: RunbookName): readonly Finding[] =>
  findingsOf(plan).filter(
    ({ severity, runbooks }) => severity === "stops" && runbooks.includes(runbook),
  );

/** The names or ids of the items that a finding is about; "" for what has none. */
export const subjectsOf = (plan: Plan, { members }: Finding): readonly string[] =>
  members.map((member) => itemOf(plan, member).subject);

function findingOf(plan: Plan, rule: SaidRule, members: Hit): Finding {
  const { code, severity, says, next } = rule;
  const item = itemOf(plan, members[0]);
  const own = RUNBOOKS.filter((name) => item.blocks.includes(name));
  const runbooks = rule.runbooks === "own" ? own : rule.runbooks;
  return {
    code,
    severity,
    says,
    next,
    source: SOURCES[rule.source],
    runbooks,
    members,
    subject: item.subject,
  };
}

/** The nearest enclosing item with a name or an id, and the runbooks it names. */
function itemOf(plan: Plan, member: string) {
  let [subject, blocks]: [string, readonly string[]] = ["", []];
  let value: unknown = plan;
  for (const part of pathOf(member)) {
    value = isObject(value) ? value[part] : undefined;
    if (!isObject(value)) break;
    const { id, name, blocks: own } = value;
    if (typeof id === "string") subject = id;
    else if (typeof name === "string") subject = name;
    if (Array.isArray(own)) blocks = own as readonly string[];
  }
  return { subject, blocks };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The parts of `keys[0].size`. */
export const pathOf = (member: string): readonly (string | number)[] =>
  member
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
