// The custody at Home, by keyboard alone: whole, overdue, and when recovery would fail today.
import {
  chownSync,
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { custodyAnswers } from "../../electron/ceremony/ceremony.ts";
import { handedOff, moved, troubled } from "../../electron/ceremony/standing.fixture.ts";
import { rehearsedActivation } from "../../electron/cli/activation.fixture.ts";
import { NOBODY } from "../nobody.fixture.ts";
import { signal } from "../probe.fixture.ts";
import { makeHome, withoutRuntime, type Home, type OpenApp } from "./app.fixture.ts";
import { keys } from "./hands.fixture.ts";
import { scrolling, watcher, type Findings } from "../look.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { look } from "./people.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const CUSTODY = "See custody";
const DAY = 86_400_000;

/** The processes of this name that run now. */
const processesNamed = ({ app }: OpenApp, wanted: string): Promise<readonly number[]> =>
  app.evaluate(
    (electron, named) =>
      electron.app.getAppMetrics().flatMap(({ name, pid }) => (name === named ? [pid] : [])),
    wanted,
  );

const GAP = {
  object: "transfer medium",
  kind: "hand-off",
  expected: "Asha Rao",
  seen: "Leela Nair",
} as const;

/** A home in which one activation was rehearsed. */
async function homeWithActivation(): Promise<Home> {
  const [home, { media }] = [await makeHome(), await rehearsedActivation()];
  const folder = join(home.folder, "data", "rehearsals");
  cpSync(media, home.media(1), { recursive: true });
  if (process.getuid?.() === 0)
    for (const name of ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" })])
      chownSync(join(folder, name), NOBODY, NOBODY);
  return home;
}

/** From now on it is so much later; main and page have the same clock. */
function putForward(_: unknown, ms: number): void {
  const Real = Date;
  class Later extends Real {
    constructor(...given: readonly unknown[]) {
      if (given.length === 0) super(Real.now() + ms);
      else super(...(given as [number]));
    }
    static override now(): number {
      return Real.now() + ms;
    }
  }
  globalThis.Date = Later as DateConstructor;
}

async function pass({ app, page }: OpenApp, days: number): Promise<void> {
  await app.evaluate(putForward, days * DAY);
  await page.evaluate(`(${String(putForward)})(null, ${String(days * DAY)})`);
}

/** What the system's dialog for saving answers from now on; "" for a mind that was changed. */
const choosePlace = ({ app }: OpenApp, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    const asked = globalThis as { placesAsked?: number };
    asked.placesAsked = 0;
    dialog.showSaveDialog = () => {
      asked.placesAsked = (asked.placesAsked ?? 0) + 1;
      return Promise.resolve({ canceled: filePath === "", filePath });
    };
  }, path);

/** How often it was asked since. */
const placesAsked = ({ app }: OpenApp): Promise<number> =>
  app.evaluate(() => (globalThis as { placesAsked?: number }).placesAsked ?? 0);

const chooseLog = ({ app }: OpenApp, ...paths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, paths as string[]);

/** As many events as are read of one file, in 24 MB: what nobody's HSM logs. */
const hostileLog = (): string =>
  `${JSON.stringify({ operationName: "KeySign", n: "12345678" })}\n`.repeat(499_999);

/** An event as Microsoft's documentation shows one (managed-hsm/logging.md), of nobody we know. */
const strangeDownload = (time = "2031-03-12T02:14:00.000Z"): object => ({
  time,
  category: "AuditEvent",
  operationName: "SecurityDomainBackup",
  resourceId: "/SUBSCRIPTIONS/X/PROVIDERS/MICROSOFT.KEYVAULT/MANAGEDHSMS/CONTOSO-REHEARSAL-HSM",
  resultType: "Success",
  httpStatusCode: 202,
  callerIpAddress: "203.0.113.7",
  identity: { claim: { objectidentifier: "d9da5048-2737-4770-bd64-0123456789ab" } },
  requestUri: "https://contoso-rehearsal-hsm.managedhsm.azure.net/securitydomain/download",
});

/** The activation's record here: its head, and when its download began. */
function recordIn(home: Home): { readonly head: string; readonly began: string } {
  const folder = join(home.media(1), ".ceremonies", "1-activation", "offline");
  const lines = readFileSync(join(folder, "record.jsonl"), "utf8").trimEnd().split("\n");
  const entries = lines.map(
    (line) => JSON.parse(line) as { readonly type: string; at: string; hash: string },
  );
  const began = entries.find(({ type }) => type === "download-began")?.at ?? "";
  return { head: entries.at(-1)?.hash ?? "", began };
}

inOrder("the custody at Home (needs the Electron runtime)", withoutRuntime, () => {
  test("is complete after an activation, and its calendar is saved only to a free name", async () => {
    const findings: Findings = [];
    const see = watcher(findings);
    const open = await atHome(await homeWithActivation());
    const { page } = open;
    await page.getByText("3 of 3 keys healthy").waitFor();
    await see(page, "home-whole");
    expect(await scrolling(page)).toEqual([]);
    // The newest backup is not on record: Home says so, and leads to the rule.
    await keys.press(page, /^Not met: the newest full backup is not on record/);
    const rules = page.getByRole("heading", { name: "Microsoft\u2019s rules" });
    await expect(rules).toBeFocused();
    await expect(rules).toBeInViewport();
    await see(page, "custody-led-to-rules");
    await keys.press(page, "Back to Home");
    await keys.press(page, CUSTODY);
    await page.getByRole("heading", { name: "3 of 3 keys are healthy", level: 1 }).waitFor();
    await see(page, "custody-whole");
    const path = join(open.home.folder, "tmp", "custody.ics");
    const status = page.getByRole("status");
    await choosePlace(open, "");
    await keys.press(page, "Save the calendar");
    await poll(() => placesAsked(open)).toBe(1);
    await choosePlace(open, path);
    await keys.press(page, "Save the calendar");
    await status.getByText("The calendar is saved.").waitFor();
    expect(readFileSync(path, "utf8")).toMatch(/^BEGIN:VCALENDAR\r\n/);
    writeFileSync(path, "mine");
    await keys.press(page, "Save the calendar");
    await status.getByText("nothing is ever overwritten").waitFor();
    await see(page, "custody-not-saved");
    expect(readFileSync(path, "utf8")).toBe("mine");
    await keys.press(page, "Back to Home");
    await page.getByRole("button", { name: CUSTODY }).waitFor();
    expect(findings).toEqual([]);
  });

  test("is degraded when a quarter has passed, and says since how many days", async () => {
    const findings: Findings = [];
    const see = watcher(findings);
    const open = await atHome(await homeWithActivation());
    const { page } = open;
    const due = Date.parse((await look(open)).home.custody!.health.attestation.at);
    // At noon: no midnight comes meanwhile.
    await pass(open, Math.floor(due / DAY) + 12.5 - Date.now() / DAY);
    await page.getByText("degraded, 3 of 3 keys").waitFor();
    await page.getByText(/, 12 days overdue/).waitFor();
    await page.getByRole("button", { name: /^Now: attest/ }).waitFor();
    await see(page, "home-overdue");
    expect(await scrolling(page)).toEqual([]);
    await keys.press(page, CUSTODY);
    await page.getByText("The attestation is 12 days overdue.").waitFor();
    await page.getByText("Custody was not reviewed within the last quarter.").waitFor();
    await see(page, "custody-overdue");
    // Azure's log is compared from here: what no record explains is an alarm.
    const log = join(open.home.folder, "tmp", "PT1H.json");
    await chooseLog(open, log);
    await keys.press(page, "Compare with Azure\u2019s log");
    writeFileSync(log, "not a log");
    await keys.press(page, "Add files");
    await keys.press(page, "Compare");
    await page.getByText("E-AUDIT-FORM", { exact: true }).waitFor();
    writeFileSync(log, JSON.stringify({ records: [strangeDownload()] }));
    // A second export of the same hours is added, and the alarm is one.
    const again = join(open.home.folder, "tmp", "again.json");
    writeFileSync(again, JSON.stringify({ records: [strangeDownload()] }));
    await chooseLog(open, log, again);
    await keys.press(page, "Add files");
    await page.getByText("tmp/again.json", { exact: true }).waitFor();
    await keys.press(page, "Compare");
    await page
      .getByText(
        "The security domain was downloaded, and no record that can be relied on explains it.",
      )
      .waitFor();
    await page.getByText("Find out who did it").waitFor();
    await page.getByText("by d9da5048-2737-4770-bd64-0123456789ab, from 203.0.113.7").waitFor();
    await see(page, "reconcile-alarm");
    // The ceremony's own is explained once a card of each signer, or the head, vouches for it.
    const { head, began } = recordIn(open.home);
    await keys.press(page, "Remove tmp/again.json");
    await page.getByText("tmp/again.json", { exact: true }).waitFor({ state: "detached" });
    writeFileSync(log, JSON.stringify({ records: [strangeDownload(began)] }));
    await keys.press(page, "Compare");
    await page
      .getByText("neither its head nor the cards of all its signers were entered")
      .waitFor();
    await keys.write(page, "Heads of records", head);
    await keys.press(page, "Compare");
    await page.getByText("Everything in this log has its ceremony, by records of").waitFor();
    await see(page, "reconcile-explained");
    // Eight of these take many seconds, in a process of its own, until someone cancels it.
    writeFileSync(log, hostileLog());
    const hours = join(open.home.folder, "tmp", "hours");
    mkdirSync(hours);
    for (let hour = 0; hour < 8; hour += 1) linkSync(log, join(hours, `${String(hour)}.json`));
    await chooseLog(open, hours);
    await keys.press(page, "Add folders");
    await page.getByText("tmp/hours, every .json and .jsonl in it").waitFor();
    await keys.press(page, "Compare");
    await page.getByText("Reading Azure\u2019s log: ").waitFor();
    // It comes to no end while it is stopped, and main answers anyway.
    const checkers = await processesNamed(open, "checker");
    expect(checkers).toHaveLength(1);
    signal(checkers[0]!, "SIGSTOP");
    for (let asked = 0; asked < 20; asked += 1) expect((await look(open)).checking).not.toBeNull();
    await see(page, "reconcile-checking");
    await keys.press(page, "Cancel");
    await page.getByText("E-CHECK-CANCELLED", { exact: true }).waitFor();
    await poll(() => processesNamed(open, "checker")).toEqual([]);
    await keys.press(page, "Back");
    await page.getByText("The attestation is 12 days overdue.").waitFor();
    expect(findings).toEqual([]);
  });

  test("says that recovery would fail today, and everything that is wrong with it", async () => {
    const findings: Findings = [];
    const see = watcher(findings);
    const open = await atHome(await homeWithActivation());
    const { page } = open;
    const view = await look(open);
    const standing = {
      ...moved("officer-1 backup medium", { custodian: "Jonas Lind", place: "Hyderabad, bank" }),
      officers: troubled({ 1: "lost", 3: "left" }).officers,
      handOffs: [handedOff("transfer medium", { from: "Leela Nair", to: "Ravi Menon" })],
    };
    const known = { ...view.home.custody!, ...standing, lastBackup: null };
    const now = new Date().toISOString();
    const custody = { ...known, ...custodyAnswers(standing, [GAP], now) };
    const changed = { ...view, revision: view.revision + 1000, home: { ...view.home, custody } };
    await open.app.evaluate(({ BrowserWindow }, sent) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send("view", sent);
    }, changed);
    await page.getByRole("heading", { name: "Recovery would fail today", level: 1 }).waitFor();
    await page.getByRole("button", { name: /^Now: replace an officer/ }).waitFor();
    await see(page, "home-would-fail");
    expect(await scrolling(page)).toEqual([]);
    await keys.press(page, CUSTODY);
    await page.getByRole("heading", { name: "Recovery would fail today", level: 1 }).waitFor();
    for (const line of [
      "2 officers must act together, but only 1 key is healthy.",
      "Officer 3, Meera Iyer: has left.",
      "Jonas Lind keeps the media of officers 1 and 2. Hand off one officer’s media.",
      "Transfer medium: handed off by Leela Nair, but it was with Asha Rao.",
    ])
      await page.getByText(line).waitFor();
    await see(page, "custody-would-fail");
    await page.getByText("Transfer medium: handed off by").scrollIntoViewIfNeeded();
    await page
      .getByText("The location and date of the newest full backup")
      .scrollIntoViewIfNeeded();
    await see(page, "custody-rules");
    expect(findings).toEqual([]);
  });
});
