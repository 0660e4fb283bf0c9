// The passphrase window: how it opens, whose messages count, and when it is gone.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { PASSPHRASE } from "../bridge/passphrase.ts";
import { fake, type Fake } from "./electron.fixture.ts";
import { typePassphrase } from "./passphrase-window.ts";

const { electron, windows } = vi.hoisted(() => ({
  electron: {} as Record<string, unknown>,
  windows: [] as { readonly fake: Fake; readonly options: object }[],
}));
vi.mock("electron", () => ({
  get ipcMain() {
    return electron["ipcMain"];
  },
  get session() {
    return electron["session"];
  },
  get BrowserWindow() {
    return electron["BrowserWindow"];
  },
  app: {},
  nativeTheme: { shouldUseDarkColors: true },
  protocol: {},
}));

let [ipc, sessions, contents, parent] = [fake(), fake(), fake(), fake()];
const shown: Fake[] = [];
const port = { postMessage: vi.fn(), on: vi.fn(), start: vi.fn() };

/** Opens one, and whatever it has been given is at hand. */
function open(shut = new AbortController().signal) {
  const done = typePassphrase(
    {
      parent: parent.it as never,
      preload: "preload.cjs",
      files: "renderer",
      turn: { seat: 1 } as never,
      port: port as never,
    },
    shut,
  );
  return { done, window: windows.at(-1)?.fake ?? fake(), options: windows.at(-1)?.options ?? {} };
}
/** What a page says over a channel. */
const say = (channel: string, sender: object, ...given: unknown[]): void => {
  for (const listener of ipc.heard(channel)) listener(...([{ sender }, ...given] as never[]));
};

beforeEach(() => {
  windows.length = 0;
  vi.clearAllMocks();
  [ipc, contents] = [fake(), fake()];
  parent = fake({ webContents: { getZoomFactor: () => 1 } });
  sessions = fake({ fromPartition: () => fake({ protocol: fake().it }).it });
  Object.assign(electron, {
    ipcMain: ipc.it,
    session: sessions.it,
    // A function, for it is called by `new`.
    BrowserWindow: function (options: object) {
      const made = fake({
        webContents: contents.it,
        isDestroyed: () => false,
        isVisible: () => shown.includes(made),
      });
      windows.push({ fake: made, options });
      return made.it;
    },
  });
});

describe("the passphrase window", () => {
  it.each([true, false])(
    "is gone as soon as its page says that the turn is over: %s",
    async (taken) => {
      const { done, window } = open();
      expect(window.asked("destroy")).toEqual([]);
      say(PASSPHRASE.done, contents.it, taken);
      expect(window.asked("destroy")).toHaveLength(1);
      expect(await done).toBe(taken);
    },
  );

  it("is as dark as the app by night from its first moment", () =>
    expect(open().options).toMatchObject({ show: false, backgroundColor: "#121416" }));

  it("takes the keyboard from the window behind it, once it is seen, until it is gone", async () => {
    const { done, window } = open();
    const focus = () => {
      for (const listener of parent.heard("focus")) listener();
    };
    focus();
    expect(window.asked("focus")).toEqual([]);
    shown.push(window);
    focus();
    expect(window.asked("focus")).toHaveLength(1);
    say(PASSPHRASE.done, contents.it, true);
    await done;
    expect(parent.asked("off")).toEqual(parent.asked("on"));
  });

  it("is gone as soon as it is shut from outside", async () => {
    const shut = new AbortController();
    const { done, window } = open(shut.signal);
    shut.abort();
    expect(window.asked("destroy")).toHaveLength(1);
    expect(await done).toBe(false);
  });

  it("keeps nothing beyond its turn: each has a session in memory under a name of its own", () => {
    open();
    open();
    const names = sessions.asked("fromPartition").map(([name]) => String(name));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^passphrase-[0-9a-f]{16}$/);
    expect(windows.map(({ options }) => options)).toMatchObject([
      { webPreferences: { devTools: false, contextIsolation: true, sandbox: true } },
      { webPreferences: { devTools: false, contextIsolation: true, sandbox: true } },
    ]);
  });

  it("hears its own page alone, and gives the port away unopened", () => {
    const { window } = open();
    for (const channel of [PASSPHRASE.ready, PASSPHRASE.done]) say(channel, { id: "other" }, true);
    expect([window.asked("destroy"), contents.asked("postMessage")]).toEqual([[], []]);
    say(PASSPHRASE.ready, contents.it);
    expect(contents.asked("postMessage")).toEqual([
      [PASSPHRASE.port, { turn: { seat: 1 } }, [port]],
    ]);
    for (const call of [port.on, port.start, port.postMessage]) expect(call).not.toHaveBeenCalled();
  });
});
