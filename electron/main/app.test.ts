// How the app starts, and what it outlives.
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fake, type Fake } from "./electron.fixture.ts";
import { startApp } from "./app.ts";

const { electron, opened, station } = vi.hoisted(() => ({
  electron: {} as Record<string, unknown>,
  opened: [] as { readonly runtime: object }[],
  station: { taken: "taken" },
}));
vi.mock("original-fs", () => ({}));
vi.mock("electron", () => ({
  get app() {
    return electron["app"];
  },
  get session() {
    return electron["session"];
  },
  get dialog() {
    return electron["dialog"];
  },
  BrowserWindow: null,
  Menu: {},
  nativeTheme: {},
  protocol: {},
}));
vi.mock("./lockdown.ts", () => ({
  checkStart: () => undefined,
  lockDown: () => undefined,
  lockDefaultSession: () => undefined,
}));
vi.mock("../network/network.ts", () => ({
  limitCores: () => undefined,
  withDescendants: () => [],
}));
vi.mock("../disk/own-environment.ts", () => ({ keepOwnEnvironment: () => undefined }));
vi.mock("./places.ts", () => ({ placesFrom: () => ({}) }));
vi.mock("./scheme.ts", () => ({ registerScheme: () => undefined, serveFiles: () => undefined }));
vi.mock("./theme.ts", () => ({ showTheme: () => undefined }));
vi.mock("./language.ts", () => ({ keptLanguage: () => "en" }));
vi.mock("./screen-reader.ts", () => ({ serveScreenReader: () => undefined }));
vi.mock("./window.ts", () => ({ openWindow: () => electron["window"] }));
vi.mock("./one-station.ts", () => ({ takeStation: async () => station.taken }));
vi.mock("./open-desk.ts", () => ({
  openDesk: (opening: (typeof opened)[number]) => opened.push(opening),
}));

let [app, session, dialog, contents] = [fake(), fake(), fake(), fake()];

/** Starts it, and waits until its desk is open. */
async function start(taken = "taken", rehearsalOnly: string | null = null): Promise<void> {
  opened.length = 0;
  station.taken = taken;
  [app, session, dialog, contents] = [
    fake({
      requestSingleInstanceLock: () => true,
      whenReady: () => Promise.resolve(),
      getPath: () => "profile",
    }),
    fake({ clearStorageData: () => Promise.resolve() }),
    fake(),
    fake(),
  ];
  Object.assign(electron, {
    app: app.it,
    session: { defaultSession: session.it },
    dialog: dialog.it,
    window: fake({ webContents: contents.it }).it,
  });
  startApp({ check: () => Promise.resolve({ rehearsalOnly } as never) });
  await vi.waitFor(() => expect(opened).toHaveLength(1));
}
const say = (to: Fake, event: string, ...given: unknown[]): void => {
  for (const listener of to.heard(event)) listener(...(given as never[]));
};
const ends = (): number => app.asked("exit").length + app.asked("quit").length;

const before = process.listeners("uncaughtException");
beforeEach(() => start());
afterEach(() => {
  for (const listener of process.listeners("uncaughtException"))
    if (!before.includes(listener)) process.off("uncaughtException", listener);
});

describe("the app", () => {
  it("clears all that another's page left in the profile (A15)", () => {
    expect(session.asked("clearStorageData")).toEqual([[]]);
  });

  it("loads its page again when that dies, from the first time on, and not without end (F07)", () => {
    const die = (reason: string): void => say(contents, "render-process-gone", {}, { reason });
    die("clean-exit");
    expect(contents.asked("reload")).toHaveLength(0);
    for (const [n, reason] of ["crashed", "killed", "oom", "crashed", "abnormal-exit"].entries()) {
      die(reason);
      expect(contents.asked("reload")).toHaveLength(n + 1);
    }
    expect(ends()).toBe(0);
    die("crashed");
    expect([contents.asked("reload").length, ends()]).toEqual([5, 1]);
  });

  it("outlives Chromium's own processes, which start again by themselves (F08)", () => {
    for (const type of ["GPU", "Utility", "Zygote"])
      say(app, "child-process-gone", {}, { type, reason: "killed" });
    say(app, "gpu-process-crashed", {}, true);
    expect([ends(), dialog.asked("showErrorBox").length]).toEqual([0, 0]);
  });

  it.each([
    ["taken", null, null],
    ["other-copy", null, "other-copy"],
    ["no-place", null, "no-place"],
    ["other-copy", "unsigned", "unsigned"],
  ])(
    "whose station is %s, found %s, is for rehearsals alone because of %s (F29)",
    async (taken, found, why) => {
      await start(taken, found);
      expect(opened[0]?.runtime).toMatchObject({ rehearsalOnly: why });
    },
  );
});
