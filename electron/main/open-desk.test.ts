// What main does with its desk and its vaults when the computer, a second start or a person says so.
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fake, type Fake } from "./electron.fixture.ts";
import { openDesk } from "./open-desk.ts";
import { WAITS } from "./waits.ts";

const { electron, made, vaults } = vi.hoisted(() => ({
  electron: {} as Record<string, unknown>,
  made: [] as Record<string, unknown>[],
  vaults: { endAll: (): unknown => undefined, portTo: () => undefined },
}));
vi.mock("electron", () => ({
  get app() {
    return electron["app"];
  },
  get ipcMain() {
    return electron["ipcMain"];
  },
  get powerMonitor() {
    return electron["powerMonitor"];
  },
  get session() {
    return electron["session"];
  },
  BrowserWindow: null,
  clipboard: {},
  contextBridge: {},
  dialog: {},
  ipcRenderer: {},
  Menu: {},
  MessageChannelMain: null,
  nativeTheme: {},
  protocol: {},
  utilityProcess: {},
}));
vi.mock("../desk/desk.ts", () => ({
  Desk: class {
    glance = () => undefined;
    constructor(deps: Record<string, unknown>) {
      made.push(deps);
    }
    shut = () => new Promise(() => undefined);
  },
}));
vi.mock("../vault/electron-vaults.ts", () => ({ electronVaults: () => vaults }));
vi.mock("../session/identity.ts", () => ({ identity: () => ({}), imageWords: () => null }));

let [app, power, window, contents] = [fake(), fake(), fake(), fake()];

/** @param runtime how the package was found */
function open(runtime: object = {}): void {
  made.length = 0;
  [app, power, contents] = [fake({ getPath: () => "profile" }), fake(), fake()];
  window = fake({ webContents: contents.it, isDestroyed: () => false, isMinimized: () => true });
  Object.assign(electron, {
    app: app.it,
    powerMonitor: power.it,
    ipcMain: fake().it,
    session: { fromPartition: () => fake({ protocol: fake().it }).it },
  });
  vaults.endAll = vi.fn();
  const places = new Proxy({}, { get: (_, name: string) => join("nowhere", name) });
  openDesk({
    places: places as never,
    runtime: { rehearsalOnly: null, differences: [], release: null, name: "electron", ...runtime },
    waits: { ...WAITS, glanceMs: 86_400_000 },
    window: window.it as never,
    photographs: {} as never,
  });
}
const say = (to: Fake, event: string, ...given: unknown[]): void => {
  for (const listener of to.heard(event)) listener(...(given as never[]));
};

beforeEach(() => open());

describe("every vault", () => {
  it.each([
    ["the computer sleeps (F32)", "suspend"],
    ["the screen is locked (F33)", "lock-screen"],
  ])("ends when %s", (_, event) => {
    expect(vaults.endAll).not.toHaveBeenCalled();
    say(power, event);
    expect(vaults.endAll).toHaveBeenCalledOnce();
  });

  it("ends at once when the app is closed, whatever the desk still has to do (F09)", () => {
    const event = { preventDefault: vi.fn() };
    say(app, "before-quit", event);
    say(app, "before-quit", event);
    expect(vaults.endAll).toHaveBeenCalledOnce();
    expect(event.preventDefault).toHaveBeenCalledTimes(2);
    expect(app.asked("exit")).toEqual([]);
  });
});

describe("a second start", () => {
  it("brings the window to the front, and its words change nothing in it (A14)", () => {
    const words = ["program", "app://ceremony/passphrase.html", "--inspect", "/etc/passwd"];
    say(app, "second-instance", {}, words, "/");
    for (const name of ["restore", "show", "focus"])
      expect(window.asked(name), name).toHaveLength(1);
    expect(window.asked("loadURL")).toEqual([]);
    expect(contents.asked("loadURL")).toEqual([]);
  });
});

describe("the desk", () => {
  it.each(["files-changed", "runtime-strange", "unsigned", "other-copy", null])(
    "hears why only rehearsals may be held, as the package was found: %s",
    (rehearsalOnly) => {
      const differences = rehearsalOnly === "files-changed" ? ["changed program"] : [];
      open({ rehearsalOnly, differences });
      expect(made).toHaveLength(1);
      expect(made[0]).toMatchObject({ rehearsalOnly, differences });
    },
  );
});
