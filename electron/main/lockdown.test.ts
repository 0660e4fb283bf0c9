// What the app denies, asked of each handler that it gives Electron.
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fake, type Fake } from "./electron.fixture.ts";
import { checkStart, lockDefaultSession, lockDown } from "./lockdown.ts";

const electron = vi.hoisted(() => ({
  app: {} as object,
  session: {} as object,
  Menu: {} as object,
  protocol: {},
}));
vi.mock("electron", () => electron);

let [app, menu, session] = [fake(), fake(), fake()];
/** How a program with `--no-sandbox` is distinguished from others. */
const switches = (isSandboxed = true): Fake => fake({ hasSwitch: () => !isSandboxed });
let line = switches();

function start(): void {
  app = fake({ isPackaged: false, commandLine: line.it });
  [electron.app, electron.Menu] = [app.it, menu.it];
  electron.session = { defaultSession: session.it };
  lockDown();
  lockDefaultSession();
}

beforeEach(() => {
  const requests = fake();
  [menu, line] = [fake(), switches()];
  session = fake({ webRequest: requests.it });
  Object.assign(session, { requests });
  start();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A page as the app gets to know it. */
function page(): Fake {
  const contents = fake();
  for (const listener of app.heard("web-contents-created"))
    listener({} as never, contents.it as never);
  return contents;
}

/** Every right that Electron knows by name, and one that it does not know yet. */
const RIGHTS = [
  "clipboard-read",
  "clipboard-sanitized-write",
  "display-capture",
  "fullscreen",
  "geolocation",
  "hid",
  "idle-detection",
  "media",
  "mediaKeySystem",
  "midi",
  "midiSysex",
  "notifications",
  "openExternal",
  "pointerLock",
  "serial",
  "speaker-selection",
  "storage-access",
  "top-level-storage-access",
  "usb",
  "window-management",
  "fileSystem",
  "unknown",
];

describe("a page", () => {
  it.each(RIGHTS)(
    "has no right when it asks for it, and none when it is looked up: %s",
    (right) => {
      const answer = vi.fn();
      session.handler("setPermissionRequestHandler")({} as never, right as never, answer as never);
      expect(answer.mock.calls).toEqual([[false]]);
      const looksUp = session.handler("setPermissionCheckHandler");
      for (const contents of [{}, null])
        expect(looksUp(contents as never, right as never, "app://ceremony" as never)).toBe(false);
    },
  );

  it("is given no device: none that it chose, that is found first, is paired or shows the screen", () => {
    const origin = "app://ceremony";
    expect(
      session.handler("setDevicePermissionHandler")({ origin, deviceType: "hid" } as never),
    ).toBe(false);
    const classes = ["audio", "hid", "mass-storage"];
    const protects = session.handler("setUSBProtectedClassesHandler");
    expect(protects({ protectedClasses: classes } as never)).toEqual(classes);
    const pairs = vi.fn();
    session.handler("setBluetoothPairingHandler")(
      { pairingKind: "confirm" } as never,
      pairs as never,
    );
    expect(pairs.mock.calls).toEqual([[{ confirmed: false }]]);
    expect(session.asked("setDisplayMediaRequestHandler")).toEqual([[null]]);
    const [chosen, event] = [vi.fn(), { preventDefault: vi.fn() }];
    for (const choose of page().heard("select-bluetooth-device"))
      choose(event as never, [{ deviceId: "first" }] as never, chosen as never);
    expect(chosen.mock.calls).toEqual([[""]]);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it("stays where it is: it leads nowhere, embeds nothing, and opens no window", () => {
    const contents = page();
    const events = ["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"];
    for (const name of events) {
      const event = { preventDefault: vi.fn() };
      for (const refuse of contents.heard(name)) refuse(event as never, {} as never, {} as never);
      expect(event.preventDefault, name).toHaveBeenCalledOnce();
    }
    for (const url of ["about:blank", "app://ceremony/index.html", "https://example.org"])
      expect(contents.handler("setWindowOpenHandler")({ url } as never)).toEqual({
        action: "deny",
      });
  });

  it("that was led to another address is brought back to its own", () => {
    const contents = page();
    const lead = (url: string): void => {
      for (const listener of contents.heard("did-navigate")) listener({} as never, url as never);
    };
    lead("about:blank");
    expect(contents.asked("loadURL")).toEqual([]);
    lead("app://ceremony/index.html");
    for (const url of ["about:blank", "app://ceremony.example/", "data:text/html,x"]) lead(url);
    const home = ["app://ceremony/index.html"];
    expect(contents.asked("loadURL")).toEqual([home, home, home]);
  });
});

describe("the network", () => {
  it("is out of reach: no name resolves, no request leaves, WebRTC has no socket", () => {
    expect(line.asked("appendSwitch")).toContainEqual(["host-resolver-rules", "MAP * ~NOTFOUND"]);
    expect(page().asked("setWebRTCIPHandlingPolicy")).toEqual([["disable_non_proxied_udp"]]);
    const { requests } = session as Fake & { readonly requests: Fake };
    const isCancelled = (url: string): boolean => {
      const answer = vi.fn();
      requests.handler("onBeforeRequest")({ url } as never, answer as never);
      return (answer.mock.calls[0]?.[0] as { readonly cancel: boolean }).cancel;
    };
    for (const url of [
      "http://127.0.0.1/",
      "https://example.org/",
      "ws://[::1]/",
      "file:///etc/passwd",
    ])
      expect(isCancelled(url), url).toBe(true);
    for (const url of ["app://ceremony.example/", "app://other/index.html"])
      expect(isCancelled(url), url).toBe(true);
    expect(isCancelled("app://ceremony/index.html")).toBe(false);
  });

  it("is asked for no dictionary, and nothing is saved from it", () => {
    expect(session.asked("setSpellCheckerLanguages")).toEqual([[[]]]);
    const event = { preventDefault: vi.fn() };
    for (const refuse of session.heard("will-download")) refuse(event as never);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });
});

describe("a session that is made later", () => {
  it("is locked as the first one is", () => {
    const later = fake({ webRequest: fake().it });
    for (const lock of app.heard("session-created")) lock(later.it as never);
    const names = [
      "setPermissionRequestHandler",
      "setPermissionCheckHandler",
      "setDevicePermissionHandler",
    ];
    for (const name of names) expect(later.asked(name), name).toHaveLength(1);
  });
});

describe("the sandbox", () => {
  it("is on for every page, unless a developer took it away at the start", () => {
    expect(app.asked("enableSandbox")).toHaveLength(1);
    line = switches(false);
    start();
    expect(app.asked("enableSandbox")).toEqual([]);
  });
});

describe("a packaged app", () => {
  const argv = process.argv;
  afterEach(() => {
    process.argv = argv;
  });

  it.each([1, 2, 3])(
    "ends at a switch for developers, whichever word of the line it is: %i",
    (at) => {
      const ended = vi.spyOn(process, "exit").mockImplementation((code) => {
        throw new Error(`ended with ${String(code)}`);
      });
      const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
      process.argv = ["program", "file", "file", "file"];
      process.argv[at] = "--remote-debugging-port=1";
      app = fake({ isPackaged: true, commandLine: line.it });
      electron.app = app.it;
      expect(() => checkStart()).toThrow("ended with 2");
      expect(ended).toHaveBeenCalledOnce();
      // Variables of the user who runs this test would end it too, with another message.
      expect(told.mock.calls.join()).toContain("switches for developers");
    },
  );
});
