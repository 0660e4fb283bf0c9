// What was carried out so far, as a rehearsal's subscription must have seen it; and what an act reads.
import { fromUtf8 } from "../../crypto/index.ts";
import { CHECK_NAMES, hsmHosts, readsOf, type CheckName } from "../deployment/deployment.ts";
import type { Entry } from "../journal/journal.ts";
import type { CarriedOut, Course, Wanted } from "./keeper.ts";
import type { NamedPlan } from "./named-plan.ts";

/** A step, and the moment from which it counts as carried out. */
type Told = Omit<CarriedOut, "at">;

/** Entries that tell of a step without commands that people have done what it says. */
const TELLS_OF_IT = ["step-simulated", "ceremony-linked", "wait-over", "proof-judged"];

/**
 * The course of the record, with a step after it that somebody is about to do or to prove.
 * @param bytes the plan file's
 */
export function courseOf(
  plan: NamedPlan,
  bytes: Uint8Array,
  entries: readonly Entry[],
  next: Told | null,
  now: Date,
): Course {
  const steps: CarriedOut[] = [];
  const at = now.toISOString();
  const add = (told: Told, when: string): void => {
    if (!hasCommands(plan, told) && steps.some((one) => isSame(one, told))) return;
    steps.push({ runbook: told.runbook, title: told.title, at: when });
  };
  for (const entry of entries) {
    const told = toldIn(entry);
    if (told === null) continue;
    if (entry.type === "commands-run") add(told, entry.at);
    else if (TELLS_OF_IT.includes(entry.type) && !hasCommands(plan, told)) add(told, entry.at);
  }
  if (next !== null) add(next, at);
  return { plan: fromUtf8(bytes), steps, now: at };
}

/** What is read for these checks. @param domain that of the cloud's HSMs */
export function wantedFor(
  { read: { plan } }: NamedPlan,
  checks: readonly CheckName[],
  domain: string,
  course: Course,
): Wanted {
  const { reads, byPeople } = readsOf(plan, checks);
  return {
    tenant: plan.tenant,
    hsms: hsmHosts(plan, domain),
    reads,
    byPeople: byPeople.map(({ into }) => into ?? ""),
    checks,
    course,
  };
}

/** Every check: for what was proven and may have drifted. */
export const ALL_CHECKS = CHECK_NAMES;

const isSame = (one: Told, other: Told): boolean =>
  one.runbook === other.runbook && one.title === other.title;

const hasCommands = ({ steps }: NamedPlan, { runbook, title }: Told): boolean => {
  const own = [...steps].find(([name]) => name === runbook)?.[1];
  return (
    own !== undefined
    && !("lacks" in own)
    && own.some(({ step, commands }) => step.title === title && commands.length > 0)
  );
};

/** The step of an entry's data; null where it is of none. */
function toldIn({ data }: Entry): Told | null {
  const { runbook, title } = data as Readonly<Record<string, unknown>>;
  return typeof runbook === "string" && typeof title === "string" && title !== ""
    ? { runbook, title }
    : null;
}
