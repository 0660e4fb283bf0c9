// A screen reader beside the app: a session bus of its own, AT-SPI on it, and a program that reads
// the tree that the app gives, and hears what is announced.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { NOBODY } from "../nobody.fixture.ts";
import type { Home } from "./app.fixture.ts";
import { leave } from "./test.fixture.ts";

/** One thing in sight that can be used. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  /** What a field holds. */
  readonly text: string;
}

export interface ScreenReader {
  /** What an app is started with to be read: its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Everything announced so far, in order. */
  readonly said: readonly string[];
  /** What can be used, as it is now. */
  readonly tree: () => Promise<readonly Heard[]>;
}

/** Debian's, which has its packages. */
const PYTHON = "/usr/bin/python3";
const PROGRAM = new URL("screen-reader.fixture.py", import.meta.url);

/** Whether this machine lacks what it is made of. */
export const withoutReader =
  !existsSync("/usr/bin/busctl")
  || spawnSync(PYTHON, ["-c", "import pyatspi"]).status !== 0
  || spawnSync("dbus-run-session", ["--version"]).status !== 0;

/** So much of what it complains of is told where it does not start, in characters. */
const COMPLAINT_MAX = 2_000;

/** A bus starts for users alone who have a name: the app's has one where the reader looks. */
function asNobody(home: Home): readonly string[] {
  const users = join(home.folder, "passwd");
  const own = `sd-${NOBODY}:x:${NOBODY}:${NOBODY}::/:/bin/false\n`;
  writeFileSync(users, readFileSync("/etc/passwd", "utf8") + own);
  const named = ["unshare", "--mount", "sh", "-c", NAMED, "sh", users];
  const ids = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups", "--pdeathsig", "KILL"];
  return [...named, "setpriv", ...ids];
}
const NAMED = 'mount --bind "$1" /etc/passwd && shift && exec "$@"';

/** Starts it for the user who runs the app in this home; it ends with the test file. */
export async function startReader(home: Home): Promise<ScreenReader> {
  const program = readFileSync(PROGRAM, "utf8");
  const reader = ["dbus-run-session", "--", PYTHON, "-c", program];
  const words = process.getuid?.() === 0 ? [...asNobody(home), ...reader] : reader;
  const child = spawn(words[0]!, words.slice(1), {
    env: { PATH: "/usr/bin:/bin", HOME: home.folder, DISPLAY: home.display, LANG: "C.UTF-8" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_MAX);
  });
  leave(() => child.stdin.end());
  const said: string[] = [];
  const trees: ((tree: readonly Heard[]) => void)[] = [];
  const bus = await new Promise<string>((resolve, reject) => {
    child.once("close", () => reject(new Error(`the screen reader did not start: ${complaint}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      // The registry of AT-SPI, which the bus starts, writes there too.
      if (!line.startsWith("{")) return;
      const told = JSON.parse(line) as { bus?: string; said?: string; tree?: readonly Heard[] };
      if (told.bus !== undefined) resolve(told.bus);
      if (told.said !== undefined) said.push(told.said);
      if (told.tree !== undefined) trees.shift()?.(told.tree);
    });
  });
  return {
    // Asked by the bus alone, an app on a busy machine may have given up before the answer came.
    environment: { DBUS_SESSION_BUS_ADDRESS: bus, ACCESSIBILITY_ENABLED: "1" },
    said,
    tree: () =>
      new Promise((resolve) => {
        trees.push(resolve);
        child.stdin.write("tree\n");
      }),
  };
}
