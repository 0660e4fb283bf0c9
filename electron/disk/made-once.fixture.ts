// For tests: what takes its time, made by the first test file that asks; the others wait for it.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { isAlive } from "../pipe/alive.fixture.ts";

const PREFIX = "sd-once-";
/** The process that makes it: who waits, waits as long as that lives. */
const MAKER = "maker.pid";

type Outcome<Made> = { readonly made: Made } | { readonly failed: string };

/**
 * Makes something in a folder of its own, once for each run of the tests (the workers of a run have
 * one parent) and for each name. It is shared: copy what a test changes.
 * @param make gives what to tell of it, as JSON has it; what it throws, everybody is told
 */
export async function madeOnce<Made>(
  name: string,
  make: (home: string) => Promise<Made>,
): Promise<{ readonly home: string; readonly made: Made }> {
  const home = join(tmpdir(), `${PREFIX}${process.ppid}-${beginOf(process.ppid)}-${name}`);
  const marker = join(home, "ended.json");
  if (isFirst(home)) {
    writeFileSync(`${home}/${MAKER}.part`, String(process.pid));
    renameSync(`${home}/${MAKER}.part`, join(home, MAKER));
    sweep();
    const outcome = await make(home).then(
      (made): Outcome<Made> => ({ made }),
      (error: unknown) => ({ failed: String(error) }),
    );
    writeFileSync(`${marker}.part`, JSON.stringify(outcome));
    renameSync(`${marker}.part`, marker);
  }
  while (!existsSync(marker) && isMaking(home)) await setTimeout(50);
  const outcome = JSON.parse(readFileSync(marker, "utf8")) as Outcome<Made>;
  if ("failed" in outcome) throw new Error(`${name} could not be made: ${outcome.failed}`);
  return { home, made: outcome.made };
}

/** Whether its maker lives, or has only just begun. */
function isMaking(home: string): boolean {
  try {
    return isAlive(Number(readFileSync(join(home, MAKER), "utf8")));
  } catch {
    return existsSync(home);
  }
}

/** Making a folder is for one alone. */
function isFirst(home: string): boolean {
  try {
    mkdirSync(home);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes what runs that are over have left. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, parent] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (parent !== undefined && !isAlive(Number(parent)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** When a process began, where the system tells it: its number was another's before. */
function beginOf(pid: number): string {
  const path = `/proc/${pid}/stat`;
  return existsSync(path) ? readFileSync(path, "latin1").split(") ")[1]!.split(" ")[19]! : "";
}
