// Starts the app, or a program around it, with nobody attached: as a person's desktop does.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../bundle.fixture.ts";
import { NOBODY } from "../nobody.fixture.ts";
import { signal } from "../probe.fixture.ts";
import { runtime } from "../runtime.fixture.ts";
import { xdotool, type Home } from "./app.fixture.ts";
import { onTestFinished } from "./test.fixture.ts";

const isRoot = process.getuid?.() === 0;

/** Where the user who runs the app can read the project. */
export const project = process.env["SD_PROJECT"] ?? ROOT;

/** A started program; it ends with the test at the latest. */
export interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Its exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
}

export interface StartOptions {
  /** What Electron runs: the project, or a program of the test's. */
  readonly program?: string;
  readonly electron?: string;
  /** What runs it in turn, with arguments of its own: a tracer. */
  readonly under?: readonly string[];
  readonly more?: readonly string[];
}

/** Starts the app in this home. */
export function startApp(home: Home, options: StartOptions = {}): Started {
  const { program = project, electron = electronOf(), under = [], more = [] } = options;
  const words = program === "" ? [] : [program];
  return startAs(
    [
      ...under,
      ...asNobody(),
      electron,
      ...words,
      `--user-data-dir=${join(home.folder, "data")}`,
      ...more,
    ],
    home,
  );
}

/** Starts any program as the person of this home, when it is one of theirs. */
export function startAs(command: readonly string[], home: Home): Started {
  const [first = "", ...rest] = command;
  const child = spawn(first, rest, {
    cwd: home.folder,
    stdio: ["ignore", "pipe", "pipe"],
    // One group: a tracer and what it traces end together.
    detached: true,
    env: {
      PATH: process.env["PATH"] ?? "",
      LANG: "C.UTF-8",
      DISPLAY: home.display,
      HOME: home.folder,
      TMPDIR: join(home.folder, "tmp"),
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const ended = once(child, "close").then(([code]) => code as number | null);
  onTestFinished(async () => {
    if (child.pid !== undefined && child.exitCode === null) signal(-child.pid, "SIGKILL");
    await ended;
  });
  return { child, said: () => said, ended };
}

/** The words by which root becomes nobody, and nothing for everyone else. */
export const asNobody = (): readonly string[] =>
  isRoot
    ? ["setpriv", `--reuid=${String(NOBODY)}`, `--regid=${String(NOBODY)}`, "--clear-groups"]
    : [];

/** The app's own programs in a folder of the test's, to be changed there. */
export function copyPrograms(home: Home, folder: string): string {
  const copy = join(home.folder, folder);
  mkdirSync(copy);
  cpSync(join(ROOT, "dist", "app"), join(copy, "app"), { recursive: true });
  return copy;
}

/**
 * The app as it is shipped: under a name of its own beside its resources. `program` runs first.
 * @returns the path of its executable
 */
export function packApp(home: Home, program: string): string {
  const from = dirname(electronOf());
  const packed = join(home.folder, "packed");
  mkdirSync(join(packed, "resources"), { recursive: true });
  for (const name of readdirSync(from))
    if (!["electron", "resources"].includes(name))
      symlinkSync(join(from, name), join(packed, name));
  const executable = join(packed, "ceremony");
  const source = join(dirname(runtime ?? ""), "electron");
  try {
    linkSync(source, executable);
  } catch {
    cpSync(source, executable);
  }
  chmodSync(executable, 0o755);
  cpSync(copyPrograms(home, "programs"), join(packed, "resources", "app"), { recursive: true });
  writeProgram(join(packed, "resources", "app", "index.cjs"), program);
  writeFileSync(
    join(packed, "resources", "app", "package.json"),
    JSON.stringify({ name: "packed", version: "1.0.0", main: "index.cjs" }),
  );
  return executable;
}

/** A program that runs the app beside it and checks it from inside: `report` says what it saw. */
export function writeProgram(file: string, look: string): string {
  writeFileSync(
    file,
    `
    const electron = require("electron");
    require("./app/main.cjs");
    const { app, BrowserWindow, net, session, webContents } = electron;
    const report = (seen) => {
      process.stdout.write("SEEN " + JSON.stringify(seen) + "\\n", () => app.exit(0));
    };
    app.whenReady().then(async () => {
      while (BrowserWindow.getAllWindows().length === 0)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const [window] = BrowserWindow.getAllWindows();
      ${look}
    }).catch((error) => report({ error: String(error) }));
  `,
  );
  return file;
}

/** What such a program reported. */
export async function seenBy({ ended, said }: Started): Promise<unknown> {
  await ended;
  const [, seen] = /^SEEN (.*)$/m.exec(said()) ?? [];
  if (seen === undefined) throw new Error(`nothing was seen: ${said()}`);
  return JSON.parse(seen) as unknown;
}

/** How many windows of the app are on this screen. */
export const windowsOn = (home: Home): number => windowsOf(home).length;

/** What is in the title of the app's window on this screen; empty if there is none. */
export function titleOn(home: Home): string {
  const [window] = windowsOf(home);
  return window === undefined ? "" : xdotool(home, "getwindowname", window);
}

function windowsOf({ display }: Home): readonly string[] {
  const found = spawnSync(
    "xdotool",
    ["search", "--onlyvisible", "--name", "^Security domain ceremonies(:|$)"],
    { env: { ...process.env, DISPLAY: display }, encoding: "utf8" },
  );
  return found.stdout.split("\n").filter((line) => line !== "");
}

function electronOf(): string {
  if (runtime === null) throw new Error("there is no Electron runtime: run npm test once");
  return runtime.startsWith(ROOT) ? join(project, runtime.slice(ROOT.length)) : runtime;
}
