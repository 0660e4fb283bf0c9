// For tests: Windows' own Node under Wine, with Windows' paths, drives and line ends.
import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { otherNode } from "../build/setup/other-node.mjs";
import { onPath } from "../build/setup/run.mjs";
import { ROOT } from "./bundle.fixture.ts";

export const withoutWine = process.platform !== "linux" || !onPath("wine");

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

export interface Windows {
  /** The folder of this test, `Z:` and the rest of its path under Windows. */
  readonly folder: string;
  /** Runs `sd`; words that are paths are Windows' own (`path`). */
  readonly sd: (words: readonly string[], until?: () => boolean) => Promise<Said>;
  readonly path: (path: string) => string;
  /** Inserts an empty drive: its letter and colon, and its folder here. */
  readonly drive: (letter: string) => readonly [string, string];
  readonly remove: () => void;
}

/** Gets that Node once, and gives Wine a home of its own. */
export async function windows(): Promise<Windows> {
  const node = await otherNode(ROOT, "windows");
  const folder = mkdtempSync(join(tmpdir(), "sd-wine-"));
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    WINEPREFIX: join(folder, "wine"),
    WINEDEBUG: "-all",
    // Without it, what would draw windows complains on a program's own output.
    XDG_RUNTIME_DIR: mkdtempSync(join(folder, "runtime-")),
    // Neither of its other runtimes is asked for.
    WINEDLLOVERRIDES: "mscoree,mshtml=",
  };
  // Before it is on as a whole, what a program starts may end at once.
  const switchOn = (): void => {
    const begun = spawnSync("wineboot", ["--init"], { env, stdio: "ignore", timeout: 300_000 });
    if (begun.status !== 0) throw new Error("Wine does not start");
  };
  switchOn();
  const path = (one: string): string => `Z:${one.replaceAll("/", "\\")}`;
  const program = path(join(ROOT, "dist", "sd.cjs"));
  let count = 0;
  const sd = async (words: readonly string[], until?: () => boolean): Promise<Said> => {
    // To a pipe, Node under Wine fails with EBADF.
    const files = ["out", "errors"].map((name) => join(folder, `${name}-${String((count += 1))}`));
    const [out = 0, errors = 0] = files.map((file) => openSync(file, "w"));
    const child = spawn("wine", [path(node), program, ...words], {
      env,
      cwd: folder,
      stdio: ["ignore", out, errors],
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const computer = { isOff: false };
    const timer = setInterval(() => {
      if (until?.() !== true) return;
      computer.isOff = true;
      switchOff(env.WINEPREFIX);
    }, 50);
    const code = await ended;
    clearInterval(timer);
    // What was just being started was not found yet.
    while (computer.isOff && running(env.WINEPREFIX).length > 0) {
      switchOff(env.WINEPREFIX);
      await sleep(50);
    }
    if (computer.isOff) switchOn();
    for (const one of [out, errors]) closeSync(one);
    const [said = "", complained = ""] = files.map((file) => readFileSync(file, "utf8"));
    return { code, out: said, errors: complained };
  };
  return {
    folder,
    sd,
    path,
    drive: (letter) => {
      const drive = join(folder, `drive-${letter}`);
      mkdirSync(drive);
      symlinkSync(drive, join(env.WINEPREFIX, "dosdevices", `${letter.toLowerCase()}:`));
      return [`${letter}:`, drive];
    },
    remove: () => {
      spawnSync("wineserver", ["--kill"], { env });
      spawnSync("wineserver", ["--wait"], { env, timeout: 30_000 });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The whole computer goes off at once: all that runs under this Wine. All are looked up before the
 * first is killed: without Wine's server a program's first thread ends, its others stay, and it has
 * no environment any more by which it could be found.
 */
function switchOff(prefix: string): void {
  for (const pid of running(prefix))
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // It ended meanwhile.
    }
}

const running = (prefix: string): readonly string[] =>
  readdirSync("/proc").filter((name) => /^\d+$/.test(name) && isUnder(name, prefix));

function isUnder(pid: string, prefix: string): boolean {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
    return environment.includes(`WINEPREFIX=${prefix}`);
  } catch {
    // It ended meanwhile, or is another user's.
    return false;
  }
}
