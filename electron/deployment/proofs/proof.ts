// What a proof is: a name, what it shows, which commands answer it, and a judgement that can fail.
import type { Plan } from "../plan/plan.ts";
import type { Answers } from "../answers/answer.ts";
import type { CommandLine } from "../commands/command-line.ts";
import type { Finding } from "./finding.ts";

/** What a judgement is made from. */
export interface Case {
  readonly plan: Plan;
  readonly answers: Answers;
  /** The moment to count ages from. */
  readonly now: Date;
}

/** One proof. */
export interface Proof {
  /** What holds when it is proven, as one sentence. */
  readonly shows: string;
  /** Where its right and wrong values come from. */
  readonly source: string;
  /**
   * Whether it is about a moment before or after the deployment's usual state: before an HSM, after a
   * rotation, a failover, a recovery, a removal. Otherwise it contradicts that state, and is no drift.
   */
  readonly atItsTime?: true;
  /** The commands whose answers it reads. */
  readonly reads: (plan: Plan) => readonly CommandLine[];
  /** @returns what differs; nothing where it is proven */
  readonly judge: (given: Case) => readonly Finding[];
}
