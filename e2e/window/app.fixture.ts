// The real app in a real Electron, as a person has it: a screen of its own, a home of its own. Run
// by root it belongs to nobody, so that Chromium's sandbox is on.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { _electron, type ElectronApplication, type Page } from "playwright";
import { isAlive } from "../../electron/pipe/alive.fixture.ts";
import { PATIENCE_MS } from "../../build/test/patience.mjs";
import { ROOT } from "../bundle.fixture.ts";
import { NOBODY } from "../nobody.fixture.ts";
import { signal } from "../probe.fixture.ts";
import { runtime, withoutRuntime } from "../runtime.fixture.ts";
import { programOf } from "./programs.fixture.ts";
import { leave, watchForReport } from "./test.fixture.ts";

export { withoutRuntime };

const isRoot = process.getuid?.() === 0;
const SCREEN = "1600x1000x24";

/** Where the project can be read by the user who runs the app: the test runner binds it there. */
const project = process.env["SD_PROJECT"] ?? ROOT;
const HOLD_READY = join(project, "e2e/window/hold-ready-main.cjs");

/** A person's home, kept over restarts of the app. */
export interface Home {
  readonly folder: string;
  /** The folder of rehearsal `n`: its media are folders in it. */
  readonly media: (n: number) => string;
  readonly display: string;
}

export interface OpenApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly home: Home;
  /** Electron's main process. */
  readonly pid: number;
  /** Ends it as closing the window does. */
  readonly close: () => Promise<void>;
  /** Kills main at once, as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** A home with a screen; both are gone with the test file. */
export async function makeHome(): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), "sd-home-"));
  for (const name of ["tmp", "data"]) mkdirSync(join(folder, name));
  if (isRoot) for (const name of ["", "tmp", "data"]) chownSync(join(folder, name), NOBODY, NOBODY);
  const { display, screen } = await openScreen();
  leave(async () => {
    screen.kill();
    await once(screen, "exit");
    await remove(folder);
  });
  return { folder, display, media: (n) => join(folder, "data", "rehearsals", String(n)) };
}

/**
 * Removes a home with all that is in it. A process that outlived its app by a moment may still write
 * a file there, after its folder was read: then it is read again.
 */
async function remove(folder: string): Promise<void> {
  for (;;) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw error;
    }
    await sleep(20);
  }
}

/** Gives a folder with all that is in it to the user who runs the app. */
export function giveToApp(folder: string): void {
  if (!isRoot) return;
  for (const name of ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" })])
    chownSync(join(folder, name), NOBODY, NOBODY);
}

/** What main does when it is asked: a function that Playwright hands over as its text. */
type Work = (electron: unknown, argument: unknown) => unknown;

/**
 * Playwright's questions interrupt main wherever it is. Asked just when Node has emptied its queue of
 * ticks and has not said so yet, main puts a tick into a queue that is never checked again, and no
 * stream ends any more: so it only notes the question there, and answers in its own turn.
 */
function askedInTurn(app: ElectronApplication): ElectronApplication {
  const ask = app.evaluate.bind(app);
  const inTurn = (electron: unknown, { source, given }: { source: string; given: unknown }) =>
    new Promise((resolve) => {
      setTimeout(() => {
        const work = (0, eval)(`(${source})`) as Work;
        resolve(
          new Promise((answer) => {
            answer(work(electron, given));
          }),
        );
      });
    });
  const evaluate = async (work: Work, given: unknown): Promise<unknown> => {
    for (;;) {
      try {
        return await ask(inTurn, { source: String(work), given });
      } catch (error) {
        // Main holds what it has promised here only weakly, and sometimes collects it unanswered.
        if (!String(error).includes("promise was garbage collected")) throw error;
      }
    }
  };
  return Object.assign(app, { evaluate: evaluate as ElectronApplication["evaluate"] });
}

/**
 * Starts the app in this home.
 * @param under what runs it in turn, with arguments of its own
 * @param program the folder of the app; unless told, that with short waits
 * @param environment what it has besides
 */
export async function openApp(
  home: Home,
  under: readonly string[] = [],
  program?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<OpenApp> {
  const folder = program ?? (await programOf("quick"));
  const app = askedInTurn(
    await _electron.launch({
      executablePath: startScript(home, under),
      args: ["-r", HOLD_READY, folder, `--user-data-dir=${join(home.folder, "data")}`],
      chromiumSandbox: true,
      env: {
        PATH: process.env["PATH"] ?? "",
        LANG: "C.UTF-8",
        DISPLAY: home.display,
        HOME: home.folder,
        TMPDIR: join(home.folder, "tmp"),
        ...environment,
      },
      timeout: PATIENCE_MS.question,
    }),
  );
  // Of each window, of which a passphrase has its own.
  app.context().setDefaultTimeout(PATIENCE_MS.question);
  const page = await app.firstWindow({ timeout: PATIENCE_MS.question });
  // A step that slides in is checked where it ends.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const forget = await watchForReport({ context: app.context(), page });
  const child = app.process();
  const gone = once(child, "exit");
  const pid = child.pid!;
  void gone.then(forget);
  leave(async () => {
    if (child.exitCode === null && child.signalCode === null) await endWhole(pid);
  });
  return {
    app,
    page,
    home,
    pid,
    close: async () => {
      // Playwright's own way interrupts main as well. An app that has gone answers no more.
      const all = childrenOf(pid);
      await app.evaluate(({ app: main }) => main.quit()).catch(() => undefined);
      await gone;
      // What it had started may write in its folder for a moment more.
      while (all.some((one) => isAlive(one.pid))) await sleep(20);
    },
    kill: async () => {
      signal(pid, "SIGKILL");
      await gone;
    },
  };
}

/** Kills the app with all that it started, and waits until none of them can write any more. */
async function endWhole(pid: number): Promise<void> {
  const all = [pid, ...childrenOf(pid).map((child) => child.pid)];
  for (const one of all) signal(one, "SIGKILL");
  while (all.some(isAlive)) await sleep(20);
}

/** The processes under main, with the words they were started with. */
export function childrenOf(
  pid: number,
): readonly { readonly pid: number; readonly words: string }[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent = ""] =
          /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, "utf8")) ?? [];
        const words = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return [{ pid: Number(name), parent: Number(parent), words }];
      } catch {
        return [];
      }
    });
  const under = (of: number): typeof all =>
    all.filter(({ parent }) => parent === of).flatMap((one) => [one, ...under(one.pid)]);
  return under(pid);
}

/** Playwright starts one file: for root, one that becomes nobody and then Electron. */
function startScript(home: Home, under: readonly string[]): string {
  if (runtime === null) throw new Error("there is no Electron runtime: run npm test once");
  const electron = runtime.startsWith(ROOT) ? join(project, runtime.slice(ROOT.length)) : runtime;
  if (!isRoot) return electron;
  const script = join(home.folder, "start");
  const ids = `--reuid=${NOBODY} --regid=${NOBODY} --clear-groups --pdeathsig KILL`;
  const first = [...under, "setpriv"].join(" ");
  writeFileSync(script, `#!/bin/sh\nexec ${first} ${ids} "${electron}" "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}

/** An X server of our own, on a number that it finds itself. */
async function openScreen(): Promise<{ readonly display: string; readonly screen: ChildProcess }> {
  // Without -noreset the server restarts when its last client dies, and an app that starts at
  // that moment hangs.
  const options = [
    "-screen",
    "0",
    SCREEN,
    "-ac",
    "-noreset",
    "-nolisten",
    "tcp",
    "-displayfd",
    "3",
  ];
  const screen = spawn("Xvfb", options, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = (await once(screen.stdio[3]!, "data")) as [Buffer];
  return { screen, display: `:${number.toString("utf8").trim()}` };
}

/** Presses keys or types on the screen, as a keyboard does: X11's own events. */
export function xdotool({ display }: Home, ...words: readonly string[]): string {
  const done = spawnSync("xdotool", words, { env: { ...process.env, DISPLAY: display } });
  if (done.status !== 0) throw new Error(`xdotool: ${done.stderr.toString("utf8")}`);
  return done.stdout.toString("utf8").trim();
}
