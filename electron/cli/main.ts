// The command line `sd`: finds the command, runs it, and says how it ended.
import process from "node:process";
import { isFault } from "../../crypto/index.ts";
import { JSON_FLAG, readArguments, usage } from "./arguments.ts";
import { COMMANDS, INNER_COMMANDS } from "./commands.ts";
import { fault } from "./faults.ts";
import { toPeople, toPrograms } from "./voice.ts";

// A value never begins with two dashes, so where this stands it is the flag.
const speaker = process.argv.includes(JSON_FLAG) ? toPrograms() : toPeople();

/** Runs one command. @returns 0 done, 1 refused, 2 wrong use, or the command's own exit code */
async function main([asked = "help", ...args]: readonly string[]): Promise<number> {
  try {
    const name = ["--help", "-h"].includes(asked) ? "help" : asked;
    const command = COMMANDS.get(name) ?? INNER_COMMANDS.get(name);
    if (command === undefined) throw usage("There is no such command.");
    if (args.includes("--help")) return await main(["help", name, ...args.filter(isJson)]);
    const given = readArguments(args, command.flags, command.words);
    const outcome = await command.run(given, speaker);
    if (outcome !== null) speaker.end(outcome);
    return outcome?.code ?? 0;
  } catch (error) {
    return report(error);
  }
}

const isJson = (argument: string): boolean => argument === JSON_FLAG;

/** @returns the exit code of an error */
function report(error: unknown): number {
  // What is no fault of ours tells nothing of itself: it could carry input or a secret.
  const said = isFault(error) ? error : fault("E-BUG");
  speaker.refuse(said);
  return said.code === "E-USAGE" ? 2 : 1;
}

/** Readers that go away are no reason to stop; what nobody caught ends the program plainly. */
function guard(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  for (const event of ["uncaughtException", "unhandledRejection"])
    process.on(event, (error) => process.exit(report(error)));
}

guard();
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
