// Where this computer could write a process's memory to its disk: core files, swap, hibernation.
// Read from Linux's own files; on other systems nothing is known.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import process from "node:process";
import type { Fault } from "../../crypto/index.ts";
import { toolEnvironment } from "../disk/own-environment.ts";
import { fault } from "./faults.ts";

export interface Traces {
  /** Whether a crash of this process could leave its memory in a file; null if unknown. */
  readonly cores: boolean | null;
  /** Files and devices with swap that is not encrypted, also those of hibernation; sorted. */
  readonly swaps: readonly string[];
}

/** Where a reading comes from: /proc and /sys, or recorded trees. */
export interface TraceSources {
  readonly proc: string;
  readonly sys: string;
}

const THIS_MACHINE: TraceSources = { proc: "/proc", sys: "/sys" };

/**
 * A limit of one byte. With 0 the kernel still pipes a core to a program; only 1 prevents it in
 * every case (Linux, fs/coredump.c).
 */
const CORE_BYTES = 1;

/** Forbids core files to these processes, and to all that they start from now on. */
export function limitCores(processes: readonly number[]): void {
  if (process.platform !== "linux") return;
  const limit = `--core=${CORE_BYTES}:${CORE_BYTES}`;
  const env = toolEnvironment();
  // If it fails, the next reading says so.
  for (const id of processes) spawnSync("prlimit", ["--pid", String(id), limit], { env });
}

/** The process itself and all its descendants. */
export function withDescendants(first: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of existsSync("/proc") ? readdirSync("/proc") : []) {
    // The name before may contain anything but the last bracket.
    const [, parent] = /^\d+ \(.*\) \S (\d+) /s.exec(read(`/proc/${name}/stat`) ?? "") ?? [];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = [first];
  for (const one of family) for (const [id, parent] of parents) if (parent === one) family.push(id);
  return family;
}

/** Where this process's memory could be written. */
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
 * What forbids a secret step on the offline station, in production. A rehearsal is only told.
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

/** At least a page is written to a file; a program gets it unless the limit is one byte. */
function leavesCore(limit: string, pattern: string): boolean {
  if (limit === String(CORE_BYTES) || NOWHERE.test(pattern)) return false;
  return limit !== "0" || pattern.startsWith("|");
}

/** Swap in memory (zram), or on an encrypted device (which dm-crypt names so). */
function isSafe(device: string, sys: string): boolean {
  const name = basename(realOf(device));
  if (name.startsWith("zram")) return !isBacked(name, sys);
  return (read(join(sys, "block", name, "dm/uuid")) ?? "").startsWith("CRYPT-");
}

/** A zram may write to a disk what does not fit. */
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
