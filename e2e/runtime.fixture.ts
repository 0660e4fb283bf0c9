// The Electron runtime that the set-up named, and how tests start it: as nobody, without a network.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { ROOT } from "./bundle.fixture.ts";
import { NOBODY } from "./nobody.fixture.ts";

/** In CI, what cannot be tested is a failure. */
const isJudging = process.env["CI"] === "true";
const isRoot = process.getuid?.() === 0;

/** The path of the runtime, or null where the set-up could not get one. */
export const runtime: string | null = findRuntime();
/** Whether to pass over tests in the name of which it says that they need the runtime. */
export const withoutRuntime = runtime === null && !isJudging;
/** The same of tests that read another process's memory. */
export const withoutRoot = withoutRuntime || (!isRoot && !isJudging);

/** A folder that the one who runs Electron may read and write, and Electron in it. */
export interface TestRuntime {
  readonly folder: string;
  /** Runs Electron on a program in the folder, without a window or a screen. */
  readonly start: (program: string, args: readonly string[]) => ChildProcess;
  readonly remove: () => void;
}

/** @throws Error where the set-up could not get a runtime */
export function makeTestRuntime(): TestRuntime {
  if (runtime === null) throw new Error("there is no Electron runtime: run npm test once");
  const folder = mkdtempSync(join(tmpdir(), "sd-e2e-"));
  chmodSync(folder, 0o711);
  const home = join(folder, "home");
  mkdirSync(home);
  const electron = isRoot ? lent(runtime, folder) : runtime;
  if (isRoot) chownSync(home, NOBODY, NOBODY);
  // Chromium reads neither screen nor bus then, so that a desktop's own does not matter.
  // What a library reads, and what nobody does, is there to be handed on.
  const noise = { DEBUG: "*", NODE_DEBUG: "timer", SD_CANARY: "1" };
  const env = { PATH: process.env["PATH"], LANG: "C.UTF-8", HOME: home, TMPDIR: home, ...noise };
  return {
    folder,
    start: (program, args) => {
      const command = [electron, "--ozone-platform=headless", program, ...args];
      const [first = "", ...rest] = isRoot ? asNobody(command) : command;
      return spawn(first, rest, { cwd: home, env, stdio: ["pipe", "pipe", "ignore"] });
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Each of these replaces itself by the next: the process that is started is Electron's main. */
function asNobody(command: readonly string[]): readonly string[] {
  const alone = ["unshare", "-n", "sh", "-c", 'ip link set lo up; exec "$@"', "sh"];
  const ids = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
  return [...alone, "setpriv", ...ids, ...command];
}

/** Our runtime may lie where nobody else can read: its files get a second name, or a copy. */
function lent(path: string, folder: string): string {
  const copy = join(folder, "electron");
  const [from, to] = [`${dirname(path)}/.`, copy];
  const linked = spawnSync("cp", ["-a", "--link", from, to]);
  if (linked.status !== 0) {
    rmSync(copy, { recursive: true, force: true });
    spawnSync("cp", ["-a", from, to]);
  }
  chmodSync(copy, 0o755);
  return join(copy, basename(path));
}

function findRuntime(): string | null {
  const note = join(ROOT, ".runtime", "electron.json");
  if (!existsSync(note)) return null;
  const { path } = JSON.parse(readFileSync(note, "utf8")) as { readonly path: string };
  return existsSync(path) ? path : null;
}
