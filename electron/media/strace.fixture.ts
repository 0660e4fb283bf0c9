// A small program that uses a medium, run under strace with faults injected into its system calls.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { FILE_CALLS, straceFlags } from "../disk/strace.fixture.ts";

/** The child's program: does one verb, then prints the result as lines of JSON. */
const CHILD = `
import { readFileSync, writeSync } from "node:fs";
import { findMedium, openAnswer, readFile, replaceFile, writeFile } from "./media.ts";
import { isFault } from "../../crypto/index.ts";
const [verb, root, name, content] = process.argv.slice(2);
const say = (value) => writeSync(1, JSON.stringify(value) + "\\n");
const bytes = new Uint8Array(readFileSync(content));
const answer = (medium) => {
  const file = openAnswer(medium, name);
  for (const piece of [bytes.subarray(0, 5), bytes.subarray(5)]) {
    try {
      file.write(piece);
    } catch (error) {
      say({ kept: file.abandon() });
      throw error;
    }
    say({ arrived: piece.length });
  }
  return file.finish();
};
const verbs = { write: writeFile, replace: replaceFile, answer };
try {
  const medium = findMedium(root, "transfer");
  if (verb === "read") say({ length: readFile(medium, name, 2 ** 24).length });
  else say({ written: verbs[verb](medium, name, bytes) });
} catch (error) {
  say(isFault(error) ? { code: error.code } : { broken: String(error.stack) });
}
`;

/** The child as one file of plain JavaScript. */
export function bundleChild(folder: string): string {
  const outfile = join(folder, "child.mjs");
  buildSync({
    stdin: {
      contents: CHILD,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
    // node-forge is CommonJS and asks for node's modules by `require`.
    banner: {
      js:
        "import { createRequire } from 'node:module';"
        + "const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

/** One run of the child: verb, root, name and the file whose content is written. */
export interface Run {
  readonly child: string;
  readonly verb: "write" | "replace" | "answer" | "read";
  readonly root: string;
  readonly name: string;
  readonly content: string;
  /** The paths whose system calls count and may fail. */
  readonly paths: readonly string[];
  /** strace's `inject=` expression, if a fault is wanted. */
  readonly inject?: string;
}

export interface Outcome {
  readonly written?: { readonly name: string; readonly size: number; readonly sha256: string };
  readonly code?: string;
  readonly broken?: string;
  readonly length?: number;
  readonly arrived?: number;
  readonly kept?: { readonly name: string } | null;
}

/** What the child printed, line by line, and the system calls on the paths, in order. */
export interface Traced {
  readonly said: readonly Outcome[];
  readonly last: Outcome;
  readonly calls: readonly string[];
}

/** Runs the child to its end. */
export function traced(run: Run): Traced {
  const log = `${run.content}.strace`;
  const { stdout } = spawnSync("strace", commandOf(run, log), { encoding: "utf8" });
  const said = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Outcome);
  const calls = readFileSync(log, "utf8")
    .split("\n")
    .filter((line) => /^(\d+ +)?\w+\(/.test(line))
    .map((line) => line.replace(/^\d+ +/, ""));
  return { said, last: said.at(-1) ?? {}, calls };
}

/** The lines strace has written until now. */
export const logOf = ({ content }: Run): string => {
  const log = `${content}.strace`;
  return existsSync(log) ? readFileSync(log, "utf8") : "";
};

/**
 * As `traced`, but the child stops right after one system call until something was done.
 * @param after `CALL:N`: the n-th call (from 1) of this system call
 */
export async function tracedWhile(
  run: Run,
  after: string,
  meanwhile: () => void,
): Promise<Outcome> {
  const [call = "", n = ""] = after.split(":");
  const stopping = { ...run, inject: `${call}:signal=SIGSTOP:when=${n}` };
  rmSync(`${run.content}.strace`, { force: true });
  // In a group of its own, so that signals also reach the child.
  const child = spawn("strace", commandOf(stopping, `${run.content}.strace`), { detached: true });
  let text = "";
  child.stdout.on("data", (data: Buffer) => {
    text += data.toString();
  });
  const ended = new Promise((resolve) => {
    child.on("close", resolve);
  });
  try {
    await until(() => child.exitCode !== null || logOf(run).includes("stopped by SIGSTOP"));
    if (child.exitCode !== null) throw new Error(`it did not stop after ${after}: ${logOf(run)}`);
    meanwhile();
    process.kill(-child.pid!, "SIGCONT");
    await ended;
  } finally {
    if (child.exitCode === null) process.kill(-child.pid!, "SIGKILL");
  }
  return JSON.parse(text.trim().split("\n").at(-1) ?? "{}") as Outcome;
}

function commandOf(run: Run, log: string): string[] {
  const { child, verb, root, name, content, paths, inject } = run;
  return [
    ...straceFlags(inject),
    ...FILE_CALLS,
    "-y",
    "-s",
    "16",
    "-o",
    log,
    ...paths.flatMap((path) => ["-P", path]),
    ...(inject === undefined ? [] : ["-e", `inject=${inject}`]),
    process.execPath,
    child,
    verb,
    root,
    name,
    content,
  ];
}

/** Waits for a condition; without success the test's own time limit ends it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo())
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
}

/** A point of a run: the n-th call (from 1) of this system call. */
export interface Point {
  readonly call: string;
  readonly n: number;
}

/** Every system call of a run as a point where a fault can be put. */
export function pointsOf(calls: readonly string[]): readonly Point[] {
  const seen = new Map<string, number>();
  return calls.map((line) => {
    const call = /^\w+/.exec(line)?.[0] ?? "";
    const n = (seen.get(call) ?? 0) + 1;
    seen.set(call, n);
    return { call, n };
  });
}
