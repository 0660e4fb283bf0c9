// Passphrases for the command line's keys: from a file, from argv with a warning, or typed unseen.
import { fromUtf8, type Warning } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import { may, usage, type Given } from "./arguments.ts";
import { readInput } from "./files.ts";

/** Gives key `n` (from 1) its passphrase; asked only for keys that are protected. */
export type AskPassphrase = (n: number) => Promise<string>;

const FILE_MAX = 64 * 1024;

const ON_ARGV: Warning = {
  code: "W-PASS-ARGV",
  message:
    "Passphrases on the command line can be seen by other programs; use --passphrase-file.",
};

/** Where passphrases come from, and what there is to warn of. @throws Fault E-USAGE, E-FILE-* */
export function passphraseSource(given: Given): {
  ask: AskPassphrase;
  warnings: readonly Warning[];
} {
  const file = may(given, "--passphrase-file");
  const onArgv = given.values.get("--passwords");
  if (file !== null && onArgv !== undefined)
    throw usage("Give --passphrase-file or --passwords, not both.");
  if (onArgv !== undefined) return { ask: lineOf(onArgv), warnings: [ON_ARGV] };
  if (file !== null) return { ask: lineOf(linesOf(file)), warnings: [] };
  return { ask: askAtTerminal, warnings: [] };
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

/**
 * One line without echo; Ctrl-C and end of input stop.
 * @throws Fault E-PASS-TERMINAL, E-PASS-STOPPED
 */
function askAtTerminal(n: number): Promise<string> {
  const input = process.stdin;
  if (!input.isTTY) return Promise.reject(fault("E-PASS-TERMINAL", { n }));
  process.stderr.write(`Passphrase of key ${String(n)}: `);
  return new Promise((resolve, reject) => {
    let typed = "";
    const end = (answer: string | null) => {
      input.off("data", take).setRawMode(false).pause();
      process.stderr.write("\n");
      if (answer === null) reject(fault("E-PASS-STOPPED"));
      else resolve(answer);
    };
    const take = (chunk: string) => {
      for (const character of chunk) {
        if (character === "\r" || character === "\n") {
          end(typed);
          return;
        }
        if (character === "\u0003" || character === "\u0004") {
          end(null);
          return;
        }
        typed =
          character === "\u007f" || character === "\b" ? typed.slice(0, -1) : typed + character;
      }
    };
    input.setEncoding("utf8").setRawMode(true).resume().on("data", take);
  });
}
