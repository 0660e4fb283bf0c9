// Everything that proofs read, each question once; and what is left for people.
import type { CommandLine } from "../commands/command-line.ts";
import { isFault } from "../../../crypto/errors.ts";
import type { Plan } from "../plan/plan.ts";
import { CHECKS, type CheckName } from "../proofs/checks.ts";
import { hostOf } from "../proofs/ids.ts";
import { questionOf, type Question } from "./question.ts";

/** One question, and the file for its answer. */
export interface Read {
  readonly into: string;
  readonly question: Question;
}

/** The questions of the checks, and the commands whose answers only people can bring. */
export interface Reads {
  readonly reads: readonly Read[];
  readonly byPeople: readonly CommandLine[];
}

/** What these checks read; a check with nothing planned reads nothing. */
export function readsOf(plan: Plan, checks: readonly CheckName[]): Reads {
  const commands = new Map(
    checks.flatMap((check) => commandsOf(plan, check)).map((one) => [one.into ?? "", one]),
  );
  const reads = new Map<string, Read>();
  const byPeople: CommandLine[] = [];
  for (const [into, command] of commands) {
    const question = questionOf(plan, command);
    if (question === null) byPeople.push(command);
    else reads.set(JSON.stringify(question), { into, question });
  }
  return { reads: [...reads.values()], byPeople };
}

function commandsOf(plan: Plan, check: CheckName): readonly CommandLine[] {
  try {
    return CHECKS[check].reads(plan);
  } catch (error) {
    if (isFault(error) && error.code === "E-PROOF-PLAN") return [];
    throw error;
  }
}

/** The hosts of a plan's HSMs in a cloud's domain; no other host is asked. */
export const hsmHosts = ({ hsm, recoveryHsm }: Plan, domain: string): readonly string[] =>
  [hsm, ...(recoveryHsm === undefined ? [] : [recoveryHsm])].map((one) => hostIn(one, domain));

/** The host of an HSM in a cloud's domain. */
export const hostIn = (hsm: { readonly name: string }, domain: string): string =>
  hostOf(hsm).replace("managedhsm.azure.net", domain);
