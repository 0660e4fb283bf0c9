// Passphrases for the command line's keys: from a file, from argv with a warning, or typed unseen.
import { fromUtf8, type Warning } from "../../crypto/index.ts";
import { checkNewPassphrase } from "../../crypto/secret-half.ts";
import { fault } from "./faults.ts";
import { may, usage, type Given } from "./arguments.ts";
import { readInput } from "./files.ts";

/** Gives key `n` (from 1) its passphrase; asked only for keys that are protected. */
export type AskPassphrase = (n: number) => Promise<string>;

const FILE_MAX = 64 * 1024;

const ON_ARGV: Warning = {
  code: "W-PASS-ARGV",
  message: "Passphrases on the command line can be seen by other programs; use --passphrase-file.",
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
  const ask = terminal();
  return { ask: (n) => ask(`Passphrase of key ${String(n)}: `, n), warnings: [] };
}

/**
 * A passphrase for a new key: typed twice at the terminal, or line 1 of the file.
 * @throws Fault E-PASS-MISMATCH, E-PASS-POLICY, E-PASS-TERMINAL, E-PASS-STOPPED, E-FILE-*
 */
export async function newPassphrase(given: Given): Promise<string> {
  const file = may(given, "--passphrase-file");
  if (file !== null) {
    const [line = ""] = linesOf(file);
    checkNewPassphrase(line, line);
    return line;
  }
  const ask = terminal();
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
type AskAtTerminal = (prompt: string, n: number) => Promise<string>;

/**
 * Lines typed without echo; what was pasted beyond a line is kept for the next key. Ctrl-C and end
 * of input stop.
 * @throws Fault E-PASS-TERMINAL, E-PASS-STOPPED
 */
function terminal(): AskAtTerminal {
  let ahead = "";
  return (prompt, n) => {
    // Only here: to open it takes longer than to find that no key has a passphrase.
    const input = process.stdin;
    if (!input.isTTY) return Promise.reject(fault("E-PASS-TERMINAL", { n }));
    // Before the prompt: who answers it at once must not find the echo still on.
    input.setEncoding("utf8").setRawMode(true);
    process.stderr.write(prompt);
    return new Promise((resolve, reject) => {
      const line = lineReader();
      const take = (chunk: string) => {
        const read = line(chunk);
        if (read === null) return;
        ahead = read.rest;
        input.off("data", take).setRawMode(false).pause();
        process.stderr.write("\n");
        if (read.line === null) reject(fault("E-PASS-STOPPED"));
        else resolve(read.line);
      };
      const typedAhead = ahead;
      ahead = "";
      input.on("data", take).resume();
      take(typedAhead);
    });
  };
}

/** Collects characters until a line ends, with what came after it; `line` is null when stopped. */
function lineReader(): (chunk: string) => { line: string | null; rest: string } | null {
  let typed: readonly string[] = [];
  return (chunk) => {
    const characters = [...chunk];
    for (const [i, character] of characters.entries()) {
      const rest = characters.slice(i + 1).join("");
      if (character === "\r") return { line: typed.join(""), rest: rest.replace(/^\n/, "") };
      if (character === "\n") return { line: typed.join(""), rest };
      if (character === "\u0003" || character === "\u0004") return { line: null, rest: "" };
      const erases = character === "\u007f" || character === "\b";
      typed = erases ? typed.slice(0, -1) : [...typed, character];
    }
    return null;
  };
}
