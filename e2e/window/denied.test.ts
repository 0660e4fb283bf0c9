// What is behind the policy of the window's page: a page that lost it still gets nowhere.
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { makeHome, openApp, withoutRuntime, type OpenApp } from "./app.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { everyone } from "./secrets.fixture.ts";
import { whileStill } from "./still.fixture.ts";
import {
  allowed,
  departures,
  listenOnLoopback,
  losePolicy,
  reaches,
  RIGHTS,
  rights,
  tryAll,
  WISHES,
  wish,
} from "./taken-over.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const HOME = "app://ceremony/index.html";
const BARE = "app://ceremony/bare.html";
/** What a refusal is called: by the session, by the page's policy, or because there is none. */
const REFUSED = /^(NotAllowed|Security|NotFound|Reference)Error$|^(denied|none|no|code 1)$/;

/** What a page can leave; and why a worker that would outlive it is refused. */
async function leave(): Promise<string> {
  localStorage.setItem("left", "behind");
  document.cookie = "left=behind; max-age=9999";
  const opened = indexedDB.open("left");
  await new Promise((resolve, reject) => {
    opened.onsuccess = resolve;
    opened.onerror = reject;
  });
  opened.result.close();
  const worker = navigator.serviceWorker.register("renderer.js");
  return worker.then(
    () => "registered",
    (error: unknown) => (error as Error).name,
  );
}

/** What is there of it. */
const left = async () => ({
  storage: localStorage.length,
  cookie: document.cookie,
  databases: (await indexedDB.databases()).length,
});
const NOTHING_LEFT = { storage: 0, cookie: "", databases: 0 };

/** The window as it comes, and one whose page lost its policy: two apps for most tests. */
const opened = new Map<string, OpenApp>();

/** The window at a page that is reloaded. */
async function freshAt(at: typeof HOME | typeof BARE): Promise<OpenApp> {
  const open = opened.get(at) ?? (await openApp(await makeHome()));
  if (!opened.has(at)) {
    await open.page.getByRole("button", { name: /^Activate/ }).waitFor();
    if (at === BARE) await losePolicy(open);
    opened.set(at, open);
  }
  // Main may know of it before Playwright does.
  const navigated = open.page.waitForEvent("framenavigated", (frame) => frame.url() === at);
  await open.app.evaluate(
    ({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.loadURL(url),
    at,
  );
  await navigated;
  return open;
}

inOrder("what the window is denied (needs the Electron runtime)", withoutRuntime, () => {
  test("reaches no address, by name or number, also without a policy", async () => {
    const open = await freshAt(BARE);
    const { address, visits } = await listenOnLoopback();
    await tryAll(open.page, reaches(address));
    await open.page.waitForTimeout(500);
    expect(visits()).toBe(0);
    // That it counts: a page other than the window comes in.
    await (await fetch(address)).text();
    expect(visits()).toBe(1);
  });

  for (const at of [HOME, BARE] as const)
    test(`stays at its page and opens no other: ${at}`, async () => {
      const open = await freshAt(at);
      const { page } = open;
      await page.evaluate(() => {
        Object.assign(window, { same: true });
      });
      for (const address of [
        "https://example.org/",
        "app://ceremony/passphrase.html",
        "app://ceremony/go",
        "file:///etc/passwd",
        "data:text/html,x",
        "javascript:void document.write(1)",
      ]) {
        await tryAll(page, departures(address));
        const opened = await page.evaluate((to) => {
          const link = Object.assign(document.createElement("a"), { href: to, target: "_blank" });
          document.body.append(link);
          link.click();
          return [window.open(to), window.open(to, "x", "popup")].map(String);
        }, address);
        expect({ address, opened }).toEqual({ address, opened: ["null", "null"] });
      }
      await page.waitForTimeout(500);
      expect(page.url()).toBe(at);
      // Nor was it loaded again.
      expect(await page.evaluate(() => "same" in window)).toBe(true);
      expect(await pages(open)).toEqual(["window"]);
    });

  test("finds nothing that a page before it left in the profile (A15)", async () => {
    const home = await makeHome();
    const first = await atHome(home);
    expect(await first.page.evaluate(leave)).toMatch(/Error$/);
    expect(await first.page.evaluate(left)).not.toEqual(NOTHING_LEFT);
    await first.close();
    const { page } = await atHome(home);
    expect(await page.evaluate(left)).toEqual(NOTHING_LEFT);
  });

  test("comes back from an empty page, which nobody is asked about", async () => {
    const { page } = await freshAt(HOME);
    const emptied = page.waitForEvent("framenavigated", (frame) => frame.url() === "about:blank");
    await page.evaluate(() => {
      setTimeout(() => {
        location.href = "about:blank";
      });
    });
    await emptied;
    await page.getByRole("button", { name: /^Activate/ }).waitFor();
    expect(page.url()).toBe(HOME);
  });

  test("embeds neither frames of others nor webviews", async () => {
    const open = await freshAt(BARE);
    for (const tag of ["iframe", "webview", "embed"])
      for (const address of ["https://example.org/", "data:text/html,x", "file:///etc/passwd"])
        await tryAll(open.page, [
          `document.body.append(Object.assign(`
            + `document.createElement("${tag}"), { src: "${address}" }))`,
        ]);
    await open.page.waitForTimeout(500);
    const shown = open.page
      .frames()
      .map((frame) => frame.url())
      .filter((url) => url !== BARE);
    expect(
      shown.filter((url) => !["", "about:blank", "chrome-error://chromewebdata/"].includes(url)),
    ).toEqual([]);
    expect(await pages(open)).toEqual(["window"]);
  });

  for (const at of [HOME, BARE] as const)
    test(`gets no device and no right: ${at}`, async () => {
      const { page } = await freshAt(at);
      if (at === HOME) expect(await page.evaluate(allowed)).toEqual([]);
      const states = await rights(page);
      expect(states).toEqual(Object.fromEntries(RIGHTS.map((name) => [name, "denied"])));
      for (const [name, script] of Object.entries(WISHES)) {
        const answer = await wish(page, script);
        expect({ name, answer }).toEqual({
          name,
          answer: expect.stringMatching(REFUSED) as unknown as string,
        });
      }
    });

  test("downloads nothing", async () => {
    const { app, page, home } = await freshAt(BARE);
    mkdirSync(join(home.folder, "Downloads"));
    await app.evaluate(({ session }) => {
      const downloads: boolean[] = [];
      Object.assign(globalThis, { downloads });
      session.defaultSession.on("will-download", (event) => {
        downloads.push(event.defaultPrevented);
      });
    });
    await tryAll(page, [
      'Object.assign(document.createElement("a"), { href: "got.txt", download: "got" }).click()',
      'Object.assign(document.createElement("a"), '
        + '{ href: URL.createObjectURL(new Blob(["x"])), download: "got" }).click()',
    ]);
    await app.evaluate(({ webContents }) => {
      for (const one of webContents.getAllWebContents()) one.downloadURL("app://ceremony/got.txt");
    });
    const told = () =>
      app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
    await poll(async () => (await told()).length).toBeGreaterThan(0);
    await page.waitForTimeout(500);
    const downloads = await told();
    expect(downloads).not.toContain(false);
    const files = whileStill(everyone, () => readdirSync(home.folder, { recursive: true }));
    expect(files.filter((name) => String(name).includes("got"))).toEqual([]);
  });
});

/** The kinds of all pages that there are. */
const pages = ({ app }: OpenApp): Promise<readonly string[]> =>
  app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getType()));
