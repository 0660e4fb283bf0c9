// Which processes live, for tests that wait for their end.
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";

/** The state of a process on Linux: R, S, T (stopped), Z, ... Empty without a process. */
export function stateOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "latin1");
    return line.slice(line.lastIndexOf(")") + 2).charAt(0);
  } catch {
    return "";
  }
}

/**
 * Whether a process still runs. An ended one stays in the table until its parent fetches it, and an
 * orphan's new parent may take seconds for that: it has no memory and does not count.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return !existsSync("/proc/self") || !["", "Z", "X"].includes(stateOf(pid));
}

/** How long a process still lives, in seconds of a machine that is never suspended; ten at most. */
export async function secondsUntilGone(pid: number): Promise<number> {
  let looks = 0;
  for (; looks < 1000 && isAlive(pid); looks += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return looks / 100;
}
