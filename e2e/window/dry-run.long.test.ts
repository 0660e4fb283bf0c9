// A dry run of recovery in the real window: by people who have no mouse, in custody of their own, with
// the second window for the room; and by the simulated crew, for a beginner.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { PATIENCE_MS } from "../../build/test/patience.mjs";
import { rehearsedActivation } from "../../electron/cli/activation.fixture.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { scrolling, watcher, type Findings } from "../look.fixture.ts";
import { withoutRuntime, type Home, type OpenApp } from "./app.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { bagsOf, Holder, homeWith } from "./holder.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { look } from "./people.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const A_WHILE = { timeout: PATIENCE_MS.long, interval: 200 };

/** What the record of this dry run says of it. */
function passedIn(home: Home, name: string) {
  const record = readFileSync(join(home.media(1), "records", name, "record.jsonl"));
  const { entries, closedBy } = verifyRecord(record);
  const { data } = entries.find(({ type }) => type === "dry-run-passed") ?? {};
  return { ...(data as { readonly officers: readonly string[] }), closedBy };
}

/** The second window, opened from the foot. */
async function openRoom(open: OpenApp, holder: Holder): Promise<Page> {
  const find = () => open.app.windows().find((window) => window.url().endsWith("#room"));
  await holder.press("Window for the room");
  await poll(() => find() !== undefined, A_WHILE).toBe(true);
  const room = find()!;
  await room.getByRole("main").waitFor();
  return room;
}

/** Its type grows with it, and the first window's stays as it is. */
async function growsAlone(open: OpenApp, room: Page): Promise<void> {
  const drawn = async () => [
    ...(await room.evaluate(() => [innerWidth, devicePixelRatio])),
    ...(await open.page.evaluate(() => [innerWidth, devicePixelRatio])),
  ];
  // At last as it is drawn: a picture of a page that is zoomed lacks what is right and below.
  for (const times of [2, 1]) {
    await open.app.evaluate(({ BrowserWindow }, factor) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().endsWith("#room"),
      );
      window?.setContentSize(1366 * factor, 768 * factor);
    }, times);
    await poll(drawn).toEqual([1366, times, 1366, 1]);
  }
}

inOrder("a dry run of recovery (needs the Electron runtime)", withoutRuntime, () => {
  test("is held by keyboard alone, and the room shows it", async () => {
    const findings: Findings = [];
    const activation = await rehearsedActivation();
    const home = await homeWith(activation);
    const open = await atHome(home);
    const { page } = open;
    const see = watcher(findings);
    let room: Page | null = null;
    const watched = async (of: Page, name: string) => {
      await see(of, name);
      if (room === null || !/^(curtain|working|typing)-/.test(name)) return;
      // Beside an officer who is called nothing is read but that.
      if (/^(curtain|typing)-/.test(name)) {
        await room.getByRole("heading", { name: /please take the seat/ }).waitFor();
        await expect(room.getByRole("contentinfo")).toHaveCount(0);
      }
      expect(await scrolling(room), name).toEqual([]);
      await see(room, `room-${name}`);
    };
    const holder = new Holder(open, watched, bagsOf(activation));
    await holder.press(/^Dry run of recovery/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await holder.see("dry-run-open");
    await holder.press("Open the ceremony");
    await holder.see("dry-run-read-back");
    await holder.press("It is all correct: open");
    await holder.confirm();
    room = await openRoom(open, holder);
    await growsAlone(open, room);
    await expect(room.getByRole("button")).toHaveCount(0);
    await see(room, "room-step");
    for (const seat of [1, 2, 3]) {
      await holder.readSeals("Compare the seals", `dry-run-seals-${String(seat)}`);
      await holder.see(`dry-run-bag-${String(seat)}`);
      await holder.press("The bag is open");
      await holder.confirm();
    }
    for (const copy of ["transfer", "domain-copy"])
      await holder.readSeals("Compare, and open the bag", `dry-run-${copy}`);
    await holder.see("dry-run-step");
    await holder.secret("Try the recovery");
    await holder.see("dry-run-done");
    await room.getByText("Witness: performed, I confirm").waitFor();
    await see(room, "room-dry-run-done");
    await holder.confirm();
    await holder.bag("dry-run-custody");
    await holder.see("dry-run-close");
    await holder.secret("Sign the record");
    await holder.end("dry-run-end");
    await holder.see("dry-run-home");
    await room.getByText("No ceremony is open.").waitFor();
    expect(passedIn(home, "2-dry-run")).toMatchObject({
      officers: ["officer-1", "officer-2", "officer-3"],
      closedBy: "signatures",
    });
    expect(findings).toEqual([]);
  });

  test("is watched with one press of a fresh start, played by the crew", async () => {
    const findings: Findings = [];
    const open = await atHome();
    const { page } = open;
    const see = watcher(findings);
    await mouse.press(page, /^Dry run of recovery/);
    await poll(async () => (await look(open)).ceremony?.step?.id ?? "", A_WHILE).toBe("open");
    await see(page, "dry-run-tried");
    await mouse.press(page, "Simulated crew");
    await mouse.mark(page, "as fast as possible", "Pace");
    await mouse.press(page, "to the end of the ceremony");
    await poll(async () => (await look(open)).ceremony?.closed, A_WHILE).toBe(true);
    await see(page, "dry-run-played");
    expect(findings).toEqual([]);
  });
});
