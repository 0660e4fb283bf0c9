// An activation of five officers with a quorum of three in the real window, a recovery by the second,
// the fourth and the fifth of them, and a renewal from two of three to three of five; the simulated crew
// acts. Ten officers' form is seen on the way.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { PATIENCE_MS } from "../../build/test/patience.mjs";
import { fold } from "../../electron/ceremony/ceremony.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { makeHome, openApp, withoutRuntime, type Home, type OpenApp } from "./app.fixture.ts";
import { leaveEnd, mouse } from "./hands.fixture.ts";
import { look } from "./people.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const A_WHILE = { timeout: PATIENCE_MS.long, interval: 200 };

/** The numbers of the officers, where the ceremony is opened. */
async function choose(open: OpenApp, officers: number, quorum: number): Promise<void> {
  const { page } = open;
  await mouse.mark(page, String(officers), "How many officers there are");
  await poll(async () => (await look(open)).ceremony?.officers).toBe(officers);
  await mouse.mark(page, String(quorum), "How many of them open the domain");
  await poll(async () => (await look(open)).ceremony?.quorum).toBe(quorum);
}

/** The crew acts for everyone, as fast as it can, until the record is closed. */
async function crewToTheEnd(open: OpenApp): Promise<void> {
  const { page } = open;
  await mouse.press(page, "Simulated crew");
  await mouse.mark(page, "as fast as possible", "Pace");
  await mouse.press(page, "to the end of the ceremony");
  const isOver = async () => {
    const { ceremony, crew } = await look(open);
    expect(crew?.fault ?? null).toBeNull();
    return ceremony?.closed;
  };
  await poll(isOver, A_WHILE).toBe(true);
}

/** The whole form of so many people is there without scrolling. */
const isInSight = (page: Page): Promise<boolean> =>
  page.locator('[data-many="true"]').evaluate((form) => {
    let around = form.parentElement;
    while (around !== null && getComputedStyle(around).overflowY === "visible")
      around = around.parentElement;
    return form.clientHeight <= (around?.clientHeight ?? 0);
  });

function recordOf(home: Home, name: string) {
  const record = readFileSync(join(home.media(1), "records", name, "record.jsonl"));
  const { entries, closedBy } = verifyRecord(record);
  const { opened } = fold(entries);
  if (opened === null) throw new Error("It was not opened.");
  const officers = opened.participants.flatMap(({ role }) =>
    role.startsWith("officer") ? [role] : [],
  );
  return { entries, closedBy, counts: [opened.officers, opened.required], officers };
}

inOrder("three of five (need the Electron runtime)", withoutRuntime, () => {
  const findings: Findings = [];
  const see = watcher(findings);
  let home: Home;
  let open: OpenApp;
  test.beforeAll(async () => {
    home = await makeHome();
    open = await openApp(home);
  });

  test("are chosen where the ceremony is opened, and everything follows", async () => {
    const { page } = open;
    await page.getByRole("button", { name: /^Activate/ }).waitFor();
    await mouse.press(page, /^Activate/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await choose(open, 10, 5);
    await see(page, "open-five-of-ten");
    expect(await isInSight(page)).toBe(true);
    await choose(open, 4, 4);
    await page.getByText("All 4 are needed").waitFor();
    await see(page, "open-four-of-four");
    await choose(open, 5, 3);
    await see(page, "open-three-of-five");
    await crewToTheEnd(open);
    await see(page, "end-three-of-five");
    await leaveEnd(page, mouse);
    const { entries, closedBy, counts } = recordOf(home, "1-activation");
    expect({ closedBy, counts }).toEqual({ closedBy: "signatures", counts: [5, 3] });
    const proven = entries.find(({ type }) => type === "quorum-proven")?.data;
    expect((proven as { readonly subsets: readonly unknown[] }).subsets).toHaveLength(10);
    await see(page, "home-three-of-five");
  });

  test("recover with the second, the fourth and the fifth officer", async () => {
    const { page } = open;
    await mouse.press(page, /^Recover (?!without)/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    for (const name of ["Officer 1", "Officer 3"]) await mouse.write(page, name, "");
    await see(page, "recover-by-three");
    await crewToTheEnd(open);
    await see(page, "end-recovery-by-three");
    expect(recordOf(home, "2-recovery")).toMatchObject({
      closedBy: "signatures",
      counts: [5, 3],
      officers: ["officer-2", "officer-4", "officer-5"],
    });
    expect(findings).toEqual([]);
  });

  test("take the place of two of three", async () => {
    const other = await makeHome();
    const renewing = await openApp(other);
    const { page } = renewing;
    await mouse.press(page, /^Activate/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await choose(renewing, 3, 2);
    await crewToTheEnd(renewing);
    await leaveEnd(page, mouse);
    await mouse.press(page, /^Renew the domain/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await choose(renewing, 10, 5);
    await see(page, "renew-to-five-of-ten");
    expect(await isInSight(page)).toBe(true);
    await choose(renewing, 5, 3);
    await mouse.tick(page, "Officer 2 gets a new key");
    await mouse.write(page, "Officer 2", "Nadia Berg");
    await page.getByText("Leave, and their keys end: Jonas Lind").waitFor();
    await see(page, "renew-to-three-of-five");
    await crewToTheEnd(renewing);
    await see(page, "end-renewed-to-three-of-five");
    await leaveEnd(page, mouse);
    await page.getByText("10 of 10 groups proven").waitFor();
    await see(page, "home-renewed-to-three-of-five");
    const { entries, closedBy, counts } = recordOf(other, "2-replacement");
    expect({ closedBy, counts }).toEqual({ closedBy: "signatures", counts: [5, 3] });
    expect(entries[0]?.data).toMatchObject({ renewed: [2, 4, 5] });
    expect(findings).toEqual([]);
  });
});
