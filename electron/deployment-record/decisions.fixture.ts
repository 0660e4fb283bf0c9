// For tests of decisions: given these entries, when people act, then these are recorded, or it is
// refused. There is no disk, and time passes only where a test says so.
import { expect } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import type { Mode } from "../record/forms.ts";
import type { RunbookName } from "../deployment/deployment.ts";
import { NOW } from "../deployment/proofs/right.fixture.ts";
import { decide, decideSimulated, type Decided, type Situation } from "./decisions.ts";
import { answeredPlan } from "./deployment.fixture.ts";
import type { DataOf, NewEntry } from "./entries.ts";
import { fold, type KeptEntry } from "./fold.ts";
import type { Simulated } from "./keeper.ts";
import { namedPlan } from "./named-plan.ts";
import { progressOf, type StepAt } from "./progress.ts";
import { NEWEST } from "./rules.ts";

export const ASHA = "Asha Iyer";
export const BALA = "Bala Menon";
export const TWO: [string, string] = [ASHA, BALA];

/** Contoso's plan, every question answered. */
export const PLAN = namedPlan(answeredPlan());

/** The two entries with which a record begins. */
export const BEGUN: readonly [NewEntry, NewEntry] = [
  {
    type: "deployment-begun",
    by: ASHA,
    data: { deploymentFormat: 1, mode: "REHEARSAL", rules: NEWEST },
  },
  {
    type: "plan-adopted",
    by: ASHA,
    data: {
      plan: "contoso",
      title: "T",
      sha256: PLAN.sha256,
      stops: 0,
      advice: 0,
      findings: [],
      runbooks: PLAN.runbooks.sha256,
    },
  },
];

/** A step by its number, as its entries name it. */
export const stepIn = (runbook: RunbookName, step: number): DataOf<"step-finished"> => ({
  runbook,
  step,
  title: stepsOf(runbook)[step - 1]?.terms.title ?? "",
});

const runbookOf = (name: RunbookName, entries: readonly NewEntry[] = BEGUN) =>
  progressOf(PLAN.runbooks.terms, fold(recorded(entries))).find((one) => one.name === name);

export const stepsOf = (name: RunbookName): readonly StepAt[] => runbookOf(name)?.steps ?? [];

/** What blocks a runbook at its beginning. */
export const blocksOf = (name: RunbookName): string[] =>
  runbookOf(name)?.blocks.map(({ id }) => id) ?? [];

/** Two people decided to start a runbook, and every step before this one is done. */
export const upTo = (runbook: RunbookName, step: number): readonly NewEntry[] => [
  ...BEGUN,
  {
    type: "block-decided",
    by: ASHA,
    data: { runbook, blocks: blocksOf(runbook), people: TWO, reason: "It is due." },
  },
  ...Array.from({ length: step - 1 }, (_, n): NewEntry => ({
    type: "step-finished",
    by: ASHA,
    data: stepIn(runbook, n + 1),
  })),
];

/** The same, and two people know what the step does. */
export const knownUpTo = (runbook: RunbookName, step: number): readonly NewEntry[] => [
  ...upTo(runbook, step),
  {
    type: "step-acknowledged",
    by: ASHA,
    data: { ...stepIn(runbook, step), why: "For good.", people: TWO },
  },
];

/** The commands of a step ran; then its wait takes this long. */
export const ran = (runbook: RunbookName, step: number, waitSeconds = 0): NewEntry => ({
  type: "commands-run",
  by: BALA,
  data: {
    ...stepIn(runbook, step),
    shell: "bash",
    commands: 1,
    sha256: "0".repeat(64),
    waitSeconds,
  },
});

/** Entries as a record has them; all were appended at one time. */
const recorded = (entries: readonly NewEntry[]) =>
  entries.map((entry, seq) => ({
    ...entry,
    at: NOW.toISOString(),
    station: "connected",
    prev: "",
    hash: "",
    seq,
  })) as unknown as (KeptEntry & Parameters<typeof fold>[0][number])[];

interface Around {
  /** Since the entries were recorded. */
  readonly seconds?: number;
  readonly mode?: Mode;
  readonly draft?: Situation["draft"];
}

/** A record with these entries, and what people do then. */
export function given(
  entries: readonly NewEntry[],
  { seconds = 0, mode = "REHEARSAL", draft = null }: Around = {},
) {
  const state = fold(recorded(entries));
  const now = new Date(NOW.getTime() + seconds * 1000);
  const situation = { mode, state, draft, now, plan: state.plan === null ? null : PLAN };
  const then = (work: () => readonly NewEntry[]) => ({
    /** What is recorded: the fold accepts it after those entries, or as a record of its own. */
    entries(): readonly NewEntry[] {
      const made = work();
      const before = made[0]?.type === "deployment-begun" ? [] : entries;
      expect(() => fold(recorded([...before, ...made]))).not.toThrow();
      return made;
    },
    /** Exactly these entries. */
    records(...expected: readonly NewEntry[]): void {
      expect(this.entries()).toEqual(expected);
    },
    /** One entry for each, with at least these members. */
    recordsSuch(...expected: readonly object[]): void {
      expect(this.entries()).toMatchObject(expected);
    },
    isRefused(code: string): void {
      expect(codeOf(work)).toBe(code);
    },
  });
  return {
    situation,
    when: (act: Decided["act"], ...files: readonly Uint8Array[]) =>
      then(() => decide(situation, { act, files })),
    whenRead: (act: Decided["act"], read: NonNullable<Decided["read"]>) =>
      then(() => decide(situation, { act, files: [], read })),
    whenSimulated: (order: Simulated) => then(() => decideSimulated(situation, order)),
  };
}
