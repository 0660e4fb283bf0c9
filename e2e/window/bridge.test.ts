// Where questions come in: every other form and every other asker is refused, as data.
import type { Bridge } from "../../electron/bridge/contract.ts";
import { METHODS } from "../../electron/bridge/methods.ts";
import { withoutRuntime, type OpenApp } from "./app.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

declare const window: { readonly ceremony: Bridge };

const SECRET = "what-was-asked-must-not-come-back";
const LONG = SECRET.repeat(1000);
const HUGE = SECRET.repeat(100_000);
const people = [{ role: "witness", name: "B" }];

/** Requests that no parser takes, by method; each holds something that must not be repeated. */
const WRONG: readonly (readonly [string, unknown])[] = [
  ["look", null],
  ["look", undefined],
  ["look", SECRET],
  ["look", []],
  ["look", [{}]],
  ["look", { [SECRET]: 1 }],
  ["leave", { step: SECRET }],
  ["understood", 1n],
  ["begin", {}],
  ["begin", { ceremony: SECRET }],
  ["begin", { ceremony: ["activation"] }],
  ["begin", { ceremony: "activation", on: SECRET }],
  ["begin", { ceremony: "activation", on: "folders", [SECRET]: 1 }],
  ["perform", { step: LONG, input: {} }],
  ["perform", { step: 1, input: {} }],
  ["perform", { step: "open" }],
  ["perform", { step: "open", input: SECRET }],
  ["perform", { step: "open", input: [SECRET] }],
  ["perform", { step: "open", input: {}, witnessed: SECRET }],
  [
    "perform",
    { step: "open", input: {}, witnessed: { projector: true, camera: true, [SECRET]: true } },
  ],
  ["answer", { seat: 0, here: true }],
  ["answer", { seat: 1.5, here: true }],
  ["answer", { seat: Number.NaN, here: true }],
  ["answer", { seat: 1, here: SECRET }],
  ["hear", { step: "x", words: [SECRET] }],
  ["hear", { step: "x", words: new Map() }],
  ["recess", { on: "true" }],
  ["weigh", { step: "x", objects: [{ object: SECRET }] }],
  ["audit", { of: 1 }],
  ["audit", { of: "ab" }],
  ["audit", { of: "../../etc/passwd" }],
  ["compare", { head: LONG, cards: [] }],
  ["compare", { head: "", cards: [LONG] }],
  ["compare", { head: "", cards: Array.from({ length: 1000 }, () => "") }],
  ["beside", { from: "everything" }],
  ["beside", {}],
  ["print", {}],
  ["print", { ceremony: SECRET }],
  ["print", { ceremony: "recovery", path: SECRET }],
];

/** Requests that are too large to be parsed at all. */
const TOO_LARGE: readonly (readonly [string, unknown])[] = [
  ["perform", { step: HUGE, input: {} }],
  ["perform", { step: "open", input: { hsm: HUGE } }],
  ["compare", { head: HUGE, cards: [] }],
  ["compare", { head: "", cards: [HUGE] }],
];

/** What people may not enter when they open a ceremony. */
const WRONG_INPUT: readonly object[] = [
  { hsm: LONG, bits: 2048, people },
  { hsm: "A", bits: "2048", people },
  { hsm: "A", bits: 1024, people },
  { hsm: "A", bits: 2048, people: SECRET },
  { hsm: "A", bits: 2048, people: [{ role: "witness", name: LONG }] },
  { hsm: "A", bits: 2048, people: [{ role: SECRET, name: "B" }] },
  { hsm: "A", bits: 2048, people: [{ ...people[0], more: SECRET }] },
  { hsm: "A", bits: 2048, people: Array.from({ length: 1000 }, () => people[0]) },
  { hsm: "A", bits: 2048, people, [SECRET]: 1 },
  { goTo: SECRET },
  { decidedBy: [SECRET] },
  {},
];

inOrder("the window's questions (need the Electron runtime)", withoutRuntime, () => {
  test("are refused in every other form, as data, and nothing of them comes back", async () => {
    const { page } = await atHome();
    for (const [code, requests] of [
      ["E-BRIDGE-SHAPE", WRONG],
      ["E-BRIDGE-SIZE", TOO_LARGE],
    ] as const)
      for (const [method, request] of requests) {
        const reply = await page.evaluate(
          ([name, given]) => window.ceremony[name as "look"](given as never),
          [method, request],
        );
        expectRefused(reply, code, `${method} ${String(request).slice(0, 40)}`);
      }
  });

  test("take only what a step's own kind asks for, and nothing of the rest comes back", async () => {
    const { page } = await atHome();
    await page.evaluate(() => window.ceremony.begin({ ceremony: "activation", on: "folders" }));
    for (const input of WRONG_INPUT) {
      const reply = await page.evaluate(
        (given) => window.ceremony.perform({ step: "open", input: given as never }),
        input,
      );
      expectRefused(reply, "E-DESK-FORM", JSON.stringify(input).slice(0, 40));
    }
  });

  test("go to no method but those of the contract", async () => {
    const open = await atHome();
    for (const method of [
      "",
      "Look",
      "look ",
      SECRET,
      LONG,
      "__proto__",
      "constructor",
      "prototype",
      "toString",
      "hasOwnProperty",
      "valueOf",
      "end",
      "glance",
      "#room",
      0,
      null,
      undefined,
      {},
      ["look"],
    ]) {
      const reply = await asMain(open, method, {}, "window");
      expectRefused(reply, "E-BRIDGE-SHAPE", JSON.stringify(method ?? null).slice(0, 40));
    }
    for (const method of METHODS)
      expectRefused(await asMain(open, method, 0, "window"), "E-BRIDGE-SHAPE", method);
    for (const text of ['{"__proto__": {}}', '{"constructor": {}}', '{"hasOwnProperty": 1}'])
      expectRefused(await asMain(open, "look", text, "window", true), "E-BRIDGE-SHAPE", text);
    // That this way of asking reaches the desk.
    expect(await asMain(open, "look", {}, "window")).toHaveProperty("ok.revision");
  });

  test("are answered the same if the page has other built-ins (A02)", async () => {
    const { page } = await atHome();
    const before = await page.evaluate(() => window.ceremony.look({}));
    const asked = await page.evaluate(async (methods) => {
      const { ceremony } = window;
      // The page's own clock would stumble over them, and take the page with it.
      for (let timer = Number(setTimeout(() => undefined)); timer > 0; timer--) clearTimeout(timer);
      const stolen = (): undefined => undefined;
      const changed = [
        [Array.prototype, ["map", "filter", "includes", "forEach", "join", "slice", "push"]],
        // Electron binds its answers by the page's own `bind`: a page without it hears none.
        [Function.prototype, ["call", "apply"]],
        [Object.prototype, ["code", "ok", "fault", "method", "hasOwnProperty", "toString"]],
        [Object, ["entries", "keys", "hasOwn", "fromEntries"]],
        [JSON, ["stringify", "parse"]],
        [String.prototype, ["startsWith", "replace", "split"]],
        [Map.prototype, ["get", "set", "has"]],
      ] as const;
      const before = changed.map(
        ([of, names]) =>
          [of, names.map((name) => [name, Object.getOwnPropertyDescriptor(of, name)])] as const,
      );
      for (const [of, names] of changed)
        for (const name of names)
          Object.defineProperty(of, name, { value: stolen, configurable: true, writable: true });
      const replies: unknown[] = [];
      let view: unknown;
      try {
        for (const method of methods)
          replies[replies.length] = await ceremony[method as "look"](0 as never);
        view = await ceremony.look({});
      } finally {
        for (const [of, names] of before)
          for (const [name, descriptor] of names)
            if (descriptor === undefined) Reflect.deleteProperty(of, name as string);
            else Reflect.defineProperty(of, name as string, descriptor as PropertyDescriptor);
      }
      return { replies, view };
    }, METHODS);
    expect(asked.replies).toHaveLength(METHODS.length);
    for (const [i, reply] of asked.replies.entries())
      expect(reply, METHODS[i]).toMatchObject({ fault: { code: "E-BRIDGE-SHAPE" } });
    // Every view has a number that grows: what main shows is what it showed.
    expect(asked.view).toEqual(before);
  });

  test("are heard from the window's own page alone", async () => {
    const open = await atHome();
    expectRefused(await asMain(open, "look", {}, "frame"), "E-BRIDGE-SENDER", "a frame in it");
    expectRefused(await asMain(open, "look", {}, "nobody"), "E-BRIDGE-SENDER", "a frame gone");
    const other = await open.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/dist/app/preload.cjs`;
      const second = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await second.loadURL("app://ceremony/index.html");
      return second.webContents.executeJavaScript("window.ceremony.look({})") as Promise<unknown>;
    });
    expectRefused(other, "E-BRIDGE-SENDER", "another window");
    const strange = await open.app.evaluate(async ({ BrowserWindow, session }) => {
      const [first] = BrowserWindow.getAllWindows().slice(-1);
      const { protocol } = session.defaultSession;
      // This may be asked twice.
      if (!protocol.isProtocolHandled("other"))
        protocol.handle(
          "other",
          () => new Response("<!doctype html>x", { headers: { "content-type": "text/html" } }),
        );
      await first!.loadURL("other://ceremony/index.html").catch(() => undefined);
      return first!.webContents.executeJavaScript("window.ceremony.look({})") as Promise<unknown>;
    });
    expectRefused(strange, "E-BRIDGE-SENDER", "another page in the window");
  });
});

function expectRefused(reply: unknown, code: string, said: string): void {
  expect(reply, said).toEqual({ fault: { code, message: rowOf(code), next: rowOf(code) } });
  expect(JSON.stringify(reply), said).not.toContain(SECRET);
}

/** One of the two sentences of this code; nothing is in it. */
const rowOf = (code: string) => ({
  id: expect.stringContaining(code) as unknown as string,
  with: {},
});

/** Puts a question to main as Electron does, also with what a page of ours could never send. */
function asMain(
  { app }: OpenApp,
  method: unknown,
  request: unknown,
  from: "window" | "frame" | "nobody",
  isJson = false,
): Promise<unknown> {
  return app.evaluate(
    async ({ BrowserWindow, ipcMain }, asked) => {
      const sender = BrowserWindow.getAllWindows()[0]!.webContents;
      await sender.executeJavaScript(
        "document.querySelector('iframe') ?? document.body.append(document.createElement('iframe'))"
          + ", 0",
      );
      const frames = { window: sender.mainFrame, frame: sender.mainFrame.frames[0], nobody: null };
      type Handler = (event: unknown, ...args: readonly unknown[]) => Promise<unknown>;
      const { _invokeHandlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
      const event = { sender, senderFrame: frames[asked.from] };
      return _invokeHandlers.get("ask")!(
        event,
        asked.method,
        asked.isJson ? JSON.parse(asked.request as string) : asked.request,
      );
    },
    { method, request, from, isJson },
  );
}
