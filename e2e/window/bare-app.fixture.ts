// The real app without Playwright: a debugger's pipe leads to the page of the ceremony's window
// and to nothing else, and the person who types does it with the X server's own key events.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { WindowView } from "../../electron/bridge/view.ts";
import { ROOT } from "../bundle.fixture.ts";
import { NOBODY } from "../nobody.fixture.ts";
import { runtime } from "../runtime.fixture.ts";
import { xdotool, type Home } from "./app.fixture.ts";
import { leave, poll } from "./test.fixture.ts";

export interface BareApp {
  readonly home: Home;
  /** Electron's main process. */
  readonly pid: number;
  readonly look: () => Promise<WindowView>;
  /** Presses the button whose words begin so, once it is there. */
  readonly press: (words: string) => Promise<void>;
  /** Ticks the box that says so. */
  readonly tick: (words: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Between two keys, as a fast typist's. */
const KEY_MS = 15;
/** From the focus of a window to that of its first line. */
const FOCUS_MS = 500;

/** Starts the app in this home; what it prints is a file there, to be searched as well. */
export async function openBareApp(home: Home, ...switches: readonly string[]): Promise<BareApp> {
  const child = start(home, switches);
  const gone = once(child, "exit");
  leave(async () => {
    child.kill("SIGKILL");
    await gone;
  });
  const evaluate = await pageOf(debuggerOf(child));
  const click = async (what: string, words: string): Promise<void> => {
    // Twice at one place: a move may begin at any time.
    let [before, place] = ["", ""];
    await poll(async () => {
      [before, place] = [place, JSON.stringify(await evaluate(whereIs(what, words)))];
      return place !== "null" && place === before;
    }).toBe(true);
    const [x = 0, y = 0] = JSON.parse(place) as readonly number[];
    xdotool(home, "mousemove", "--sync", String(x), String(y), "click", "1");
  };
  return {
    home,
    pid: child.pid!,
    look: async () => ((await evaluate("ceremony.look({})")) as { readonly ok: WindowView }).ok,
    press: (words) => click("button:not([aria-disabled])", words),
    tick: (words) => click("label", words),
    close: async () => {
      await evaluate("setTimeout(() => window.close()), true");
      await gone;
    },
  };
}

/** Types with the keyboard of this screen; what is typed is on no command line of ours either. */
export function typeKeys({ display }: Home, text: string): void {
  const words = ["type", "--clearmodifiers", "--delay", String(KEY_MS), "--file", "-"];
  const env = { ...process.env, DISPLAY: display };
  const { status, stderr } = spawnSync("xdotool", words, { input: text, env });
  if (status !== 0) throw new Error(`xdotool: ${stderr.toString("utf8")}`);
}

/** Brings the passphrase window to the keys, once it is there: here is no window manager. */
export async function focusPassphraseWindow(home: Home, seat: number): Promise<void> {
  const named = ["search", "--onlyvisible", "--name", `^Passphrase of officer ${seat}$`];
  let window = "";
  await poll(() => {
    try {
      window = xdotool(home, ...named);
    } catch {
      // There is none yet.
    }
    return window;
  }).not.toBe("");
  xdotool(home, "windowfocus", "--sync", window);
  await sleep(FOCUS_MS);
}

function start({ folder, display }: Home, switches: readonly string[]): ChildProcess {
  if (runtime === null) throw new Error("there is no Electron runtime: run npm test once");
  const project = process.env["SD_PROJECT"] ?? ROOT;
  const electron = runtime.startsWith(ROOT) ? join(project, runtime.slice(ROOT.length)) : runtime;
  const user =
    process.getuid?.() === 0
      ? ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"]
      : [];
  const [program = "", ...words] = [
    ...user,
    electron,
    project,
    `--user-data-dir=${join(folder, "data")}`,
    "--remote-debugging-pipe",
    ...switches,
  ];
  const log = openSync(join(folder, "printed"), "a");
  const child = spawn(program, words, {
    stdio: ["ignore", log, log, "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      LANG: "C.UTF-8",
      DISPLAY: display,
      HOME: folder,
      TMPDIR: join(folder, "tmp"),
    },
  });
  closeSync(log);
  return child;
}

/** Where on the screen the middle of it is, or null while it is not there. */
const whereIs = (what: string, words: string): string => `(() => {
  const one = [...document.querySelectorAll(${JSON.stringify(what)})].find((each) =>
    each.textContent.trim().startsWith(${JSON.stringify(words)}));
  // What moves is not where it will be pressed.
  if (document.getAnimations().some(({ playState }) => playState === "running")) return null;
  one?.scrollIntoView({ block: "nearest" });
  const box = one?.getBoundingClientRect();
  return box === undefined ? null : [
    screenX + Math.round(box.x + box.width / 2), screenY + Math.round(box.y + box.height / 2)];
})()`;

type Debugger = (method: string, params: object, sessionId?: string) => Promise<unknown>;

/** Chromium's own protocol over two pipes: messages in JSON, a zero byte after each. */
function debuggerOf({ stdio }: ChildProcess): Debugger {
  const [to, from] = [stdio[3] as Writable, stdio[4] as Readable];
  const waiting = new Map<number, (result: unknown) => void>();
  let rest = "";
  let last = 0;
  from.setEncoding("utf8").on("data", (text: string) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages) {
      const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
      if (id !== undefined) waiting.get(id)?.(result);
    }
  });
  to.on("error", () => undefined);
  return (method, params, sessionId) =>
    new Promise((resolve) => {
      last++;
      waiting.set(last, resolve);
      to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}

/** Attaches to the page of the ceremony's window alone, and evaluates there. */
async function pageOf(ask: Debugger): Promise<(script: string) => Promise<unknown>> {
  let session: string | undefined;
  await poll(async () => {
    const targets = (await ask("Target.getTargets", {})) as {
      readonly targetInfos: readonly { readonly targetId: string; readonly url: string }[];
    };
    const page = targets.targetInfos.find(({ url }) => url.endsWith("/index.html"));
    if (page === undefined) return false;
    // A page that is just being loaded may be another one by now: then once more.
    const attached = (await ask("Target.attachToTarget", {
      targetId: page.targetId,
      flatten: true,
    })) as { readonly sessionId: string } | undefined;
    session = attached?.sessionId;
    return session !== undefined;
  }).toBe(true);
  return async (expression) => {
    const answer = (await ask(
      "Runtime.evaluate",
      { expression, awaitPromise: true, returnByValue: true },
      session,
    )) as { readonly result: { readonly value?: unknown } } | undefined;
    return answer?.result.value ?? null;
  };
}
