// What a proof is: a name, what it shows, the commands that answer it, and a check that can fail.
import type { Plan } from "../plan/plan.ts";
import type { Answers } from "../answers/answer.ts";
import type { CommandLine } from "../commands/command-line.ts";
import type { Finding } from "./finding.ts";

/**
 * The own root of each HSM whose keys were attested: SHA-256 (hex) of its key, by the HSM's name in lower
 * case. "" where the HSM is gone: another of its name has another root.
 */
export type Pools = Readonly<Record<string, string>>;

/** What a check is told beside the plan and the answers. */
export interface Known {
  /** The time from which ages are counted. */
  readonly now: Date;
  /** Whether keys are attested by the root of a rehearsal's cards, which are none, and by no other. */
  readonly isRehearsal: boolean;
  /** What was learnt before. */
  readonly pools: Pools;
}

/** The input of a check. */
export interface Case extends Known {
  readonly plan: Plan;
  /** The whole plan, where `plan` is the part that is carried out by now. */
  readonly whole?: Plan;
  readonly answers: Answers;
}

/** `checks.NAME` says what is true once it is proven. */
export interface Proof {
  /** The source of its right and wrong values. */
  readonly source: string;
  /**
   * Whether it concerns a time outside the deployment's usual state: before an HSM, after a
   * rotation, failover, recovery or removal. It then contradicts that state, and is no drift.
   */
  readonly atItsTime?: true;
  /**
   * Whether it is about the part of the plan that its runbook's phase makes: `all` reads that part alone,
   * `expected` reads whatever there is. Without it the check is about the whole plan.
   */
  readonly part?: "all" | "expected";
  /** The commands whose answers it reads. */
  readonly reads: (plan: Plan) => readonly CommandLine[];
  /** @returns the differences; none if it is proven */
  readonly evaluate: (given: Case) => readonly Finding[];
  /** What later checks compare with, once it is proven. */
  readonly learns?: (given: Case) => Pools;
}
