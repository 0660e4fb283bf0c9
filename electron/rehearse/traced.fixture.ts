// For tests: a rehearsal under strace, and its system calls as data: whose they are, and in what order.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { QUICK_PROGRAM } from "../cli/program.fixture.ts";
import { madeOnce } from "../disk/made-once.fixture.ts";
import { straceFlags } from "../disk/strace.fixture.ts";
import { placeIn, Running, type Ended, type Place } from "./rehearsal.fixture.ts";

/** The calls that change files or names, or force them; and those that send output. */
export const CHANGING = [
  "openat",
  "open",
  "creat",
  "write",
  "writev",
  "pwrite64",
  "pwritev",
  "pwritev2",
  "sendfile",
  "sendto",
  "sendmsg",
  "sendmmsg",
  "copy_file_range",
  "fallocate",
  "fsync",
  "fdatasync",
  "rename",
  "renameat",
  "renameat2",
  "link",
  "linkat",
  "symlink",
  "symlinkat",
  "unlink",
  "unlinkat",
  "mkdir",
  "mkdirat",
  "rmdir",
  "ftruncate",
  "truncate",
];

/** The calls that make a socket or name an address. */
const SOCKETS = ["socket", "socketpair", "connect", "bind"];

const WRITING = ["write", "writev", "pwrite64", "pwritev", "pwritev2", "sendfile"];

/** One system call. `from` and `to` say where in the log it began and had returned. */
export interface Call {
  readonly name: string;
  /** Its arguments as strace writes them: descriptors with their targets, text escaped. */
  readonly args: string;
  /** What it returned; NaN when it never did. */
  readonly result: number;
  readonly from: number;
  readonly to: number;
}

/** One process with the calls of all its threads, in the order in which they began. */
export interface Traced {
  /** The words after the program's own file: what it was started as. */
  readonly words: readonly string[];
  readonly calls: readonly Call[];
}

/**
 * An activation with every call that changes a disk, sends output or makes a socket: traced once
 * per test run and build of the program. It is shared, so tests must not change it.
 */
export async function tracedActivation(): Promise<{
  readonly place: Place;
  readonly processes: readonly Traced[];
}> {
  const calls = [...CHANGING, ...SOCKETS];
  const { home } = await madeOnce(`traced-${statSync(QUICK_PROGRAM).mtimeMs}`, async (folder) => {
    const { code, errors } = await runUnderStrace(placeIn(folder), "activation", calls);
    if (code !== 0 || errors !== "") throw new Error(errors);
    return null;
  });
  const place = placeIn(home);
  return { place, processes: processesOf(place) };
}

/** Runs a rehearsal with all its processes under strace. */
export async function traced(
  place: Place,
  script: string,
  calls: readonly string[],
  flags: readonly string[] = [],
): Promise<{ readonly ended: Ended; readonly processes: readonly Traced[] }> {
  const ended = await runUnderStrace(place, script, calls, flags);
  return { ended, processes: processesOf(place) };
}

const logIn = ({ root }: Place): string => join(root, "strace.log");

const processesOf = (place: Place): readonly Traced[] =>
  processesIn(readFileSync(logIn(place), "utf8").split("\n"));

function runUnderStrace(
  place: Place,
  script: string,
  calls: readonly string[],
  flags: readonly string[] = [],
): Promise<Ended> {
  const trace = [...calls, "execve", "clone", "clone3", "fork", "vfork"].join(",");
  return new Running(place, script, flags, [
    "strace",
    ...straceFlags(),
    "-yy",
    "-s",
    "1048576",
    "-e",
    `trace=${trace}`,
    "-o",
    logIn(place),
    "--",
  ]).ended;
}

/** The only process that was started with these first words. */
export function theOne(processes: readonly Traced[], ...words: readonly string[]): Traced {
  const [one, other] = startedAs(processes, ...words);
  if (one === undefined || other !== undefined) throw new Error(`not one ${words.join(" ")}`);
  return one;
}

export const startedAs = (processes: readonly Traced[], ...words: readonly string[]) =>
  processes.filter((process) => words.every((word, i) => process.words[i] === word));

/** The file, pipe or socket of a call's first argument, as strace prints it. */
export const targetOf = ({ args }: Call): string => /^\d+<((?:[^>]|->)*)>/.exec(args)?.[1] ?? "";

/** The paths among a call's arguments; ours are all absolute and without escapes. */
export const pathsIn = (args: string): readonly string[] =>
  [...args.matchAll(/"(\/[^"]*)"/g)].map(([, path = ""]) => path);

export const writes = (call: Call, path: string): boolean =>
  WRITING.includes(call.name) && targetOf(call) === path;

export const forces = (call: Call, path: string): boolean =>
  ["fsync", "fdatasync"].includes(call.name) && targetOf(call) === path;

export const opens = ({ name, args }: Call, path: string, flag: string): boolean =>
  name === "openat" && pathsIn(args).at(-1) === path && args.includes(flag);

/** A connection to an HSM begins. */
export const isAsking = ({ name, args }: Call): boolean =>
  name === "connect" && args.includes("sa_family=AF_INET");

/** Something leaves the process for another: by standard output, standard error, or a socket. */
export function isReply(call: Call): boolean {
  if (call.name.startsWith("send") && call.name !== "sendfile")
    return !targetOf(call).startsWith("NETLINK");
  return (
    WRITING.includes(call.name)
    && (/^[12]</.test(call.args) || /^(TCP|UNIX|UDP|RAW|SOCK|socket)/.test(targetOf(call)))
  );
}

interface Line extends Call {
  readonly thread: string;
}

function processesIn(lines: readonly string[]): readonly Traced[] {
  const calls = callsIn(lines);
  const made = new Map<string, string>();
  for (const { name, args, result, thread } of calls)
    if (/^(clone3?|v?fork)$/.test(name) && args.includes("CLONE_THREAD"))
      made.set(String(result), thread);
  const processOf = (thread: string): string => {
    const maker = made.get(thread);
    return maker === undefined ? thread : processOf(maker);
  };
  const ids = [...new Set(calls.map(({ thread }) => processOf(thread)))];
  return ids.map((id) => {
    const own = calls.filter(({ thread }) => processOf(thread) === id);
    const [, argv = ""] =
      /^"[^"]*", \[(.*?)\]/.exec(own.find(({ name }) => name === "execve")?.args ?? "") ?? [];
    const words = [...argv.matchAll(/"([^"]*)"/g)].map(([, word = ""]) => word);
    return { words: words.slice(2), calls: own };
  });
}

/** The calls in the order of their beginning, each joined if the log has it in two parts. */
function callsIn(lines: readonly string[]): readonly Line[] {
  const calls: Line[] = [];
  const open = new Map<string, { readonly at: number; readonly text: string }>();
  for (const [at, line] of lines.entries()) {
    const [, thread = "", text = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const begun = / <unfinished \.\.\.>$/.exec(text);
    const [resumed] = /^<\.\.\. \w+ resumed>/.exec(text) ?? [];
    if (begun !== null) {
      open.set(thread, { at, text: text.slice(0, begun.index) });
    } else if (resumed !== undefined) {
      const first = open.get(thread);
      open.delete(thread);
      const whole = `${first?.text ?? ""}${text.slice(resumed.length)}`;
      calls.push(...callOf(thread, whole, first?.at ?? at, at));
    } else {
      calls.push(...callOf(thread, text, at, at));
    }
  }
  for (const [thread, { at, text }] of open) calls.push(...callOf(thread, text, at, lines.length));
  return calls.sort((a, b) => a.from - b.from);
}

/** Lines about signals and exits are not calls. */
function callOf(thread: string, text: string, from: number, to: number): readonly Line[] {
  const [, name, rest = ""] = /^(\w+)\((.*)$/.exec(text) ?? [];
  if (name === undefined) return [];
  // Short lines have the result in a column of its own; our text may look like a result.
  const [, args = rest, result = ""] = /^(.*)\) += (-?\w+)/.exec(rest) ?? [];
  return [{ name, args, result: Number.parseInt(result, 10), from, to, thread }];
}
