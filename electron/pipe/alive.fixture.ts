// Which processes live, for tests that wait until one does not.
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";

/** How Linux shows a process behind its name: R, S, T (it stands still), Z, ... Empty: it has none. */
export function stateOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "latin1");
    return line.slice(line.lastIndexOf(")") + 2).charAt(0);
  } catch {
    return "";
  }
}

/**
 * Whether a process still runs. One that has ended stays in the table until its parent fetches it,
 * and an orphan's new parent may take seconds for that: it holds no memory and does not count.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return !existsSync("/proc/self") || !["", "Z", "X"].includes(stateOf(pid));
}

/** How long a process lives on, in seconds as they would be on a machine that never stands still; ten at most. */
export async function secondsUntilGone(pid: number): Promise<number> {
  let looks = 0;
  for (; looks < 1000 && isAlive(pid); looks += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return looks / 100;
}
