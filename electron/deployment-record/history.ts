// The steps carried out so far, from which a rehearsal derives its subscription; and what an act reads.
import { fromUtf8 } from "../../crypto/index.ts";
import { english } from "../text/english.ts";
import { CHECK_NAMES, hsmHosts, readsOf, type CheckName } from "../deployment/deployment.ts";
import type { NewEntry } from "./entries.ts";
import type { KeptEntry } from "./fold.ts";
import type { CarriedOut, History, Wanted } from "./keeper.ts";
import type { NamedPlan } from "./named-plan.ts";

/** A step that counts as carried out. */
type StepName = Omit<CarriedOut, "at">;

/** Entries that show that people have done a step without commands. */
const SHOW_IT = ["step-simulated", "ceremony-linked", "wait-over", "proof-judged"];

/** The steps carried out in the record, followed by a step that is about to be done or proven. */
export function historyOf(
  plan: NamedPlan,
  entries: readonly KeptEntry[],
  next: StepName | null,
  now: Date,
): History {
  const steps: CarriedOut[] = [];
  /** Of the steps without commands: several entries show each. */
  let shown: readonly StepName[] = [];
  const at = now.toISOString();
  const add = (step: StepName, when: string): void => {
    if (!hasCommands(plan, step)) {
      if (shown.some((one) => isSame(one, step))) return;
      shown = [...shown, step];
    }
    steps.push({ runbook: step.runbook, title: step.title, at: when });
  };
  for (const entry of entries) {
    const step = stepIn(entry);
    if (entry.type === "runbook-begun-again")
      shown = shown.filter(({ runbook }) => runbook !== entry.data.runbook);
    if (step === null) continue;
    if (entry.type === "commands-run") add(step, entry.at);
    else if (SHOW_IT.includes(entry.type) && !hasCommands(plan, step)) add(step, entry.at);
  }
  if (next !== null) add(next, at);
  return { plan: fromUtf8(plan.bytes), steps, now: at };
}

/** What is read for these checks. @param domain the domain of the cloud's HSMs */
export function wantedFor(
  { read: { plan } }: NamedPlan,
  checks: readonly CheckName[],
  domain: string,
  history: History,
): Wanted {
  const { reads, byPeople } = readsOf(plan, checks);
  return {
    tenant: plan.tenant,
    hsms: hsmHosts(plan, domain),
    reads,
    byPeople: byPeople.map(({ into }) => into ?? ""),
    checks,
    history,
  };
}

/** Every check, for what was proven and may have drifted. */
export const ALL_CHECKS = CHECK_NAMES;

const isSame = (one: StepName, other: StepName): boolean =>
  one.runbook === other.runbook && one.title === other.title;

const hasCommands = ({ steps }: NamedPlan, { runbook, title }: StepName): boolean =>
  [...steps].some(
    ([name, own]) =>
      name === runbook
      && own.some(({ step, commands }) => english(step.title) === title && commands.length > 0),
  );

/** The step in an entry's data; null if it names none. */
const stepIn = ({ data }: NewEntry): StepName | null =>
  "title" in data && "runbook" in data && data.title !== ""
    ? { runbook: data.runbook, title: data.title }
    : null;
