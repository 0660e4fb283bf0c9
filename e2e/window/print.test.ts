// The script on paper: printed from the window where a person chooses, read back by a program that
// is not ours, and the very bytes that the command line gives.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { fromHex, toWords } from "../../crypto/index.ts";
import { readPdf, withoutPoppler } from "../../electron/evidence/pdf.fixture.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { ceremonyOf } from "../../electron/meaning/ceremony.fixture.ts";
import { makePool } from "../../electron/meaning/pool.fixture.ts";
import { inGerman } from "../said.fixture.ts";
import { ROOT } from "../bundle.fixture.ts";
import { openApp, withoutRuntime, type OpenApp } from "./app.fixture.ts";
import { keys, mouse } from "./hands.fixture.ts";
import { scrolling, watcher, type Findings } from "../look.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { expect, inOrder, onTestFinished, poll, test } from "./test.fixture.ts";

/** The list of scripts at Home. */
const PRINT = /^Print a script/;
const WRITTEN = /^Saved as .+\.pdf: \d+ pages\.$/;

/** Answers the system's dialog in a person's stead. @param path none: the dialog is closed */
async function choose({ app }: OpenApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === "", filePath });
  }, path);
}

/** What the command line prints of the same script. */
function printedBySd(open: OpenApp, script: string): Uint8Array {
  const path = join(open.home.folder, `sd-${script}.pdf`);
  const sd = join(ROOT, "dist", "sd.cjs");
  const words = [sd, "script", "walk", script, "--pdf", path, "--rehearsal"];
  const ended = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect(ended.stderr).toBe("");
  return readFileSync(path);
}

const told = (page: Page): Promise<string | null> =>
  page.getByRole("status").filter({ hasText: WRITTEN }).textContent();

const isPassedOver = withoutRuntime || withoutPoppler;

inOrder("the script on paper (needs the Electron runtime, poppler)", isPassedOver, () => {
  test("is printed from Home and from the opening, the same as by the command line", async () => {
    const open = await atHome();
    const { page, home } = open;
    const findings: Findings = [];
    const see = watcher(findings);
    const recovery = join(home.folder, "recovery.pdf");
    await choose(open, recovery);
    await keys.choose(page, PRINT, "Recovery");
    expect(await told(page)).toMatch(WRITTEN);
    await see(page, "home-printed");
    expect(await scrolling(page)).toEqual([]);
    expect(readFileSync(recovery).equals(printedBySd(open, "recovery"))).toBe(true);
    const activation = join(home.folder, "activation.pdf");
    await choose(open, activation);
    await mouse.press(page, /^Activate/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await keys.press(page, "Print the script");
    expect(await told(page)).toMatch(WRITTEN);
    await see(page, "opening-printed");
    expect(readFileSync(activation).equals(printedBySd(open, "activation"))).toBe(true);
    const { pages, info } = readPdf(readFileSync(activation));
    expect(info.get("Title")).toBe("Activation of a Managed HSM");
    pages.forEach((text, i) => {
      expect(text).toContain("REHEARSAL");
      expect(text).toContain(`page ${String(i + 1)} of ${String(pages.length)}`);
    });
    expect(findings).toEqual([]);
  });

  test("is printed in German from a window in German, also after a new start", async () => {
    const first = await atHome();
    await keys.press(first.page, "Deutsch");
    await first.page
      .getByRole("button", { name: new RegExp(`^${inGerman("home.activate")}`) })
      .waitFor();
    await first.close();
    const open = await openApp(first.home);
    const { page, home } = open;
    onTestFinished(() => open.kill());
    const path = join(home.folder, "aktivierung.pdf");
    await choose(open, path);
    await keys.choose(
      page,
      new RegExp(`^${inGerman("print.pick")}`),
      inGerman("frame.ceremonyTitles.activation"),
    );
    await page.getByText(/^Gespeichert als .+\.pdf: \d+ Seiten\.$/).waitFor();
    const { pages, info } = readPdf(readFileSync(path));
    expect(info.get("Title")).toBe("Aktivierung eines Managed HSM");
    pages.forEach((text, i) => {
      expect(text).toContain("ÜBUNG");
      expect(text).toContain(`Seite ${String(i + 1)} von ${String(pages.length)}`);
    });
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
  });

  test("is written over nothing, and nowhere when nobody chose a place", async () => {
    const open = await atHome();
    const { page, home } = open;
    const taken = join(home.folder, "data", "taken.pdf");
    writeFileSync(taken, "mine");
    await choose(open, taken);
    await mouse.choose(page, PRINT, "Activation");
    await page.getByText("The file was not saved").waitFor();
    expect(readFileSync(taken, "utf8")).toBe("mine");
    await mouse.press(page, "Understood");
    const nowhere = join(home.folder, "no-such-folder", "script.pdf");
    await choose(open, nowhere);
    await mouse.choose(page, PRINT, "Activation");
    await page.getByText("The file was not saved").waitFor();
    await mouse.press(page, "Understood");
    await choose(open, "");
    await mouse.choose(page, PRINT, "Activation");
    await poll(() => page.evaluate(() => document.querySelector("[data-busy=true]"))).toBeNull();
    expect(await page.getByRole("status").textContent()).toBe("");
    expect(existsSync(nowhere)).toBe(false);
  });
});

const headOf = (record: string): string => verifyRecord(new Uint8Array(readFileSync(record))).head;

/** By keyboard: what is no head, the head of another record, and the one that was read aloud. */
async function compared(
  page: Page,
  see: (page: Page, name: string) => Promise<void>,
  head: string,
) {
  const words = toWords(fromHex(head)!).slice(0, 16).join(" ");
  await keys.write(page, HEARD, "some words");
  await keys.press(page, "Compare");
  await page.getByText(/^This is not a head/).waitFor();
  await see(page, "audit-no-head");
  await keys.write(page, HEARD, toWords(new Uint8Array(10)).join(" "));
  await keys.press(page, "Compare");
  await page.getByText("E-LOG-HEAD", { exact: true }).waitFor();
  await see(page, "audit-cut");
  await keys.write(page, HEARD, words);
  await keys.press(page, "Compare");
  await page.getByRole("heading", { name: "Intact, and closed on paper" }).waitFor();
  await page.getByRole("status").getByText("Its head is the one that was read aloud.").waitFor();
}

const HEARD = /^The head that was read aloud/;

inOrder("a record's papers (need the Electron runtime, poppler)", isPassedOver, () => {
  test("are saved from the audit, the same bytes as by the command line", async () => {
    const open = await atHome();
    const { app, page, home } = open;
    const findings: Findings = [];
    const see = watcher(findings);
    const record = join(home.folder, "record.jsonl");
    writeFileSync(record, ceremonyOf("adoption", makePool(), 1).record);
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, record);
    await mouse.press(page, /^Audit a record/);
    await keys.press(page, "Choose a file");
    await page.getByRole("heading", { name: "Consistent, and closed on paper" }).waitFor();
    await page.getByText("The record alone: there is no evidence beside it.").waitFor();
    await page.getByRole("listitem").filter({ hasText: "chosen by hand" }).waitFor();
    await page.getByRole("heading", { name: "What auditors expect" }).waitFor();
    await page.getByText("each custodian signs the form").first().waitFor();
    await page
      .getByText(/^Entries \d.* on page \d/)
      .first()
      .waitFor();
    await compared(page, see, headOf(record));
    const minutes = join(home.folder, "minutes.pdf");
    await choose(open, minutes);
    await keys.choose(page, /^Save a paper/, "Minutes, with what auditors expect");
    expect(await told(page)).toMatch(WRITTEN);
    await see(page, "audit-evidence");
    const out = join(home.folder, "papers");
    const sd = spawnSync(
      process.execPath,
      [join(ROOT, "dist", "sd.cjs"), "minutes", record, "--out", out],
      { encoding: "utf8" },
    );
    expect(sd.stderr).toBe("");
    expect(readFileSync(minutes).equals(readFileSync(join(out, "minutes.pdf")))).toBe(true);
    expect(findings).toEqual([]);
  });
});
