// Finds a command, runs it, and reports its end. Everything imported here is loaded at every start:
// so neither an engine nor what only one command needs.
import { faultOf } from "../disk/refusal.ts";
import { JSON_FLAG, readArguments, usage } from "./shared/arguments.ts";
import { formsOf, mostWordsOf, type Callable } from "./shared/command.ts";
import { COMMANDS } from "./commands.ts";
import { fault } from "./shared/faults.ts";
import type { Speaker } from "./voice.ts";

/** What belongs to the program, not to a command. */
export interface Program {
  /** What the program starts itself as, besides the commands that people call. */
  readonly inner: ReadonlyMap<string, Callable>;
  /** Done before a command reads anything secret, for the whole process. */
  readonly beforeSecrets: () => Promise<void>;
}

/**
 * Runs one command.
 * @param words the command's name, and its arguments
 * @returns 0 done, 1 refused, 2 wrong use, or the command's own exit code
 */
export async function runCommand(
  [asked = "help", ...args]: readonly string[],
  speaker: Speaker,
  program: Program,
): Promise<number> {
  try {
    const name = ["--help", "-h"].includes(asked) ? "help" : asked;
    const command = COMMANDS.get(name) ?? program.inner.get(name);
    if (command === undefined) throw usage("There is no such command.");
    if (args.includes("--help"))
      return await runCommand(["help", name, ...args.filter(isJson)], speaker, program);
    const given = readArguments(args, formsOf(command.flags), mostWordsOf(command));
    if (command.isSecret === true) await program.beforeSecrets();
    const outcome = await command.run(given, speaker);
    if (outcome !== null) speaker.end(outcome);
    return outcome?.code ?? 0;
  } catch (error) {
    return report(error, speaker);
  }
}

/** Says what went wrong. @returns the exit code of an error */
export function report(error: unknown, speaker: Speaker): number {
  // An error that is not a fault of ours is not described: it could contain input or a secret.
  const said = faultOf(error, () => fault("E-BUG"));
  speaker.refuse(said);
  return said.code === "E-USAGE" ? 2 : 1;
}

const isJson = (argument: string): boolean => argument === JSON_FLAG;
