// The one place that receives a window's questions, asked by unauthorised senders.
import type { WebContents } from "electron";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ASK, METHODS } from "../bridge/methods.ts";
import { serve, type Handlers } from "./serve.ts";

const { handled } = vi.hoisted(() => ({
  handled: [] as [string, (event: object, method: unknown, request: unknown) => unknown][],
}));
vi.mock("electron", () => {
  const note = (channel: string, handler: (typeof handled)[number][1]) =>
    handled.push([channel, handler]);
  const ipcMain = { handle: note, handleOnce: note, on: note, once: note };
  return { ipcMain, protocol: {} };
});

interface Frame {
  readonly url: string;
  readonly top: Frame | null;
  readonly parent: Frame | null;
}

/** A window with a page at this address, and frames within it. */
function windowAt(url: string) {
  const main: Frame = {
    url,
    parent: null,
    get top(): Frame {
      return main;
    },
  };
  const inner: Frame = { url, top: main, parent: main };
  return { main, inner, contents: { mainFrame: main } as unknown as WebContents };
}

const HOME = "app://ceremony/index.html";
const [own, room, other] = [
  windowAt(HOME),
  windowAt(`${HOME}#room`),
  windowAt("app://ceremony/passphrase.html"),
];
const done = vi.fn(async (request: unknown) => request);
const handlers = Object.fromEntries(METHODS.map((method) => [method, done])) as unknown as Handlers;

beforeEach(() => {
  handled.length = 0;
  done.mockClear();
  serve(
    () => own.contents,
    () => room.contents,
    handlers,
  );
});

/** The answer to one question. */
async function asks(
  { contents }: { readonly contents: WebContents },
  frame: Frame | null,
  method: unknown = "look",
  request: unknown = {},
): Promise<unknown> {
  const [[, handler] = []] = handled;
  return handler?.({ sender: contents, senderFrame: frame }, method, request);
}
/** A row of this room, whose holes contain nothing of a request. */
const sentence = { id: expect.stringMatching(/^main-faults\.E-/) as string, with: {} };
const refused = (code: string) => ({ fault: { code, message: sentence, next: sentence } });

describe("a question", () => {
  it("comes in by one channel alone", () => {
    expect(handled.map(([channel]) => channel)).toEqual([ASK]);
  });

  it("is heard of the window's own main frame at our address, and of nobody else", async () => {
    expect(await asks(own, own.main)).toEqual({ ok: {} });
    const strangers = [
      asks(own, own.inner),
      asks(own, null),
      asks(own, room.main),
      asks(other, other.main),
      asks(other, own.main),
    ];
    for (const answer of await Promise.all(strangers))
      expect(answer).toEqual(refused("E-BRIDGE-SENDER"));
    for (const url of [
      "https://example.org/",
      "about:blank",
      "app://ceremony.example/index.html",
    ]) {
      const away = windowAt(url);
      handled.length = 0;
      serve(
        () => away.contents,
        () => null,
        handlers,
      );
      expect(await asks(away, away.main), url).toEqual(refused("E-BRIDGE-SENDER"));
    }
    expect(done).toHaveBeenCalledOnce();
  });

  it("of the room's window is the view, and nothing that does anything", async () => {
    expect(await asks(room, room.main, "look")).toEqual({ ok: {} });
    for (const method of METHODS.filter((one) => one !== "look"))
      expect(await asks(room, room.main, method), method).toEqual(refused("E-BRIDGE-SENDER"));
    expect(done).toHaveBeenCalledOnce();
  });

  it("in another form is refused as data, in which nothing of it comes back", async () => {
    const secret = "S3CRET";
    const wrong: readonly (readonly [method: unknown, request: unknown])[] = [
      [secret, {}],
      ["toString", {}],
      [{ secret }, {}],
      ["look", { secret }],
      ["timeline", secret],
      ["carry", [secret]],
      ["hear", { step: secret, words: secret }],
      ["look", { secret: secret.repeat(20_000) }],
    ];
    for (const [method, request] of wrong) {
      const answer = await asks(own, own.main, method, request);
      const code: unknown = expect.stringMatching(/^E-BRIDGE-(SHAPE|SIZE)$/);
      expect(answer).toEqual({ fault: { code, message: sentence, next: sentence } });
      expect(JSON.stringify(answer)).not.toContain(secret);
    }
    expect(done).not.toHaveBeenCalled();
  });

  it("that meets a mistake of ours learns no details of it", async () => {
    done.mockRejectedValueOnce(new Error("S3CRET"));
    expect(await asks(own, own.main)).toEqual(refused("E-BRIDGE-BUG"));
  });
});
