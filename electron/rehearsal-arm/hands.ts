// Who carries a deployment out, and the results of its steps.
import type { CheckName, Plan, RunbookName } from "../deployment/deployment.ts";
import type { RunningArm } from "./rehearsal-arm.ts";

/** The result of a command: what it printed. */
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
  /** Simulated time passes by so many minutes. */
  readonly pass: (minutes: number) => void;
  readonly now: () => Date;
  /** Whether az has the command at all; if not, people ask Resource Manager themselves. */
  readonly hasCommand: (words: readonly string[]) => boolean;
}

/** Where they work: the plan's subscription. */
export interface Ground {
  readonly plan: Plan;
  readonly arm: RunningArm;
  readonly hands: Hands;
}

/** The result of one command. */
export interface DoneCommand {
  readonly words: readonly string[];
  /** `ran`; `asked`: by a request, because az lacks it; `later`: what it needs does not exist yet. */
  readonly how: "ran" | "asked" | "later";
}

/** The result of one step. */
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

/** The result of a rehearsal. */
export interface Rehearsed {
  readonly steps: readonly RehearsedStep[];
  /** The runbooks that the plan cannot have, each with what it lacks. */
  readonly leftOut: readonly { readonly runbook: RunbookName; readonly lacks: string }[];
  readonly stopped: Stop | null;
}

/** Where it stopped: at a check that failed, with the differences, or at a command that was refused. */
export interface Stop {
  readonly runbook: RunbookName;
  readonly title: string;
  readonly check: CheckName | null;
  readonly findings: DoneStep["proofs"][number]["findings"];
  /** The command, and Azure's words. */
  readonly refused: { readonly command: string; readonly says: string } | null;
}
