// The command line `sd`: finds the command, runs it, and says how it ended. Everything imported here
// is loaded at every start: so neither an engine nor what a single command needs.
import process from "node:process";
import { isFault } from "../../crypto/errors.ts";
import type { PEOPLE_COMMAND } from "../people/protocol.ts";
import type { VAULT_COMMAND } from "../vault/node-vaults.ts";
import { JSON_FLAG, readArguments, usage, type Given } from "./arguments.ts";
import { formsOf, mostWordsOf, type Callable } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { fault } from "./faults.ts";
import { toPeople, toPrograms } from "./voice.ts";

// A value never begins with two dashes, so where this stands it is the flag.
const speaker = process.argv.includes(JSON_FLAG) ? toPrograms() : toPeople();

/** What this program starts itself as, for a process of its own. */
const INNER_COMMANDS: Readonly<Record<typeof VAULT_COMMAND | typeof PEOPLE_COMMAND, Callable>> = {
  "vault-process": { mostWords: 1, isSecret: true, run: serveVault },
  "people-process": { mostWords: 2, isSecret: true, run: servePeople },
};

async function serveVault({ words }: Given): Promise<null> {
  const { runNodeVault } = await import("../vault/node-vaults.ts");
  await runNodeVault(words[0] === "quorum" ? "quorum" : "officer");
  return null;
}

async function servePeople({ words: [papers = "", passphrases] }: Given): Promise<null> {
  const { runPeople } = await import("../people/people.ts");
  runPeople(papers, passphrases ?? null);
  return null;
}

/** Runs one command. @returns 0 done, 1 refused, 2 wrong use, or the command's own exit code */
async function main([asked = "help", ...args]: readonly string[]): Promise<number> {
  try {
    const name = ["--help", "-h"].includes(asked) ? "help" : asked;
    const command = COMMANDS.get(name) ?? new Map(Object.entries(INNER_COMMANDS)).get(name);
    if (command === undefined) throw usage("There is no such command.");
    if (args.includes("--help")) return await main(["help", name, ...args.filter(isJson)]);
    const given = readArguments(args, formsOf(command.flags), mostWordsOf(command));
    if (command.isSecret === true) await leaveNoCore();
    const outcome = await command.run(given, speaker);
    if (outcome !== null) speaker.end(outcome);
    return outcome?.code ?? 0;
  } catch (error) {
    return report(error);
  }
}

/** Before anything is read, and for what this process starts. */
async function leaveNoCore(): Promise<void> {
  const { limitCores } = await import("../network/network.ts");
  limitCores([process.pid]);
}

const isJson = (argument: string): boolean => argument === JSON_FLAG;

/** @returns the exit code of an error */
function report(error: unknown): number {
  // What is no fault of ours tells nothing of itself: it could carry input or a secret.
  const said = isFault(error) ? error : fault("E-BUG");
  speaker.refuse(said);
  return said.code === "E-USAGE" ? 2 : 1;
}

/**
 * Readers that go away are no reason to stop; what nobody caught ends the program plainly. A signal
 * of the same user must not open a debugger beside a passphrase: node does so on SIGUSR1 until
 * somebody else listens.
 */
function guard(): void {
  if (process.platform !== "win32") process.on("SIGUSR1", () => undefined);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  for (const event of ["uncaughtException", "unhandledRejection"])
    process.on(event, (error) => process.exit(report(error)));
}

guard();
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  // Who started this one waits for its end, and their channel would keep it from that.
  if (code !== 0 && process.connected) process.disconnect();
});
