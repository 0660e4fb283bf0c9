// Activation and recovery whole, by people with a mouse, and every screen checked on the way.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { fromHex, toWords } from "../../crypto/index.ts";
import { verifyRecord, type Verdict } from "../../electron/journal/verify.ts";
import { makeHome, openApp, withoutRuntime, type Home, type OpenApp } from "./app.fixture.ts";
import { leaveEnd, mouse } from "./hands.fixture.ts";
import { scrolling, watcher, type Findings } from "../look.fixture.ts";
import { look, people, playUntil } from "./people.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

inOrder("people with a mouse (need the Electron runtime)", withoutRuntime, () => {
  const findings: Findings = [];
  const see = watcher(findings);
  const crowd = people(mouse, see);
  let home: Home;
  let open: OpenApp;
  test.beforeAll(async () => {
    home = await makeHome();
    open = await openApp(home);
  });

  test("activate an HSM, look around, and axe finds nothing on any screen", async () => {
    const { page } = open;
    await page.getByRole("button", { name: /^Activate/ }).waitFor();
    await see(page, "home-new");
    expect(await scrolling(page)).toEqual([]);
    await mouse.press(page, /^Activate/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    const closed = await playUntil(open, crowd, () => false);
    await page.getByRole("button", { name: "Back to Home" }).waitFor();
    await see(page, "end-activation");
    const activation = verdictOf(home, "1-activation");
    expect(activation).toMatchObject({ closed: true, head: closed.ceremony!.head });
    await leaveEnd(page, mouse);
    await page.getByRole("button", { name: /^Recover Two officers/ }).waitFor();
    await see(page, "home-known");
    expect(await scrolling(page)).toEqual([]);
    await lookAround(page, see, activation);
    expect(findings).toEqual([]);
  });

  test("recover it, and axe finds nothing there", async () => {
    const { page } = open;
    const activation = verdictOf(home, "1-activation");
    await mouse.press(page, /^Recover Two officers/);
    await page.getByRole("heading", { name: "One moment" }).waitFor();
    await see(page, "laying-recovery");
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await mouse.write(page, "Officer 3", "");
    await playUntil(open, crowd, () => false);
    await see(page, "end-recovery");
    const recovery = verdictOf(home, "2-recovery");
    expect(recovery.closed).toBe(true);
    expect(recovery.entries[0]!.prev).toBe(activation.head);
    await leaveEnd(page, mouse);
    expect((await look(open)).home.custody?.lastDrill).toBe(
      recovery.entries.find(({ type }) => type === "keys-compared")!.at,
    );
    // The half hour is waited for, and who listed the keys has lost the role for it again.
    const types = recovery.entries.map(({ type }) => type);
    for (const type of ["backup-started", "restore-waited", "restore-started"])
      expect(
        types.filter((one) => one === type),
        type,
      ).toHaveLength(1);
    expect(types.slice(types.indexOf("key-reader-named"))).toEqual(
      expect.arrayContaining([
        "key-reader-named",
        "key-reader-removed",
        "recovery-compared",
        "keys-compared",
      ]),
    );
    expect(recovery.entries.find(({ type }) => type === "recovery-compared")!.data).toMatchObject({
      keysMissing: [],
      rolesMissing: [],
      rolesMore: [],
    });
    expect(findings).toEqual([]);
  });
});

/** Custody, the audit of the record that was just closed, and the media: then back to Home. */
async function lookAround(
  page: Page,
  see: (page: Page, name: string) => Promise<void>,
  activation: Verdict,
) {
  await mouse.press(page, "See custody");
  await page.getByRole("heading", { name: "If this site burns" }).waitFor();
  await see(page, "custody");
  await mouse.press(page, "Back to Home");
  await mouse.press(page, /^Audit a record/);
  await mouse.press(page, /^Verify/);
  await page.getByRole("heading", { name: "Consistent, and kept here since" }).waitFor();
  await page.getByText(/^All evidence: \d+ files, each as it was written/).waitFor();
  await see(page, "audit");
  const spoken = (digest: string) => toWords(fromHex(digest)!).slice(0, 10).join(" ");
  await mouse.write(page, /^The head that was read aloud/, spoken(activation.head));
  await mouse.write(page, /^The officers’ cards/, "");
  await page.keyboard.insertText(
    activation.signatures.map(({ certificate }) => spoken(certificate)).join("\n"),
  );
  await mouse.press(page, "Compare");
  await page.getByRole("heading", { name: "The record is intact" }).waitFor();
  await page.getByText("The signers are those whose cards were entered.").waitFor();
  await see(page, "audit-whole");
  await mouse.press(page, "Back to Home");
  await mouse.press(page, "Media");
  // There is no stick in a test's machine, and the screen says so.
  await page.getByText(/No stick is in|does not report its drives/).waitFor();
  await see(page, "media");
  await mouse.press(page, "Back to Home");
}

function verdictOf(home: Home, name: string) {
  return verifyRecord(readFileSync(join(home.media(1), "records", name, "record.jsonl")));
}
