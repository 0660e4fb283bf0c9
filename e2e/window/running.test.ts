// What happens around the steps: an exception with each decision, a recess with its bags, a
// substitute, a stop and the witness's resumption, an abort with its list, closed on paper.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { makeHome, openApp, withoutRuntime, type Home, type OpenApp } from "./app.fixture.ts";
import { crewUpTo } from "./crew.fixture.ts";
import { keys, leaveEnd, mouse } from "./hands.fixture.ts";
import { scrolling, watcher, type Findings } from "../look.fixture.ts";
import {
  confirmStep,
  doStep,
  look,
  people,
  playUntil,
  resume,
  compareBags,
  writeBags,
} from "./people.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const findings: Findings = [];
const see = watcher(findings);
const crowd = people(mouse, see);
const quiet = people(mouse);
let home: Home;
let open: OpenApp;

const reach = (step: string) =>
  playUntil(open, quiet, ({ ceremony }) => ceremony?.step?.id === step);
const ceremony = async () => (await look(open)).ceremony!;
const lastTypes = async (count: number) =>
  (await ceremony()).ledger.slice(-count).map(({ type }) => type);

/** Writes an exception by keys alone; the decision is clicked. */
async function except(decision: string | null, button = "Note an exception"): Promise<void> {
  const { page } = open;
  await mouse.press(page, button);
  await keys.write(page, "What was expected", "The bag is whole.");
  await keys.write(page, "What happened", "The bag has a torn corner.");
  await keys.write(page, "What was decided, and why", "As it is written here.");
  if (decision !== null) await page.getByText(decision, { exact: true }).click();
  await keys.tick(page, /Administrator/);
  await keys.tick(page, /Witness/);
  await see(page, `exception-${decision ?? "said-no"}`);
  await keys.press(page, "Add it to the record");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

inOrder("around the steps (needs the Electron runtime)", withoutRuntime, () => {
  test.beforeAll(async () => {
    home = await makeHome();
    open = await openApp(home);
    await mouse.press(open.page, /^Activate/);
    await open.page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await open.page.getByText("2048: quicker").click();
  });
  test.afterAll(async () => {
    await open.close();
  });

  test("a step counts when the witness has pressed, and not before", async () => {
    await doStep(open, quiet, await look(open));
    expect(await ceremony()).toMatchObject({ step: { id: "open" }, isPerformed: true, done: 0 });
    await confirmStep(open, crowd);
    await poll(ceremony).toMatchObject({ step: { id: "make-key-1" }, done: 1 });
    expect((await ceremony()).ledger.at(-1)).toMatchObject({ type: "step-done", by: "witness" });
  });

  test("a substitute witness takes the seat for good, and the curtain knows", async () => {
    const { page } = open;
    await mouse.press(page, "Someone leaves");
    await mouse.mark(page, "Walter Brandt, Witness", "Who leaves");
    await mouse.write(page, "Name of the person who comes", "Nina Falk");
    await mouse.write(page, "Why", "Taken ill");
    await mouse.tick(page, /Administrator/);
    await mouse.tick(page, /Officer 1/);
    await see(page, "change-seat");
    await mouse.press(page, "Add it to the record");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect((await ceremony()).people).toContainEqual({ role: "witness", name: "Nina Falk" });
    await page.getByText("Witness Nina Falk says:").waitFor();
  });

  test("an officer whose key was made is not replaced: the screen says what to do", async () => {
    await reach("make-key-2");
    const { page } = open;
    await mouse.press(page, "Someone leaves");
    const [, , first] = (await ceremony()).people;
    await mouse.mark(page, `${first!.name}, Officer 1`, "Who leaves");
    await mouse.write(page, "Name of the person who comes", "Olaf Berg");
    await mouse.write(page, "Why", "Taken ill");
    await mouse.tick(page, /Administrator/);
    await mouse.tick(page, /Nina Falk/);
    await mouse.press(page, "Add it to the record");
    await page.getByText("This officer's key was made in this ceremony").waitFor();
    await see(page, "change-seat-refused");
    await mouse.press(page, "Nothing changes");
  });

  test("a recess compares the bags: another number is refused until an exception is noted", async () => {
    const { page } = open;
    await mouse.press(page, "Recess");
    await writeBags(open, crowd);
    await see(page, "recess-begin");
    await mouse.press(page, "Start the recess");
    await page.getByRole("heading", { name: "Recess", exact: true }).waitFor();
    await see(page, "recess");
    await compareBags(open, crowd, "Officer 1, backup medium");
    await mouse.press(page, "Witness: words and bags match");
    await page.getByText("E-RECESS-DIFFER", { exact: true }).waitFor();
    await see(page, "recess-differs");
    await except("Continue");
    await mouse.press(page, "Witness: end the recess");
    await poll(() => lastTypes(3)).toEqual(["recess-began", "exception-noted", "recess-ended"]);
    // Once more, with the right numbers.
    await mouse.press(page, "Recess");
    await writeBags(open, crowd);
    await mouse.press(page, "Start the recess");
    await page.getByRole("heading", { name: "Recess", exact: true }).waitFor();
    await compareBags(open, crowd);
    await mouse.press(page, "Witness: words and bags match");
    await poll(() => lastTypes(2)).toEqual(["recess-began", "recess-ended"]);
    expect((await ceremony()).step?.id).toBe("make-key-2");
  });

  test("no: the witness does not confirm, and the step is done again", async () => {
    await doStep(open, quiet, await look(open));
    await poll(async () => (await ceremony()).isPerformed).toBe(true);
    await except(null, "No: note an exception");
    expect((await ceremony()).ledger.at(-1)).toMatchObject({ facts: { decision: "repeat" } });
    expect(await ceremony()).toMatchObject({ step: { id: "make-key-2" }, isPerformed: false });
    // The key was made: it is opened again, and not made twice.
    await reach("make-key-3");
    const made = (await ceremony()).ledger.filter(
      ({ type, seat }) => type === "key-made" && seat === 2,
    );
    expect(made).toHaveLength(1);
  });

  test("a kill: the witness hears what is certain, and only then it continues", async () => {
    await doStep(open, quiet, await look(open));
    await poll(async () => (await ceremony()).isPerformed).toBe(true);
    await open.kill();
    open = await openApp(home);
    await open.page.getByRole("button", { name: /^Continue the activation/ }).waitFor();
    await see(open.page, "home-unfinished");
    expect(await scrolling(open.page)).toEqual([]);
    await mouse.press(open.page, /^Continue the activation/);
    const { resumption } = await look(open);
    expect(resumption).toMatchObject({
      now: "make-key-3",
      how: "performed",
      done: ["open", "make-key-1", "make-key-2"],
    });
    await resume(open, crowd);
    expect((await ceremony()).ledger.at(-1)).toMatchObject({ type: "resumed", by: "witness" });
    // It was performed: it is confirmed, and not done again.
    await confirmStep(open, quiet);
    await poll(async () => (await ceremony()).step?.id).toBe("confirm-thumbprint-1");
  });

  test("an exception on the way is kept, and written by the station that takes over", async () => {
    const { page } = open;
    await crewUpTo(open, quiet, "at-connected", [1, 2, 3]);
    await except("Continue");
    await page.getByText(/^An exception waits on this computer's disk/).waitFor();
    await see(page, "exception-waits");
    const written = (await ceremony()).ledger.length;
    await reach("read-activation");
    const since = (await ceremony()).ledger.slice(written).map(({ type }) => type);
    expect(since).toContain("exception-noted");
    expect(await page.getByText(/waits on this computer's disk/).count()).toBe(0);
  });

  test("an exception is noted while a step runs, and one that says abort stops it", async () => {
    await crewUpTo(open, quiet, "download-domain", []);
    await mouse.tick(open.page, "Administrator and witness: continue");
    await mouse.press(open.page, "Activate the HSM");
    await poll(async () => (await ceremony()).ledger.map(({ type }) => type)).toContain(
      "domain-written",
    );
    await except("Continue");
    await except("Abort the ceremony");
    await open.page.getByRole("heading", { name: "The ceremony is aborted" }).waitFor();
    await open.page.getByText("What must be done with each object").waitFor();
    const { aborted } = await ceremony();
    const told = aborted!.remains.map(({ object, deed, by }) => [object, deed, by].join(" "));
    expect(told).toContain("officer-2-backup seal officer-2");
    expect(told).toContain("domain-copy seal administrator");
    expect(told.at(-1)).toMatch(/^hsm (ask|delete) administrator$/);
    await see(open.page, "aborted");
  });

  test("the aborted record is closed on paper, and a new ceremony may begin", async () => {
    const { page } = open;
    await mouse.press(page, "Close on paper");
    await page.getByRole("heading", { name: "The activation was aborted" }).waitFor();
    await see(page, "aborted-closed");
    const record = join(home.media(1), "records", "1-activation", "record.jsonl");
    expect(verifyRecord(readFileSync(record))).toMatchObject({ closed: true, closedBy: "paper" });
    await leaveEnd(page, mouse);
    await page.getByText(/^The activation of .* was aborted/).waitFor();
    await see(page, "home-aborted");
    expect(await scrolling(page)).toEqual([]);
    await mouse.press(page, /^Audit a record/);
    await mouse.press(page, /^Verify: /);
    await page.getByText("Consistent, and closed on paper").waitFor();
    await page.getByText(/^All evidence: \d+ files/).waitFor();
    await see(page, "audit-on-paper");
    await mouse.press(page, "Back to Home");
    await mouse.press(page, /^Activate/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
  });

  test("an abort before the download is signed by who has a key already", async () => {
    const { page } = open;
    await page.getByText("2048: quicker").click();
    await reach("make-key-2");
    await except("Abort the ceremony");
    await page.getByText("What must be done with each object").waitFor();
    await see(page, "aborted-to-sign");
    await mouse.tick(page, "The projector is covered");
    await mouse.tick(page, "No camera sees the keyboard");
    await mouse.press(page, "Sign the record");
    await mouse.press(page, /^I am .*, alone at the screen$/);
    await crowd.type(open, 1, "open");
    await page.getByRole("heading", { name: "The activation was aborted" }).waitFor();
    const record = join(home.media(2), "records", "1-activation", "record.jsonl");
    const verdict = verifyRecord(readFileSync(record));
    expect(verdict).toMatchObject({ closed: true, closedBy: "signatures" });
    expect(verdict.signatures.map(({ officer }) => officer)).toEqual(["officer-1"]);
  });

  test("none of these screens has a finding of axe", () => {
    expect(findings).toEqual([]);
  });
});
