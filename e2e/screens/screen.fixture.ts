// The built page in a real Chromium, served as the app serves it. In the preload script's place
// is a bridge that answers with recordings.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test as base, type Page } from "playwright/test";
import type { Bridge, BridgeFault } from "../../electron/bridge/contract.ts";
import { METHODS, type Method } from "../../electron/bridge/methods.ts";
import type { PassphraseTurn, VaultAnswer } from "../../electron/bridge/passphrase.ts";
import type { WindowView } from "../../electron/bridge/view.ts";
import { answerTo, type Pages } from "../../electron/main/pages.ts";
import type { Language } from "../../electron/text/text.ts";
import { ROOT } from "../bundle.fixture.ts";
import { lookAt } from "../look.fixture.ts";
import { keyboardFindings } from "./keyboard.fixture.ts";
import type { Replies } from "./recording.fixture.ts";
import { RECORDED_AT, recordingOf } from "./recordings.fixture.ts";

export { expect };

/** As the window is when it opens, at least. */
export const SIZE = { width: 1366, height: 768 };

/** What answers with something else than a view, as the contract declares it. */
const [, REPLIES = ""] =
  /^interface Replies \{$(.+?)^\}$/ms.exec(
    readFileSync(join(ROOT, "electron", "bridge", "contract.ts"), "utf8"),
  ) ?? [];
/** Where nothing is recorded for one of these, it is refused. */
const OTHERS = METHODS.filter((method) => REPLIES.includes(`\n  readonly ${method}: `));
if (OTHERS.length === 0) throw new Error("contract.ts does not declare what methods answer");

interface Begins {
  language: Language;
}

/** A language that no one speaks, and what is wrong with a page in it. */
interface Pseudo {
  readonly language: Language;
  readonly findings: (page: Page, sent: unknown) => Promise<readonly string[]>;
}

/** What the page has in main's place. */
interface Recorded {
  /** Shows this view from now on, and answers with it and with these. */
  readonly show: (view: WindowView | null, replies: Replies) => void;
  /** Sends what is shown again, as in this language: what was asked and answered stays. */
  readonly speak: (language: Language, revision: number) => void;
  /** What was asked since it was shown. */
  readonly asked: () => readonly Asked[];
  /** What the page's policy refused. */
  readonly violated: string[];
  /** What has happened since the page was loaded. */
  readonly left: () => readonly Mark[];
  /** The passphrase window's turn; what it sends is answered so. */
  readonly give: (turn: PassphraseTurn, answer: VaultAnswer) => Promise<void>;
}

/** What main sent. */
interface Sent {
  /** Null where it refuses even to be checked. */
  readonly view: WindowView | null;
  readonly replies: Replies;
  /** What it answered last to each method: the window shows it on where the same is refused then. */
  readonly answers: Replies;
}

/** Something was pressed or written, a key came that may have done so, or the focus went elsewhere. */
type Mark = "click" | "input" | "key" | "tab";

export interface Asked {
  readonly method: Method;
  readonly request: unknown;
}

declare const window: { ceremony: Bridge; recorded: Recorded };

/** A window that shows recordings. */
export class Screen {
  readonly page: Page;
  /** Where its pages are. */
  readonly #origin: string;
  readonly #pseudo: Pseudo | null;
  /** The language in which the next page begins. */
  readonly #begins: Begins;
  readonly #complaints: string[] = [];
  /** The page drops what is older than what it shows. */
  #revision = 1_000_000;
  /** Whether it shows another page, or none: the next test loads it again. */
  #isOther = false;
  #language: Language = "en";
  /** What main sent last: what is shown of it is not ours. */
  #sent: Sent | null = null;

  /** @param pseudo how it looks in the language that no one speaks; null where the page has none */
  constructor(page: Page, origin: string, begins: Begins, pseudo: Pseudo | null) {
    this.page = page;
    this.#origin = origin;
    this.#begins = begins;
    this.#pseudo = pseudo;
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.#complaints.push(message.text());
    });
    page.on("pageerror", ({ message }) => this.#complaints.push(message));
  }

  /** Shows it on a page where nothing of what was pressed or written is left. */
  async open(name: string, replies: Replies = {}): Promise<void> {
    await this.begin(["click", "input", "key", "tab"]);
    await this.show(name, replies);
  }

  /** Shows a recording in a language. The next `open` is in English again. */
  async showIn(language: Language, name: string, replies: Replies = {}): Promise<void> {
    this.speak(language);
    this.#isOther = true;
    await this.show(name, replies);
  }

  /** As when main was asked for it: the next view is in this language. */
  speak(language: Language): void {
    this.#language = language;
  }

  /** Loads the page as the window for the room. The next `open` is the first window's again. */
  async openRoom(name: string): Promise<void> {
    await this.page.goto("about:blank");
    await this.page.goto(`${this.#origin}/index.html#room`);
    this.#isOther = true;
    this.#language = "en";
    await this.show(name);
  }

  /** Loads the page as the passphrase window, for this turn. @param answer the vault's to all that is sent */
  async openPassphrase(
    language: Language,
    turn: PassphraseTurn,
    answer: VaultAnswer = { ok: true },
  ): Promise<void> {
    this.#begins.language = language;
    this.#isOther = true;
    await this.page.goto(`${this.#origin}/passphrase.html`);
    this.#begins.language = "en";
    await this.page.evaluate(([one, other]) => window.recorded.give(one, other), [
      turn,
      answer,
    ] as const);
    await this.page.getByRole("banner").waitFor();
  }

  /** Shows a recording, with other replies where they are given. */
  async show(name: string, replies: Replies = {}): Promise<void> {
    const recording = recordingOf(name);
    await this.send(recording.view, { ...recording.replies, ...replies });
  }

  /** Loads the page before a main that refuses even to be checked. */
  async openWithout(fault: BridgeFault): Promise<void> {
    this.#isOther = true;
    const replies = { look: { fault } };
    this.#sent = { view: null, replies, answers: {} };
    await this.#loadWithout(replies, "en");
  }

  /** Where main sends no view, the page stays in the language in which it was written. */
  async #loadWithout(replies: Replies, language: Language): Promise<void> {
    this.#begins.language = language;
    await this.page.goto(`${this.#origin}/index.html`);
    this.#begins.language = "en";
    await this.page.evaluate((given) => window.recorded.show(null, given), replies);
    await this.page.locator("main").waitFor();
  }

  /** Loads the page again where one of these has happened on it. */
  async begin(marks: readonly Mark[]): Promise<void> {
    this.#sent = null;
    const left = await this.page.evaluate(() => window.recorded.left());
    if (this.#isOther || marks.some((mark) => left.includes(mark))) await this.load();
  }

  /** Loads the page. */
  async load(): Promise<void> {
    await this.page.goto(`${this.#origin}/index.html`);
    this.#isOther = false;
    this.#language = "en";
    await this.show("home/new");
  }

  /**
   * Looks at what is shown now as every screen is checked, under this name.
   * @returns what is wrong with it
   */
  async look(name: string): Promise<readonly string[]> {
    return [
      ...(await lookAt(this.page, `screens/${name.replaceAll("/", "-")}`)),
      ...(await keyboardFindings(this.page)),
      ...(this.#pseudo === null ? [] : await this.#lookInPseudo(this.#pseudo)),
      ...(await this.complaints()),
    ];
  }

  /** The same screen in a language that no one speaks, and then again as it was. */
  async #lookInPseudo({ language, findings }: Pseudo): Promise<readonly string[]> {
    const before = this.#language;
    await this.#say(language);
    const found = await findings(this.page, Object.values(this.#sent ?? {}));
    await this.#say(before);
    return found;
  }

  async #say(language: Language): Promise<void> {
    if (this.#sent?.view === null) return this.#loadWithout(this.#sent.replies, language);
    this.#revision += 1;
    await this.page.evaluate(([one, revision]) => window.recorded.speak(one, revision), [
      language,
      this.#revision,
    ] as const);
    await expect(this.page.locator("html")).toHaveAttribute("lang", language);
  }

  /** Shows a view, as main does when it sends one. */
  async send(view: WindowView, replies: Replies = {}): Promise<void> {
    this.#revision += 1;
    this.#sent = { view, replies, answers: { ...this.#sent?.answers, ...answersIn(replies) } };
    await this.page.evaluate(([view, given]) => window.recorded.show(view, given), [
      { ...view, language: this.#language, revision: this.#revision },
      replies,
    ] as const);
    await this.page.locator("main, h1").first().waitFor();
  }

  asked(): Promise<readonly Asked[]> {
    return this.page.evaluate(() => window.recorded.asked());
  }

  /** What its policy refused and its console shows as wrong since this was asked last. */
  async complaints(): Promise<readonly string[]> {
    const violated = await this.page.evaluate(() => window.recorded.violated.splice(0));
    return [...this.#complaints.splice(0), ...violated];
  }
}

/** The replies that are no refusals. */
const answersIn = (replies: Replies): Replies =>
  Object.fromEntries(Object.entries(replies).filter(([, reply]) => "ok" in reply));

/** Runs in the page, before its own scripts. */
function recordedBridge([methods, others, recordedAt]: readonly [
  methods: readonly Method[],
  others: readonly Method[],
  recordedAt: number,
]): void {
  // What a recording says of the time would be another thing an hour later.
  const [clock, loadedAt] = [Date.now, Date.now()];
  Date.now = () => recordedAt + clock() - loadedAt;
  const listeners: ((view: WindowView) => void)[] = [];
  const violated: string[] = [];
  let asked: Asked[] = [];
  let replies: Replies = {};
  const left = new Set<Mark>();
  let shownView: WindowView | null = null;
  let shown: () => void = () => undefined;
  const isShown = new Promise<void>((resolve) => (shown = resolve));
  let listens: () => void = () => undefined;
  const isListening = new Promise<void>((resolve) => (listens = resolve));
  const answer = async (method: Method, request: unknown) => {
    await isShown;
    asked.push({ method, request });
    const fault = { code: "E-NOT-RECORDED", message: `${method} is not recorded.`, next: "" };
    return replies[method] ?? (others.includes(method) ? { fault } : { ok: shownView });
  };
  const ceremony = {
    ...Object.fromEntries(methods.map((one) => [one, (request: unknown) => answer(one, request)])),
    onView: (listener: (view: WindowView) => void) => listeners.push(listener),
  };
  const recorded = {
    show: (view: WindowView | null, given: Replies) => {
      [shownView, replies, asked] = [view, given, []];
      shown();
      if (view !== null) for (const listener of listeners) listener(view);
    },
    speak: (language: Language, revision: number) => {
      if (shownView === null) return;
      shownView = { ...shownView, language, revision };
      for (const listener of listeners) listener(shownView);
    },
    asked: () => asked,
    violated,
    left: () => [...left],
    give: async (turn: PassphraseTurn, given: VaultAnswer) => {
      await isListening;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => port1.postMessage(given);
      postMessage({ turn }, location.origin, [port2]);
    },
  };
  for (const name of ["click", "input"] as const)
    document.addEventListener(name, () => left.add(name), { capture: true });
  document.addEventListener("keydown", ({ key }) => left.add(key === "Tab" ? "tab" : "key"), {
    capture: true,
  });
  const passphrase = { ready: () => listens(), done: () => undefined };
  Object.assign(globalThis, { ceremony: Object.freeze(ceremony), recorded, passphrase });
  document.addEventListener("securitypolicyviolation", (event) => {
    violated.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
}

/** A page in the language in which it begins: main writes none that no one speaks. */
const asBegun = (body: Buffer, url: string, { language }: Begins): Buffer =>
  url.endsWith(".html")
    ? Buffer.from(body.toString("utf8").replace('lang="en"', `lang="${language}"`))
    : body;

/** The bundled pages, with their digests as the bundle lists them. */
function pagesOf(folder: string, origin: string): Pages {
  const files = readdirSync(folder).map((name) => {
    const bytes = readFileSync(join(folder, name));
    return [name, createHash("sha256").update(bytes).digest("hex")];
  });
  const photograph = readFileSync(join(import.meta.dirname, "photograph.fixture.png"));
  const photographs = () => ({ bytes: photograph, type: "image/png" });
  return {
    origin,
    folder,
    files: Object.fromEntries(files) as Pages["files"],
    photographs,
    language: () => "en",
  };
}

/** How long the browser may keep a file: it is asked for at each of hundreds of loads. */
const KEPT = "max-age=86400";

/**
 * Serves the pages on this computer, as the app answers: what goes to the browser by Playwright's
 * routes is copied five times.
 */
async function servePages(
  folder: string,
  begins: Begins,
): Promise<{ readonly origin: string; readonly end: () => void }> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const pages = pagesOf(folder, origin);
  server.on("request", ({ url: path = "", method = "" }, response) => {
    const url = `${origin}${path}`;
    const answer = answerTo({ url, method }, pages);
    const kept = url.endsWith(".html") ? {} : { "cache-control": KEPT };
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers.entries()), ...kept });
    void answer.arrayBuffer().then((body) => {
      response.end(asBegun(Buffer.from(body), url, begins));
    });
  });
  return { origin, end: () => server.close() };
}

/**
 * One page a worker: what it shows is changed, and it is loaded again where a test asks for it, or
 * where one before has pressed or written something.
 */
export const test = base.extend<
  { readonly display: Screen },
  { readonly hasPseudo: boolean; readonly window: Screen }
>({
  // Whether the pages have one more language than those of the product.
  hasPseudo: [false, { scope: "worker", option: true }],
  display: async ({ window: screen }, use) => {
    await screen.begin(["click", "input", "key"]);
    await use(screen);
  },
  window: [
    async ({ browser, hasPseudo }, use) => {
      const other = hasPseudo ? await import("./pseudo.fixture.ts") : null;
      const folder = (await other?.pseudoPages()) ?? join(ROOT, "dist", "app", "renderer");
      const context = await browser.newContext({ viewport: SIZE, reducedMotion: "reduce" });
      const page = await context.newPage();
      const begins: Begins = { language: "en" };
      const served = await servePages(folder, begins);
      await page.addInitScript(recordedBridge, [METHODS, OTHERS, RECORDED_AT] as const);
      const screen = new Screen(page, served.origin, begins, other?.PSEUDO_LOOK ?? null);
      await screen.load();
      await use(screen);
      await context.close();
      served.end();
    },
    { scope: "worker" },
  ],
});
