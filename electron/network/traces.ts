// Where this computer could write a process's memory to its disk: core files, swap, hibernation. Read
// from the system's own files; where it has none of Linux's, nothing is known.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import process from "node:process";
import type { Fault } from "../../crypto/index.ts";
import { toolEnvironment } from "../disk/own-environment.ts";
import { fault } from "./faults.ts";

export interface Traces {
  /** Whether a crash of this process could leave its memory in a file; null where not known. */
  readonly cores: boolean | null;
  /** Files and devices with swap that is not encrypted, also what hibernation writes to; sorted. */
  readonly swaps: readonly string[];
}

/** Where a reading comes from: /proc and /sys, or recorded trees. */
export interface TraceSources {
  readonly proc: string;
  readonly sys: string;
}

const THIS_MACHINE: TraceSources = { proc: "/proc", sys: "/sys" };

/**
 * A limit of one byte. 0 keeps no core from a program that the kernel pipes it to; for 1 alone it
 * gives up in every case (Linux, fs/coredump.c).
 */
const CORE_BYTES = 1;

/** Forbids processes of this user to leave cores, and all that they start from now on. */
export function limitCores(processes: readonly number[]): void {
  if (process.platform !== "linux") return;
  const limit = `--core=${CORE_BYTES}:${CORE_BYTES}`;
  const env = toolEnvironment();
  // Where it fails, what is read afterwards says so.
  for (const id of processes) spawnSync("prlimit", ["--pid", String(id), limit], { env });
}

/** The process itself, what it started, and what these started. */
export function withDescendants(first: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of existsSync("/proc") ? readdirSync("/proc") : []) {
    // The name before may hold anything but the last bracket.
    const [, parent] = /^\d+ \(.*\) \S (\d+) /s.exec(read(`/proc/${name}/stat`) ?? "") ?? [];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = [first];
  for (const one of family) for (const [id, parent] of parents) if (parent === one) family.push(id);
  return family;
}

/** What this process's memory could come to. */
export function readTraces({ proc, sys }: TraceSources = THIS_MACHINE): Traces {
  const limits = read(join(proc, "self/limits"));
  const pattern = read(join(proc, "sys/kernel/core_pattern"));
  const limit = /^Max core file size\s+(\S+)/m.exec(limits ?? "")?.[1];
  const [, ...swaps] = (read(join(proc, "swaps")) ?? "").split("\n");
  const names = swaps.flatMap((line) => line.split(/\s+/)[0] ?? []).filter((name) => name !== "");
  return {
    cores: limit === undefined ? null : leavesCore(limit, pattern ?? "|"),
    swaps: names.filter((name) => !isSafe(name, sys)).sort(),
  };
}

/**
 * What forbids a secret step on the offline station, in production. A rehearsal is told and goes on.
 * @returns Fault E-TRACE-CORE, E-TRACE-SWAP, or null
 */
export function checkTraces(
  { cores, swaps }: Traces,
  mode: "REHEARSAL" | "PRODUCTION",
): Fault | null {
  if (mode === "REHEARSAL") return null;
  if (cores === true) return fault("E-TRACE-CORE");
  const names = swaps.map((name) => name.replaceAll(/[^A-Za-z0-9/._-]/g, "?").slice(0, 60));
  return names.length === 0 ? null : fault("E-TRACE-SWAP", { names: names.join(", ") });
}

/** A program that reads nothing: the live image sends every core there. */
const NOWHERE = /^\|(?:\/usr)?\/bin\/false\s*$/;

/** A page is the least that is written to a file; a program gets it unless the limit is one byte. */
function leavesCore(limit: string, pattern: string): boolean {
  if (limit === String(CORE_BYTES) || NOWHERE.test(pattern)) return false;
  return limit !== "0" || pattern.startsWith("|");
}

/** Swap in memory (zram), or on an encrypted device (dm-crypt names its own so). */
function isSafe(device: string, sys: string): boolean {
  const name = basename(realOf(device));
  if (name.startsWith("zram")) return !isBacked(name, sys);
  return (read(join(sys, "block", name, "dm/uuid")) ?? "").startsWith("CRYPT-");
}

/** A zram may write to a disk what it has no room for. */
const isBacked = (name: string, sys: string): boolean =>
  (read(join(sys, "block", name, "backing_dev"))?.trim() ?? "none") !== "none";

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return null;
  }
}
