// What the two preload scripts expose to their pages, and what they let through: the contract, and
// no more.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ASK, METHODS, VIEW } from "../bridge/methods.ts";
import { PASSPHRASE } from "../bridge/passphrase.ts";

type Exposed = Readonly<Record<string, (...given: unknown[]) => unknown>>;

const { worlds, asked, heard } = vi.hoisted(() => ({
  worlds: new Map<string, unknown>(),
  asked: [] as unknown[][],
  heard: [] as [string, (...given: unknown[]) => unknown][],
}));
vi.mock("electron", () => {
  const note =
    (how: string) =>
    (...given: unknown[]) =>
      asked.push([how, ...given]);
  const listens = (channel: string, listener: (...given: unknown[]) => unknown) =>
    heard.push([channel, listener]);
  return {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => worlds.set(name, value) },
    ipcRenderer: {
      invoke: note("invoke"),
      send: note("send"),
      sendSync: note("sendSync"),
      postMessage: note("postMessage"),
      on: listens,
      once: listens,
      addListener: listens,
    },
  };
});

/** What the script exposes to its page, by name; the script is run again. */
async function exposedBy(script: "window" | "passphrase"): Promise<ReadonlyMap<string, unknown>> {
  vi.resetModules();
  for (const list of [asked, heard]) list.length = 0;
  worlds.clear();
  if (script === "window") await import("./window-preload-main.ts");
  else await import("./passphrase-preload-main.ts");
  return worlds;
}

describe("the ceremony window's preload script", () => {
  let bridge: Exposed = {};
  beforeEach(async () => {
    const exposed = await exposedBy("window");
    expect([...exposed.keys()]).toEqual(["ceremony"]);
    bridge = exposed.get("ceremony") as Exposed;
  });

  it("gives the page the methods of the contract and the views, and nothing else", () => {
    expect(Object.keys(bridge).toSorted()).toEqual([...METHODS, "onView"].toSorted());
    expect(Object.getPrototypeOf(bridge)).toBe(Object.prototype);
  });

  it("asks over one channel, by the method's own name, whatever a page gives it", () => {
    for (const method of METHODS) bridge[method]?.("read", { path: "/etc/passwd" }, "another");
    expect(asked).toEqual(METHODS.map((method) => ["invoke", ASK, method, "read"]));
  });

  it("listens for views alone, and hands on the view without its event", () => {
    const views: unknown[][] = [];
    bridge["onView"]?.((...given: unknown[]) => views.push(given));
    expect(heard.map(([channel]) => channel)).toEqual([VIEW]);
    heard[0]?.[1]({ sender: "ipc" }, { mode: "home" }, "more");
    expect(views).toEqual([[{ mode: "home" }]]);
    expect(asked).toEqual([]);
  });
});

describe("the passphrase window's preload script", () => {
  it("sends two words, and passes one port on: nothing else of it is in the page", async () => {
    const posted = vi.fn();
    vi.stubGlobal("window", { location: { origin: "app://ceremony" }, postMessage: posted });
    const exposed = await exposedBy("passphrase");
    expect([...exposed.keys()]).toEqual(["passphrase"]);
    const bridge = exposed.get("passphrase") as Exposed;
    expect(Object.keys(bridge).toSorted()).toEqual(["done", "ready"]);
    bridge["ready"]?.("another", "channel");
    bridge["done"]?.(true, "more");
    expect(asked).toEqual([
      ["send", PASSPHRASE.ready],
      ["send", PASSPHRASE.done, true],
    ]);
    expect(heard.map(([channel]) => channel)).toEqual([PASSPHRASE.port]);
    heard[0]?.[1]({ ports: ["port"], sender: "ipc" }, { turn: { seat: 1 } });
    expect(posted.mock.calls).toEqual([[{ turn: { seat: 1 } }, "app://ceremony", ["port"]]]);
    vi.unstubAllGlobals();
  });
});
