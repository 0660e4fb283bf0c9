// Only one process at a time may write in a folder. Each contender has a file in `lock/`.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { makeFolder, reserve, unlessTaken } from "../disk/disk.ts";
import { systemCode } from "../disk/refusal.ts";
import { onDisk } from "./on-disk.ts";
import { fault } from "./faults.ts";
import { removeFile } from "../disk/remove.ts";

export interface Lock {
  /** The number of removed locks of processes that no longer live. */
  readonly cleared: number;
  /** Releases the folder. A second call does nothing. @throws Fault E-LOG-READONLY, -IO */
  release(): void;
}

/**
 * A process, distinguished from all others that ever had its number: by its start, boot, and PID
 * namespace (a container has one of its own; null if unknown).
 */
interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly boot: string;
  readonly space: string | null;
}

/**
 * Takes the folder for this process, making it if needed. If the system reports no start time or
 * boot (no /proc), a lock is stale only once its process number is free.
 * @throws Fault E-LOG-LOCK, E-LOG-LOCK-AWAY, E-LOG-SPACE, -READONLY, -IO
 */
export function takeLock(folder: string): Lock {
  return onDisk(() => {
    const place = join(folder, "lock");
    makeFolder(place);
    const own = join(place, nameOf(here()));
    const release = () => onDisk(() => removeFile(own));
    stand(own);
    try {
      return { cleared: clear(place, own), release };
    } catch (error) {
      release();
      throw error;
    }
  });
}

/**
 * Registers first, checks second: of two that start at once each sees the other or comes before it, so
 * never both continue. A name belongs to one process, so removing a dead one never hits a living one.
 */
function stand(own: string): void {
  if (!unlessTaken(() => reserve(own))) throw fault("E-LOG-LOCK", { pid: process.pid });
}

function clear(place: string, own: string): number {
  let cleared = 0;
  for (const name of readdirSync(place)) {
    const holder = holderOf(name);
    if (holder === null || join(place, name) === own) continue;
    if (lives(holder)) throw fault("E-LOG-LOCK", { pid: holder.pid });
    removeFile(join(place, name));
    cleared++;
  }
  return cleared;
}

/** @throws Fault E-LOG-LOCK-AWAY if the number is of another namespace: it may well live */
function lives({ pid, started, boot, space }: Holder): boolean {
  if (boot !== bootOf()) return false;
  const own = spaceOf();
  if (space !== null && own !== null && space !== own) throw fault("E-LOG-LOCK-AWAY");
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) === "ESRCH") return false;
    // EPERM: the number is that of another user's process, the owner or a later one.
  }
  const now = startOf(pid);
  return now === started || now === UNKNOWN;
}

const here = (): Holder => ({
  pid: process.pid,
  started: startOf(process.pid),
  boot: bootOf(),
  space: spaceOf(),
});

const nameOf = ({ pid, started, boot, space }: Holder): string =>
  `${pid}.${started}.${boot}${space === null ? "" : `-${space}`}`;

function holderOf(name: string): Holder | null {
  const [, pid, started, where] = /^([1-9]\d{0,9})\.(\w+)\.([\w-]+)$/.exec(name) ?? [];
  if (pid === undefined || started === undefined || where === undefined) return null;
  // After the 36 characters of the boot; locks of earlier versions end there.
  const [, boot = where, space = null] = /^([\w-]{36})-(\d+)$/.exec(where) ?? [];
  return { pid: Number(pid), started, boot, space };
}

const UNKNOWN = "unknown";

const bootOf = (): string => readLine("/proc/sys/kernel/random/boot_id") ?? UNKNOWN;

/** The number of the PID namespace, as in `pid:[4026531836]`. */
function spaceOf(): string | null {
  try {
    return /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? null;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}

/** Field 22 of /proc/PID/stat, ticks since boot. A zombie is dead. */
function startOf(pid: number): string {
  const line = readLine(`/proc/${pid}/stat`);
  if (line === null) return UNKNOWN;
  // The second field is a name in brackets, which may contain spaces and brackets itself.
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  return ["Z", "X"].includes(fields[0] ?? "") ? "ended" : (fields[19] ?? UNKNOWN);
}

function readLine(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}
