// For tests: something slow, made by the first test file that asks; the others wait for it.
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
/** The process that makes it: others wait while it lives. */
const MAKER = "maker.pid";

type Outcome<Made> = { readonly made: Made } | { readonly failed: string };

/** The run that this process belongs to: runners that make things for each other, or one's workers. */
const RUN = Number(process.env["SD_ONCE"] ?? process.ppid);

/**
 * Makes something in a folder of its own, once per test run and name. It is shared: copy what a test
 * changes.
 * @param make returns a description as JSON; everyone gets the error it throws
 */
export async function madeOnce<Made>(
  name: string,
  make: (home: string) => Promise<Made>,
): Promise<{ readonly home: string; readonly made: Made }> {
  const home = join(tmpdir(), `${PREFIX}${RUN}-${beginOf(RUN)}-${name}`);
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

/** Only one process can make the folder. */
function isFirst(home: string): boolean {
  try {
    mkdirSync(home);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes what finished runs have left. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, parent] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (parent !== undefined && !isAlive(Number(parent)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** When a process began, if the system says so: its number may have been another's before. */
function beginOf(pid: number): string {
  const path = `/proc/${pid}/stat`;
  return existsSync(path) ? readFileSync(path, "latin1").split(") ")[1]!.split(" ")[19]! : "";
}
