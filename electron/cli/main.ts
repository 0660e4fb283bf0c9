// The command line `sd`, as a program.
import process from "node:process";
import { keepOwnEnvironment } from "../disk/own-environment.ts";
import type { PEOPLE_COMMAND } from "../people/protocol.ts";
import type { VAULT_COMMAND } from "../vault/node-vaults.ts";
import type { Given } from "./shared/arguments.ts";
import type { Callable } from "./shared/command.ts";
import { report, runCommand } from "./run-command.ts";
import { inItsLetters, speakerFor } from "./voice.ts";

// First of all: some variables make Azure's libraries write addresses and accounts to stderr.
keepOwnEnvironment();
const words = process.argv.slice(2);
const written = (stream: NodeJS.WriteStream) => inItsLetters(stream, process.env, process.platform);
const speaker = speakerFor(words, {
  stdout: written(process.stdout),
  stderr: written(process.stderr),
});

/** The commands with which this program starts itself as a process of its own. */
const INNER_COMMANDS: Readonly<Record<typeof VAULT_COMMAND | typeof PEOPLE_COMMAND, Callable>> = {
  "vault-process": { mostWords: 1, isSecret: true, run: serveVault },
  "people-process": { mostWords: 2, isSecret: true, run: servePeople },
};

async function serveVault({ words: [kind] }: Given): Promise<null> {
  const { runNodeVault } = await import("../vault/node-vaults.ts");
  await runNodeVault(kind === "quorum" ? "quorum" : "officer");
  return null;
}

async function servePeople({ words: [papers = "", passphrases] }: Given): Promise<null> {
  const { runPeople } = await import("../people/people.ts");
  runPeople(papers, passphrases ?? null);
  return null;
}

/** Before anything is read, and for what this process starts. */
async function leaveNoCore(): Promise<void> {
  const { limitCores } = await import("../network/network.ts");
  limitCores([process.pid]);
}

/**
 * A closed output is no reason to stop; an uncaught error ends the program plainly. A signal of the
 * same user must not open a debugger beside a passphrase: node does so on SIGUSR1 unless there is
 * another listener.
 */
function guard(): void {
  if (process.platform !== "win32") process.on("SIGUSR1", () => undefined);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  for (const event of ["uncaughtException", "unhandledRejection"])
    process.on(event, (error) => process.exit(report(error, speaker)));
}

guard();
const inner = new Map(Object.entries(INNER_COMMANDS));
void runCommand(words, speaker, { inner, beforeSecrets: leaveNoCore }).then((code) => {
  process.exitCode = code;
  // The parent waits for its end, which their channel would prevent.
  if (code !== 0 && process.connected) process.disconnect();
});
