// The command line `sd`: one table of commands; errors as code, sentence and next step.
import { isFault, type Warning } from "../../crypto/index.ts";
import { runPeople } from "../people/people.ts";
import { PEOPLE_COMMAND } from "../people/protocol.ts";
import { HSM_COMMAND } from "../rehearse/hsm-process.ts";
import { runNodeVault, VAULT_COMMAND } from "../vault/node-vaults.ts";
import {
  may,
  need,
  numberOf,
  secondsOf,
  readArguments,
  usage,
  type Flags,
  type Given,
} from "./arguments.ts";
import { fault } from "./faults.ts";
import { HELP } from "./help.ts";
import { restoreBlob, RESTORE_BLOB_FLAGS } from "./restore-blob.ts";
import { verify, VERIFY_FLAGS } from "./verify.ts";

/** One command: its flags, how many words it takes, and what it does. */
interface Command {
  readonly flags: Flags;
  readonly words: number;
  readonly run: (given: Given) => Promise<void> | void;
}

const HSM_FLAGS: Flags = {
  "--dir": "one",
  "--store": "one",
  "--port": "one",
  "--name": "one",
  "--pending": "one",
};

const REHEARSE_FLAGS: Flags = {
  "--media": "one",
  "--out": "one",
  "--bits": "one",
  "--passphrase-file": "one",
};

const PENDING_SECONDS = 2;

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const warn = ({ code, message }: Warning): void => {
  process.stderr.write(`${code}: ${message}\n`);
};

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    "restore-blob",
    {
      flags: RESTORE_BLOB_FLAGS,
      words: 0,
      run: async (given) => {
        print(await restoreBlob(given, warn));
      },
    },
  ],
  [
    "verify",
    {
      flags: VERIFY_FLAGS,
      words: 1,
      run: (given) => {
        print(verify(given));
      },
    },
  ],
  [
    "rehearse",
    {
      flags: REHEARSE_FLAGS,
      words: 1,
      // Loaded only now, as the HSM below: its modules would slow the start of each other command.
      run: async (given) => (await import("./rehearse.ts")).rehearse(given, print),
    },
  ],
  [HSM_COMMAND, { flags: HSM_FLAGS, words: 0, run: serveHsm }],
  [
    VAULT_COMMAND,
    {
      flags: {},
      words: 1,
      run: ({ words }) => runNodeVault(words[0] === "quorum" ? "quorum" : "officer"),
    },
  ],
  [
    PEOPLE_COMMAND,
    {
      flags: {},
      words: 2,
      run: ({ words: [papers = "", passphrases] }) => {
        runPeople(papers, passphrases ?? null);
      },
    },
  ],
  [
    "help",
    {
      flags: {},
      words: 1,
      run: () => {
        print(HELP);
      },
    },
  ],
  [
    "version",
    {
      flags: {},
      words: 0,
      run: () => {
        print(`sd ${__BUILD__.version} (${__BUILD__.commit})`);
      },
    },
  ],
]);

async function serveHsm(given: Given): Promise<void> {
  const port = may(given, "--port") === null ? undefined : numberOf(given, "--port", 0, 65535);
  const { runRehearsalHsm } = await import("../rehearsal-hsm/rehearsal-hsm.ts");
  await runRehearsalHsm({
    dir: need(given, "--dir"),
    store: may(given, "--store") ?? undefined,
    port,
    name: may(given, "--name") ?? undefined,
    pendingSeconds: secondsOf(given, "--pending", PENDING_SECONDS, 3600),
  });
}

/** Runs one command. @returns the exit code: 0 done, 1 refused, 2 wrong use */
async function main([name = "help", ...args]: readonly string[]): Promise<number> {
  try {
    const command = COMMANDS.get(["--help", "-h"].includes(name) ? "help" : name);
    if (command === undefined) throw usage("There is no such command.");
    await command.run(readArguments(args, command.flags, command.words));
    return 0;
  } catch (error) {
    return report(error);
  }
}

/** Prints an error as its code and sentence, then what to do next. @returns the exit code */
function report(error: unknown): number {
  // What is no fault of ours tells nothing of itself: it could carry input or a secret.
  const { code, message, next } = isFault(error) ? error : fault("E-BUG");
  process.stderr.write(`${code}: ${message}\n${next}\n`);
  return code === "E-USAGE" ? 2 : 1;
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
