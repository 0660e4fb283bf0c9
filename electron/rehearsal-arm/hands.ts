// Who carries a deployment out, and what became of its steps.
import type { CheckName, Plan, RunbookName } from "../deployment/deployment.ts";
import type { RunningArm } from "./rehearsal-arm.ts";

/** How a command ended: what it printed. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** Who carries commands out. */
export interface Hands {
  /** Runs a command of az, its words after `az`, as this person. */
  readonly run: (person: string, words: readonly string[]) => Promise<Ended>;
  /** Activates the HSM, or recovers the second one: a ceremony. */
  readonly ceremony: (kind: "activate" | "recover") => Promise<void>;
  /** Simulated time goes on by so many minutes. */
  readonly pass: (minutes: number) => void;
  readonly now: () => Date;
  /** Whether az has the command at all; without it people ask Resource Manager themselves. */
  readonly hasCommand: (words: readonly string[]) => boolean;
}

/** Where they work: the plan's subscription. */
export interface Ground {
  readonly plan: Plan;
  readonly arm: RunningArm;
  readonly hands: Hands;
}

/** What became of one command. */
export interface DoneCommand {
  readonly words: readonly string[];
  /** `ran`; `asked`: by a request, because az lacks it; `later`: what it needs is not there yet. */
  readonly how: "ran" | "asked" | "later";
}

/** What became of one step. */
export interface DoneStep {
  readonly title: string;
  readonly commands: readonly DoneCommand[];
  readonly proofs: readonly {
    readonly check: CheckName;
    readonly proven: boolean;
    readonly findings: readonly {
      readonly member: string;
      readonly expected: string;
      readonly found: string;
    }[];
  }[];
}

/** One step that was rehearsed. */
export interface RehearsedStep {
  readonly runbook: RunbookName;
  readonly step: DoneStep;
}

/** How a rehearsal ended. */
export interface Rehearsed {
  readonly steps: readonly RehearsedStep[];
  /** The check that was not proven, where it stopped, with what differs. */
  readonly stopped: {
    readonly runbook: RunbookName;
    readonly title: string;
    readonly check: CheckName;
    readonly findings: DoneStep["proofs"][number]["findings"];
  } | null;
}
