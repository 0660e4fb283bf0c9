// The table of commands: for each its flags, its words, and what it does.
import { runPeople } from "../people/people.ts";
import { PEOPLE_COMMAND } from "../people/protocol.ts";
import { HSM_COMMAND } from "../rehearse/hsm-process.ts";
import { runNodeVault, VAULT_COMMAND } from "../vault/node-vaults.ts";
import type { Flags, Given } from "./arguments.ts";
import { ATTEST_FLAGS, attestExchangeKey } from "./attest-exchange-key.ts";
import { help } from "./help.ts";
import { HSM_FLAGS } from "./hsm-flags.ts";
import { inspect, INSPECT_FLAGS } from "./inspect.ts";
import { keygen, KEYGEN_FLAGS } from "./keygen.ts";
import type { Outcome, Voice } from "./outcome.ts";
import { minutes, MINUTES_FLAGS } from "./minutes.ts";
import { prove, PROVE_FLAGS } from "./prove.ts";
import { restoreBlob, RESTORE_BLOB_FLAGS } from "./restore-blob.ts";
import { script, SCRIPT_FLAGS } from "./script.ts";
import { verify, VERIFY_FLAGS } from "./verify.ts";
import { version } from "./version.ts";
import { words, WORDS_FLAGS, WORDS_MAX } from "./words.ts";

/** One command; `--json` goes with every one of them. */
export interface Command {
  readonly flags: Flags;
  /** How many words it takes at most. */
  readonly words: number;
  /** @returns null when it has said all itself */
  readonly run: (given: Given, voice: Voice) => Promise<Outcome | null> | Outcome | null;
}

const REHEARSE_FLAGS: Flags = {
  "--media": "one",
  "--out": "one",
  "--bits": "one",
  "--passphrase-file": "one",
  "--choose": "many",
  "--officer": "one",
  "--trial": "one",
  "--seed": "one",
  "--careless": "one",
};

const CUSTODY_FLAGS: Flags = { "--on": "one", "--calendar": "one" };

const SERVE_HSM_FLAGS: Flags = {
  "--dir": "one",
  "--store": "one",
  "--port": "one",
  "--name": "one",
  "--pending": "one",
  "--quote": "one", "--endpoints": "one",
};

/** Loaded only when asked for: its modules would slow the start of each other command. */
const rehearse: Command["run"] = async (given, voice) =>
  (await import("./rehearse.ts")).rehearse(given, voice);

/** As `rehearse`. */
const custody: Command["run"] = async (given) => (await import("./custody.ts")).custody(given);

/** As `rehearse`. */
const reconcile: Command["run"] = async (given) =>
  (await import("./reconcile.ts")).reconcile(given);

/** As `rehearse`. */
const askHsm: Command["run"] = async (given, voice) =>
  (await import("./hsm.ts")).hsm(given, voice);

/** As `rehearse`. */
const serveHsm: Command["run"] = async (given) =>
  (await import("./rehearsal-hsm.ts")).serveHsm(given);

/** What people and programs may ask for. Each has a page in `help.ts`. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["restore-blob", { flags: RESTORE_BLOB_FLAGS, words: 0, run: restoreBlob }],
  ["attest-exchange-key", { flags: ATTEST_FLAGS, words: 1, run: attestExchangeKey }],
  ["inspect", { flags: INSPECT_FLAGS, words: 1, run: inspect }],
  ["prove", { flags: PROVE_FLAGS, words: 0, run: prove }],
  ["verify", { flags: VERIFY_FLAGS, words: 1, run: verify }],
  ["minutes", { flags: MINUTES_FLAGS, words: 1, run: minutes }],
  ["custody", { flags: CUSTODY_FLAGS, words: 1, run: custody }],
  ["reconcile", { flags: { "--record": "many" }, words: 1000, run: reconcile }],
  ["words", { flags: WORDS_FLAGS, words: WORDS_MAX, run: words }],
  ["hsm", { flags: HSM_FLAGS, words: 1, run: askHsm }],
  ["keygen", { flags: KEYGEN_FLAGS, words: 0, run: keygen }],
  ["script", { flags: SCRIPT_FLAGS, words: 2, run: script }],
  ["rehearse", { flags: REHEARSE_FLAGS, words: 1, run: rehearse }],
  [HSM_COMMAND, { flags: SERVE_HSM_FLAGS, words: 0, run: serveHsm }],
  ["help", { flags: {}, words: 1, run: help }],
  ["version", { flags: {}, words: 0, run: version }],
]);

/** What this program starts itself as, for a process of its own. */
export const INNER_COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  [VAULT_COMMAND, { flags: {}, words: 1, run: serveVault }],
  [PEOPLE_COMMAND, { flags: {}, words: 2, run: servePeople }],
]);

async function serveVault({ words }: Given): Promise<null> {
  await runNodeVault(words[0] === "quorum" ? "quorum" : "officer");
  return null;
}

function servePeople({ words: [papers = "", passphrases] }: Given): null {
  runPeople(papers, passphrases ?? null);
  return null;
}
