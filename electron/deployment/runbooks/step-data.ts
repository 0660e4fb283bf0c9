// A runbook as data for a screen: every step with its command lines in both shells.
import type { Sentence } from "../../text/sentence.ts";
import type { CommandLine } from "../commands/command-line.ts";
import { isFault } from "../../../crypto/errors.ts";
import { lineOf, type Shell } from "../commands/shells.ts";
import type { Plan } from "../plan/plan.ts";
import { questionOf } from "../reading/question.ts";
import { CHECKS, shownBy, type CheckName } from "../proofs/checks.ts";
import { readsIn } from "../proofs/verdict.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import type { Finding } from "../findings/findings.ts";
import { filesOf } from "./files.ts";
import { forbidding } from "./forbidden.ts";
import { equalLines } from "./runbook-paper.ts";
import { WAITS, type Step } from "./runbook.ts";
import { RUNBOOKS } from "./runbooks.ts";

/** A command line by shell; null if that shell cannot pass a name on unchanged. */
export interface Lines {
  readonly bash: string | null;
  readonly powershell: string | null;
}

/** A command whose answer a proof reads. */
export interface ReadLines extends Lines {
  /** The file that gets the answer. */
  readonly into: string;
  /** Nothing is run for it: a step kept its answer, or people write it. */
  readonly kept: boolean;
  /** The connected station can ask the same. */
  readonly byStation: boolean;
}

export interface StepData {
  /** Its number in the runbook, from 1. */
  readonly n: number;
  readonly step: Step;
  /** The findings that forbid it: until people decide otherwise, its commands are not shown. */
  readonly forbidden: readonly Finding[];
  readonly commands: readonly Lines[];
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** Lines that prove these files equal to ours before they are read. */
  readonly equal: readonly Lines[];
  /** The wait by the clock, in seconds; 0 if an answer shows people its end. */
  readonly waitSeconds: number;
  readonly proofs: readonly ProofData[];
}

export interface ProofData {
  readonly check: CheckName;
  readonly shows: Sentence;
  readonly source: string;
  readonly reads: readonly ReadLines[];
}

/**
 * The steps of a runbook.
 * @param sha256 SHA-256 of a text in UTF-8, in hex
 * @throws Fault E-RUNBOOK-PLAN, E-PROOF-PLAN
 */
export function stepData(
  name: RunbookName,
  plan: Plan,
  sha256: (text: string) => string,
): readonly StepData[] {
  return RUNBOOKS[name].steps(plan).map((step, at) => {
    const names = step.files ?? [];
    const equal = { plan, sha256 };
    return {
      n: at + 1,
      step,
      forbidden: forbidding(plan, name, step),
      commands: (step.commands ?? []).map(linesOf),
      files: filesOf(plan)
        .filter((file) => names.includes(file.name))
        .map((file) => ({ name: file.name, sha256: sha256(file.text) })),
      equal: paired(equalLines(equal, names, "bash"), equalLines(equal, names, "powershell")),
      waitSeconds: step.wait === undefined ? 0 : (WAITS.get(step.wait) ?? 0),
      proofs: step.proofs.map((check) => proofData(plan, name, check)),
    };
  });
}

/** The steps of a runbook by its name; none if the plan has nothing for it. */
export type StepsOf = (runbook: RunbookName) => readonly StepData[];

/** @param sha256 SHA-256 of a text in UTF-8, in hex */
export const stepsOf =
  (plan: Plan, sha256: (text: string) => string): StepsOf =>
  (runbook) => {
    try {
      return stepData(runbook, plan, sha256);
    } catch (error) {
      if (isFault(error) && LACKING.includes(error.code)) return [];
      throw error;
    }
  };

/** The codes by which a plan lacks something that a runbook needs. */
export const LACKING: readonly string[] = ["E-RUNBOOK-PLAN", "E-PROOF-PLAN"];

/** What a check shows, and the commands whose answers it reads. @throws Fault E-PROOF-PLAN */
function proofData(plan: Plan, runbook: RunbookName, check: CheckName): ProofData {
  const { source } = CHECKS[check];
  return {
    check,
    shows: shownBy(check),
    source,
    reads: readsIn(check, plan, runbook).map((command) => ({
      ...linesOf(command),
      into: command.into ?? "",
      kept: command.kept === true,
      byStation: questionOf(plan, command) !== null,
    })),
  };
}

const paired = (bash: readonly string[], powershell: readonly string[]): readonly Lines[] =>
  Array.from({ length: Math.max(bash.length, powershell.length) }, (_, at) => ({
    bash: bash[at] ?? null,
    powershell: powershell[at] ?? null,
  }));

const linesOf = (command: CommandLine): Lines => ({
  bash: lineIn(command, "bash"),
  powershell: lineIn(command, "powershell"),
});

function lineIn(command: CommandLine, shell: Shell): string | null {
  try {
    return lineOf(command, shell);
  } catch (error) {
    if (isFault(error) && error.code === "E-SHELL-VALUE") return null;
    throw error;
  }
}
