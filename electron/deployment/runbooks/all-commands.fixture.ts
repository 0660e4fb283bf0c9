// For tests: every command of `az` of every runbook and every proof, as az gets its words.
import { english } from "../../text/english.ts";
import type { CommandLine, Word } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { CHECK_NAMES, CHECKS } from "../proofs/checks.ts";
import { RUNBOOKS } from "./runbooks.ts";

/** One command, and where it is. */
export interface Placed {
  readonly place: string;
  readonly words: readonly string[];
}

/** The words after `az`; what a variable or a file would be is a word that az parses alike. */
export function azCommandsOf(plan: Plan): readonly Placed[] {
  const steps = Object.entries(RUNBOOKS).flatMap(([name, { steps: of }]) =>
    of(plan).flatMap(({ title, commands = [] }) =>
      commands.map((command) => ({ place: `${name}: ${english(title)}`, command })),
    ),
  );
  const reads = CHECK_NAMES.flatMap((check) =>
    CHECKS[check].reads(plan).map((command) => ({ place: `proof ${check}`, command })),
  );
  return [...steps, ...reads]
    .filter(({ command }) => isAz(command))
    .map(({ place, command }) => ({ place, words: command.words.slice(1).map(wordOf) }));
}

const isAz = ({ words: [first] }: CommandLine): boolean => first === "az";

function wordOf(word: Word): string {
  if (typeof word === "string") return word;
  if ("variable" in word)
    return "https://contoso-prod-hsm.managedhsm.azure.net/keys/k/0123456789abcdef0123456789abcdef";
  // az would read the file of @NAME itself.
  return "file" in word ? word.file : word.script;
}
