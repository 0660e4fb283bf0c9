// The plans that a record adopted, each with what its runbooks asked: as the record keeps it, else as this
// version of the program asks it.
import { RUNBOOKS } from "../deployment/deployment.ts";
import type { Entry } from "../journal/journal.ts";
import { RUNBOOK_NAMES } from "./blocks.ts";
import type { DataOf } from "./entries.ts";
import { fault } from "./faults.ts";
import { isOfForm, typed, type KeptEntry } from "./fold.ts";
import { findingCounts, namedPlan, severities, type NamedPlan } from "./named-plan.ts";
import type { Sort } from "./store.ts";
import { termsIn, type Terms } from "./terms.ts";

/** A file that the record names, by its SHA-256. */
export type FileOf = (sort: Sort, sha256: string) => Uint8Array;

/** Of all plans of one record together: each takes as long as hundreds of entries. */
const PLANS_MAX = 4 * 1024 * 1024;

/** A plan in force. Its runbooks are those by which acts are decided once more. */
export interface AdoptedPlan extends NamedPlan {
  /** Whether this version of the program asks the same. */
  readonly isOurs: boolean;
  /** Whether it finds in it what the record says. */
  readonly areFindingsOurs: boolean;
}

/** Runbooks that are newer than the records that keep none. */
const NEWER: readonly string[] = RUNBOOK_NAMES.filter((name) => RUNBOOKS[name].since !== undefined);

export class AdoptedPlans {
  /** Runbooks of a record that kept none, with steps that this version does not know. */
  readonly unknown: ReadonlySet<string>;
  readonly #file: FileOf;
  readonly #plan: (bytes: Uint8Array) => NamedPlan;
  readonly #read = new Map<string, NamedPlan>();
  /** Bytes of plans that may still be read. */
  #left = PLANS_MAX;

  /** @param plan reads one from its bytes */
  constructor(
    entries: readonly Entry[],
    file: FileOf,
    plan: (bytes: Uint8Array) => NamedPlan = namedPlan,
  ) {
    this.#file = file;
    this.#plan = plan;
    this.unknown = this.#unknownIn(typed(entries.filter(({ type, data }) => isOfForm(type, data))));
  }

  /** @throws Fault E-PLAN-*, E-DEPLOY-FILE; -LARGE if all plans together are too long */
  of(adopted: DataOf<"plan-adopted">): AdoptedPlan {
    const plan = this.#planOf(adopted);
    const { stops, advice } = severities(plan);
    const areFindingsOurs =
      stops === adopted.stops
      && advice === adopted.advice
      && JSON.stringify(findingCounts(plan)) === JSON.stringify(adopted.findings);
    const { runbooks } = adopted;
    if (runbooks === undefined)
      return {
        ...plan,
        isOurs: true,
        areFindingsOurs,
        runbooks: this.#known(plan, areFindingsOurs),
      };
    const isOurs = runbooks === plan.runbooks.sha256;
    return {
      ...plan,
      isOurs,
      areFindingsOurs,
      runbooks: isOurs ? plan.runbooks : termsIn(this.#file("runbooks", runbooks)),
    };
  }

  #planOf({ sha256 }: DataOf<"plan-adopted">): NamedPlan {
    const known = this.#read.get(sha256);
    if (known !== undefined) return known;
    const bytes = this.#file("plans", sha256);
    this.#left -= bytes.length;
    if (this.#left < 0) throw fault("E-DEPLOY-LARGE");
    const plan = this.#plan(bytes);
    this.#read.set(sha256, plan);
    return plan;
  }

  /**
   * Of a record that kept none. Without findings where the record has others: it does not say on what
   * they were. Runbooks that are newer than such records block nothing in them.
   */
  #known(plan: NamedPlan, areFindingsOurs: boolean): NamedPlan["runbooks"] {
    const terms = plan.runbooks.terms
      .filter(({ runbook }) => !this.unknown.has(runbook))
      .map((one) => ({ ...one, after: one.after.filter((name) => !NEWER.includes(name)) }))
      .map((one) => (areFindingsOurs ? one : { ...one, findings: [] }));
    return { ...plan.runbooks, terms };
  }

  /** A record whose adopted plans all say what their runbooks asked has none. */
  #unknownIn(entries: readonly KeptEntry[]): ReadonlySet<string> {
    const adopted = entries.flatMap((one) => (one.type === "plan-adopted" ? [one.data] : []));
    if (adopted.every(({ runbooks }) => runbooks !== undefined)) return new Set();
    const known = new Set<string>();
    for (const data of adopted) {
      const { terms } =
        data.runbooks === undefined
          ? this.#planOf(data).runbooks
          : termsIn(this.#file("runbooks", data.runbooks));
      for (const name of namesIn(terms)) known.add(name);
    }
    return new Set(
      entries.flatMap(({ data }) => {
        if (!("runbook" in data) || data.runbook === "") return [];
        const name = "title" in data ? stepName(data.runbook, data.step, data.title) : data.runbook;
        return known.has(name) ? [] : [data.runbook];
      }),
    );
  }
}

/** Every runbook, and every step of it. */
const namesIn = (terms: Terms): readonly string[] =>
  terms.flatMap(({ runbook, steps }) => [
    runbook,
    ...steps.map(({ title }, i) => stepName(runbook, i + 1, title)),
  ]);

const stepName = (runbook: string, step: number, title: string): string =>
  `${runbook} ${String(step)} ${title}`;
