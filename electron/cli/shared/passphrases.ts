// Passphrases for the command line's keys: from a file, from argv with a warning, or typed unseen.
import { fromUtf8, type Warning } from "../../../crypto/index.ts";
import { checkNewPassphrase } from "../../../crypto/secret-half.ts";
import { fault } from "./faults.ts";
import { optional, usage, type Given } from "./arguments.ts";
import { readInput } from "./files.ts";
import { terminal } from "./terminal.ts";

/** Gives key `n` (from 1) its passphrase; asked only for keys that are protected. */
export type AskPassphrase = (n: number) => Promise<string>;

const FILE_MAX = 64 * 1024;

const ON_ARGV: Warning = {
  code: "W-PASS-ARGV",
  message: "Passphrases on the command line can be seen by other programs; use --passphrase-file.",
};

/** The source of passphrases, and its warnings. @throws Fault E-USAGE, E-FILE-* */
export function passphraseSource(given: Given): {
  ask: AskPassphrase;
  warnings: readonly Warning[];
} {
  const file = optional(given, "--passphrase-file");
  const onArgv = given.values.get("--passwords");
  if (file !== null && onArgv !== undefined)
    throw usage("Give --passphrase-file or --passwords, not both.");
  if (onArgv !== undefined) return { ask: lineOf(onArgv), warnings: [ON_ARGV] };
  if (file !== null) return { ask: lineOf(linesOf(file)), warnings: [] };
  const ask = unseen();
  return { ask: (n) => ask(`Passphrase of key ${String(n)}: `, n), warnings: [] };
}

/**
 * A passphrase for a new key: typed twice at the terminal, or line 1 of the file.
 * @throws Fault E-PASS-MISMATCH, E-PASS-POLICY, E-PASS-TERMINAL, E-PASS-STOPPED, E-FILE-*
 */
export async function newPassphrase(given: Given): Promise<string> {
  const file = optional(given, "--passphrase-file");
  if (file !== null) {
    const [line = ""] = linesOf(file);
    checkNewPassphrase(line, line);
    return line;
  }
  const ask = unseen();
  const typed = await ask("New passphrase: ", 1);
  checkNewPassphrase(typed, await ask("The same again: ", 1));
  return typed;
}

const lineOf =
  (lines: readonly string[]): AskPassphrase =>
  (n) =>
    Promise.resolve(lines[n - 1] ?? "");

function linesOf(path: string): readonly string[] {
  const flag = "--passphrase-file";
  const bytes = readInput(path, flag, FILE_MAX);
  try {
    return fromUtf8(bytes)
      .split("\n")
      .map((line) => line.replace(/\r$/, ""));
  } catch {
    throw fault("E-FILE-READ", { flag });
  }
}

/** Asks with a prompt; `n` is the key's number in messages. */
type AskUnseen = (prompt: string, n: number) => Promise<string>;

/**
 * Lines typed without echo. Ctrl-C and end of input stop.
 * @throws Fault E-PASS-TERMINAL, E-PASS-STOPPED
 */
function unseen(): AskUnseen {
  const ask = terminal();
  return async (prompt, n) => {
    // Only here: opening it takes longer than finding that no key has a passphrase.
    if (!process.stdin.isTTY) throw fault("E-PASS-TERMINAL", { n });
    const line = await ask({ prompt, isSecret: true });
    if (line === null) throw fault("E-PASS-STOPPED");
    return line;
  };
}
