// Power cuts in the window: app, vault or page killed in the middle, and the ceremony continues.
import { chmodSync, copyFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Bridge } from "../../electron/bridge/contract.ts";
import { signaturesOfEnd, verifyRecord } from "../../electron/journal/verify.ts";
import { isAlive, secondsUntilGone } from "../../electron/pipe/alive.fixture.ts";
import { signal } from "../probe.fixture.ts";
import { makeHome, openApp, withoutRuntime, type Home, type OpenApp } from "./app.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { doStep, look, passphraseWindow, people, playUntil, resume } from "./people.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

declare const window: { readonly ceremony: Bridge };

const long = process.env["LONG"] === "1";
const crowd = people(mouse);
let home: Home;
let open: OpenApp;

const reach = (step: string) =>
  playUntil(open, crowd, ({ ceremony }) => ceremony?.step?.id === step);
const typesOf = async (): Promise<readonly string[]> =>
  (await look(open)).ceremony!.ledger.map(({ type }) => type);

/** Starts a secret step and leaves its officer in front of the small window. */
async function untilTyping(main: string | RegExp): Promise<void> {
  const { page } = open;
  await mouse.tick(page, "The projector is covered");
  await mouse.tick(page, "No camera sees the keyboard");
  await mouse.press(page, main);
  await mouse.press(page, /^I am .*, alone at the screen$/);
  await passphraseWindow(open);
}

/** Begins to sign, and the first officer has typed. */
async function firstSigns(button: string): Promise<void> {
  const { page } = open;
  await mouse.tick(page, "The projector is covered");
  await mouse.tick(page, "No camera sees the keyboard");
  await mouse.press(page, button);
  await mouse.press(page, /^I am .*, alone at the screen$/);
  await crowd.type(open, 1, "open");
}

/** Starts the app again and continues. */
async function again(): Promise<void> {
  open = await openApp(home);
  await mouse.press(open.page, /^Continue the activation/);
  await resume(open, crowd);
  await open.page.getByRole("button", { name: "Recess" }).waitFor();
}

/** Processes by the names that main gave them. */
const processesOf = (names: readonly string[]): Promise<readonly number[]> =>
  open.app.evaluate(
    ({ app }, wanted) =>
      app
        .getAppMetrics()
        .filter(({ name = "" }) => wanted.includes(name))
        .map(({ pid }) => pid),
    names,
  );
const signatures = async (): Promise<number> =>
  (await typesOf()).filter((type) => type === "signed").length;
/** What each window may do, as Electron has it. */
const settings = () =>
  open.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      ...(window.webContents as unknown as Asked).getLastWebPreferences(),
      url: window.webContents.getURL(),
    })),
  );

/** What Electron has, and does not say in its types. */
interface Asked {
  readonly getLastWebPreferences: () => Readonly<Record<string, unknown>>;
}

/** Promise 1, of every window: what Electron gives back of it. */
const SAFE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
};
const vaultsNow = (): Promise<readonly number[]> => processesOf(["vault"]);

inOrder("a kill in the window (needs the Electron runtime)", withoutRuntime, () => {
  test.beforeAll(async () => {
    home = await makeHome();
    open = await openApp(home);
    await mouse.press(open.page, /^Activate/);
    await open.page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await open.page.getByText("2048: quicker").click();
  });

  test("of the app, while an officer types, ends its vault; the step is done again", async () => {
    await reach("make-key-1");
    await untilTyping("Officer 1, make the key");
    const vaults = await vaultsNow();
    expect(vaults.length).toBeGreaterThan(0);
    await open.kill();
    for (const vault of vaults) expect(await secondsUntilGone(vault)).toBeLessThan(5);
    await again();
    expect((await look(open)).ceremony!.step!.id).toBe("make-key-1");
    await reach("make-key-2");
  });

  test("of the vault, while an officer types, is a refusal; the step is done again", async () => {
    await untilTyping("Officer 2, make the key");
    const windows = await settings();
    expect(windows).toHaveLength(2);
    for (const one of windows) expect(one).toMatchObject(SAFE);
    expect(windows.some(({ url }) => url.endsWith("/passphrase.html"))).toBe(true);
    for (const pid of await vaultsNow()) signal(pid, "SIGKILL");
    await open.page.getByText("E-WORKER-GONE", { exact: true }).waitFor();
    await poll(() => open.app.windows().length).toBe(1);
    expect((await typesOf()).at(-1)).toBe("refused");
    await mouse.press(open.page, "Understood");
    await reach("make-key-3");
  });

  test("of every vault when the screen locks (F33) or the computer sleeps (F32)", async () => {
    for (const event of ["lock-screen", "suspend"]) {
      await untilTyping("Officer 3, make the key");
      await open.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
      await open.page.getByText("E-WORKER-GONE", { exact: true }).waitFor();
      await poll(() => open.app.windows().length).toBe(1);
      await poll(vaultsNow).toEqual([]);
      await mouse.press(open.page, "Understood");
    }
  });

  test("of the small window's page is the officer's no; the step is done again", async () => {
    await untilTyping("Officer 3, make the key");
    const pid = await open.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().endsWith("passphrase.html"))!
        .webContents.getOSProcessId(),
    );
    signal(pid, "SIGKILL");
    await open.page.getByText("E-TURN-NOT-YET", { exact: true }).waitFor();
    await poll(() => open.app.windows().length).toBe(1);
    await mouse.press(open.page, "Understood");
    await reach("confirm-thumbprint-1");
  });

  test("of the window's page: it is loaded again and shows the current state", async () => {
    const page = () =>
      open.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
      );
    const before = await page();
    signal(before, "SIGKILL");
    await poll(page).not.toBe(before);
    const text = () =>
      open.app.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
            "document.body.innerText",
          ) as Promise<string>,
      );
    await poll(text).toContain("Write them down");
    await open.kill();
    await again();
    expect((await look(open)).ceremony!.step!.id).toBe("confirm-thumbprint-1");
  });

  // What follows needs half a ceremony more. Of the download, production.test.ts kills the app too.
  if (!long) return;

  test("of Chromium's own helpers changes nothing; they start again (F08)", async () => {
    const helpers = await open.app.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ type, serviceName = "" }) => type === "GPU" || serviceName.startsWith("network"))
        .map(({ pid }) => pid),
    );
    expect(helpers.length).toBeGreaterThan(0);
    const { head } = (await look(open)).ceremony!;
    for (const pid of helpers) signal(pid, "SIGKILL");
    await poll(() => helpers.filter(isAlive)).toEqual([]);
    await open.page.reload();
    await open.page.getByRole("button", { name: "Recess" }).waitFor();
    expect((await look(open)).ceremony!.head).toBe(head);
  });

  test("of the app, between two signatures over an act: who has not signed yet signs", async () => {
    await reach("sign-keys");
    await firstSigns("Sign this act");
    await poll(signatures).toBe(1);
    await open.kill();
    await again();
    await doStep(open, crowd, await look(open));
    await reach("to-connected");
    expect((await typesOf()).filter((type) => ["act-signing", "signed"].includes(type))).toEqual([
      "act-signing",
      "signed",
      "signed",
      "signed",
    ]);
  });

  test("of the app: a key found on the transfer medium is still to be decided about", async () => {
    await reach("at-connected");
    const [key, innocent] = [
      ["officer-1", "cert_0.key"],
      ["transfer", "holiday.jpg"],
    ].map((path) => join(home.media(1), ...path));
    copyFileSync(key!, innocent!);
    chmodSync(innocent!, 0o644);
    await mouse.press(open.page, "Take the record over");
    await open.page.getByText("E-MEDIA-SECRET", { exact: true }).waitFor();
    await mouse.press(open.page, "Understood");
    await open.page.getByText("Incident", { exact: true }).waitFor();
    const findings: Findings = [];
    await watcher(findings)(open.page, "incident");
    expect(findings).toEqual([]);
    await open.kill();
    await again();
    expect((await look(open)).incident).toMatchObject({
      medium: "transfer",
      files: ["holiday.jpg"],
      isRecorded: false,
    });
    rmSync(innocent!);
    const { step } = (await look(open)).ceremony!;
    const acted = (id: string) => window.ceremony.perform({ step: id, input: {} });
    expect(await open.page.evaluate(acted, step!.id)).toMatchObject({
      fault: { code: "E-STATE-INCIDENT" },
    });
    await mouse.press(open.page, "Note what was decided");
    await mouse.write(open.page, "What was expected", "No key is on the transfer medium.");
    await mouse.write(open.page, "What happened", "A copy of officer 1's key lay there.");
    await mouse.write(open.page, "What was decided, and why", "Go on; officer 1 is replaced.");
    await mouse.tick(open.page, /Administrator/);
    await mouse.tick(open.page, /Witness/);
    await mouse.press(open.page, "Add it to the record");
    await reach("read-activation");
    expect((await typesOf()).slice(-6)).toEqual([
      "handed-over",
      "taken-over",
      "incident-found",
      "resumed",
      "exception-noted",
      "step-done",
    ]);
    expect((await look(open)).incident).toBeNull();
  });

  test("of the HSM and of what talks to it: both start again when they are needed", async () => {
    await reach("download-domain");
    const names = ["rehearsal-hsm", "connected-station"];
    const before = await processesOf(names);
    expect(before).toHaveLength(2);
    for (const pid of before) signal(pid, "SIGKILL");
    await poll(() => processesOf(names)).toEqual([]);
  });

  test("of the app, while it waits for the HSM, never sends the call twice", async () => {
    await reach("download-domain");
    await mouse.tick(open.page, "Administrator and witness: continue");
    await mouse.press(open.page, "Activate the HSM");
    await poll(typesOf).toContain("domain-written");
    await open.kill();
    await again();
    await reach("read-domain-aloud");
    expect((await typesOf()).filter((type) => type === "download-began")).toHaveLength(1);
  });

  test("of the app, between two signatures: who has not signed yet signs", async () => {
    await reach("close");
    await firstSigns("Sign the record");
    await poll(signatures).toBe(4);
    await open.kill();
    await again();
    await doStep(open, crowd, await look(open));
    await open.page.getByRole("button", { name: "Back to Home" }).waitFor();
    const record = join(home.media(1), "records", "1-activation", "record.jsonl");
    const verdict = verifyRecord(readFileSync(record));
    expect(verdict.closed).toBe(true);
    expect(verdict.acts).toMatchObject([{ act: "The officers' keys", missing: [] }]);
    expect(signaturesOfEnd(verdict).map(({ officer }) => officer)).toEqual([
      "officer-1",
      "officer-2",
      "officer-3",
    ]);
    await open.close();
  });
});
