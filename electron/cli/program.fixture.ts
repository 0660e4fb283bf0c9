// For tests: the built program run as its users run it, and what every answer of it must be like.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { runCommand } from "./run-command.ts";
import { speakerFor } from "./voice.ts";

const isLong = process.env["LONG"] === "1";
type Environment = Readonly<Record<string, string>>;

/** The file that `npm run build` makes; `npm test` does so before any test. */
export const PROGRAM = fileURLToPath(new URL("../../dist/sd.cjs", import.meta.url));

/** The same with few rounds of key derivation, for whole rehearsals that ask nothing about them. */
export const QUICK_PROGRAM = fileURLToPath(new URL("../../.runtime/quick/sd.cjs", import.meta.url));

/**
 * The same again, whose rehearsals print no papers, for tests that read none of them. In the long run
 * they are printed.
 */
export const PAPERLESS_PROGRAM = isLong
  ? QUICK_PROGRAM
  : fileURLToPath(new URL("../../.runtime/quick/paperless.cjs", import.meta.url));

/** A word that is in the names and contents of inputs and must never be said again. */
export const CANARY = "CANARYq7Zx";

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
  readonly seconds: number;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Environment;
}

/** Commands that start programs, or make keys: in this process of known primes. */
const APART = ["keygen", "rehearse", "rehearsal-hsm"];

/** Given where a test is about the program: its own process, and what it loads. */
export const AS_PROGRAM: RunOptions = {};

/**
 * Runs the command line without a terminal: its standard input is empty. To start a program takes
 * longer than most commands; so, without options, a command is run in this process by what the
 * program runs. In the long run all are programs.
 */
export const sd = (args: readonly string[], options?: RunOptions): Promise<Ended> =>
  options === undefined && !APART.includes(args[0] ?? "") && !isLong
    ? sdHere(args)
    : sdProgram(args, options);

/** As `sd`, of a key that is refused before it is made: of known primes there is none either. */
export const sdRefused = (args: readonly string[]): Promise<Ended> =>
  isLong ? sdProgram(args) : sdHere(args);

/** As `sdRefused`, started in this folder. */
export async function sdRefusedIn(args: readonly string[], cwd: string): Promise<Ended> {
  if (isLong) return sdProgram(args, { cwd });
  const before = process.cwd();
  process.chdir(cwd);
  try {
    return await sdHere(args);
  } finally {
    process.chdir(before);
  }
}

/** As `sd`, of a person whose home is this folder. */
export async function sdAtHome(args: readonly string[], home: string): Promise<Ended> {
  const theirs = { HOME: home, USERPROFILE: home };
  if (isLong) return sdProgram(args, { env: { ...(process.env as Environment), ...theirs } });
  const before = { ...process.env };
  Object.assign(process.env, theirs);
  try {
    return await sdHere(args);
  } finally {
    for (const name of Object.keys(theirs)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  }
}

const sdProgram = (args: readonly string[], options: RunOptions = {}): Promise<Ended> =>
  run(process.execPath, [PROGRAM, ...args], withHome(options));

async function sdHere(args: readonly string[]): Promise<Ended> {
  const began = performance.now();
  const said = { stdout: "", stderr: "" };
  const into = (name: "stdout" | "stderr") => ({
    write: (text: string) => {
      said[name] += text;
    },
  });
  const streams = { stdout: into("stdout"), stderr: into("stderr") };
  // Limits of the whole process would hold for the tests after this one.
  const program = { inner: new Map(), beforeSecrets: async () => undefined };
  const code = await runCommand(args, speakerFor(args, streams), program);
  const seconds = (performance.now() - began) / 1000;
  return { code, out: said.stdout, errors: said.stderr, seconds };
}

/** As `sd`, quick and without papers. */
export const quickSd = (args: readonly string[], options: RunOptions = {}): Promise<Ended> =>
  run(process.execPath, [PAPERLESS_PROGRAM, ...args], withHome(options));

const withHome = (options: RunOptions): RunOptions => ({
  ...options,
  env: options.env ?? { ...(process.env as Environment), HOME, USERPROFILE: HOME },
});

/** A home of the tests' own: what a stopped run leaves there is nobody's. */
const HOME = join(tmpdir(), `sd-home-${String(process.pid)}`);
process.once("exit", () => rmSync(HOME, { recursive: true, force: true }));

/** Runs any program to its end; `env`, where given, is the whole environment. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env }: RunOptions = {},
): Promise<Ended> {
  const began = performance.now();
  return new Promise((ended, failed) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env: { ...env } }),
    });
    const [out, errors]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", failed);
    child.on("close", (code) => {
      const seconds = (performance.now() - began) / 1000;
      const [said, told] = [out, errors].map((chunks) => Buffer.concat(chunks).toString());
      ended({ code, out: said ?? "", errors: told ?? "", seconds });
    });
  });
}

/** A folder with the canary in its name, which is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `sd-${CANARY}-`));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Every file under a folder with the SHA-256 of its bytes; what is no file, with its kind. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  const tree: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    tree[path] = entry.isFile() ? contentOf(path) : entry.isDirectory() ? "folder" : "other";
  }
  return tree;
}

function contentOf(path: string): string {
  const { size } = statSync(path);
  if (size > 64 * 1024 * 1024) return `${size} bytes`;
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** What someone else said, at the end: whose it is, then marked lines alone. */
const OTHERS_WORDS = /\n {2}(What|Who) .* word for word:(\n {2}> .{1,60})+$/;

/**
 * Checks a refusal whole: exit code, nothing on stdout, warnings of one line each, then the error's
 * code with one sentence, then one line that says what to do, then what someone else said of it, marked; short, without echo or stack trace.
 * @returns the codes of the warnings
 */
export function expectRefusal(ended: Ended, code: string, exit: 1 | 2 = 1): readonly string[] {
  const { errors } = ended;
  const said = errors.replaceAll(/^W-.*\n/gm, "");
  expect({ said, code: ended.code, out: ended.out }).toEqual({
    said: expect.stringContaining(`${code}: `) as string,
    code: exit,
    out: "",
  });
  expect(errors.length).toBeLessThanOrEqual(1200);
  expect(errors).toMatch(/^[\x20-\x7e\n]+\n$/);
  expect(errors).not.toContain(CANARY);
  expect(errors).not.toMatch(/^\s+at |node:|\.cjs|Error:|\/(tmp|dev|proc)\b/m);
  const lines = errors.slice(0, -1).replace(OTHERS_WORDS, "").split("\n");
  const warnings = warningsIn(lines.slice(0, -2).join("\n"));
  const [error = "", next = ""] = lines.slice(-2);
  expect(error).toMatch(new RegExp(`^${code}: [A-Z0-9].*[^ .]\\.$`));
  expect(error).not.toMatch(/[.!?] /);
  expect(next).toMatch(/^[A-Z].{4,300}[^ ]\.$/);
  return warnings;
}

/** What a command said with `--json`. */
export interface Answer {
  /** All members but the other two. */
  readonly result: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string; readonly message: string; readonly next: string };
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}

/** Runs a command with `--json` and checks the form: one line, one object, nothing on stderr. */
export async function sdJson(
  args: readonly string[],
  options?: RunOptions,
): Promise<Answer & { readonly code: number | null }> {
  const { code, out, errors } = await sd([...args, "--json"], options);
  expect(errors).toBe("");
  expect(out).toMatch(/^\{[\x20-\x7e]*\}\n$/);
  const { error, warnings, ...result } = JSON.parse(out) as Omit<Answer, "result">;
  for (const warning of warnings) expect(Object.keys(warning)).toEqual(["code", "message"]);
  const refused = error === undefined ? {} : { error };
  return { code, ...refused, warnings, result };
}

/**
 * The codes of lines that are all warnings, each one line; but not of W-CERT-TIME: the vectors'
 * certificates end in 2027, and their tests should not.
 */
export function warningsIn(text: string): readonly string[] {
  const lines = text.trimEnd() === "" ? [] : text.trimEnd().split("\n");
  return lines
    .filter((line) => !line.startsWith("W-CERT-TIME: "))
    .map((line) => {
      expect(line).toMatch(/^W-[A-Z-]+: .{8,300}[^ ]\.$/);
      expect(line).not.toContain(CANARY);
      return line.slice(0, line.indexOf(":"));
    });
}
