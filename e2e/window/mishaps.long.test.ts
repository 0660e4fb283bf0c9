// What goes wrong in a room, one thing after another in one activation: an officer is not ready, a
// wrong medium, a misheard word, a torn bag, a recess, a wrong passphrase.
import { renameSync } from "node:fs";
import { join } from "node:path";
import type { Bridge } from "../../electron/bridge/contract.ts";
import { makeHome, openApp, withoutRuntime, type OpenApp } from "./app.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import {
  confirmStep,
  doStep,
  look,
  passphraseOf,
  people,
  playUntil,
  takeTurns,
  typePassphrase,
  compareBags,
  writeBags,
  type People,
} from "./people.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

declare const window: { readonly ceremony: Bridge };

const findings: Findings = [];
const see = watcher(findings);
const crowd = people(mouse, see);
let open: OpenApp;

/** Plays on until this step is the one that is now. */
const reach = (step: string) =>
  playUntil(open, people(mouse), ({ ceremony }) => ceremony?.step?.id === step);

const stepNow = async (): Promise<string> => (await look(open)).ceremony!.step!.id;

/** Plays until this step; there officer 2 types wrong three times, is refused, and types right. */
async function typesWrongThrice(id: string): Promise<void> {
  await playUntil(
    open,
    { ...crowd, see: async () => undefined },
    ({ ceremony }) => ceremony?.step?.id === id,
  );
  const { page } = open;
  const refusedYet = async () =>
    (await look(open)).ceremony!.ledger.filter(({ type }) => type === "passphrase-refused").length;
  const before = await refusedYet();
  let wrong = 0;
  const slipping: People = {
    ...crowd,
    type: async (there, seat, purpose) => {
      const slips = seat === 2 && wrong < 3;
      if (slips) wrong += 1;
      const typed = slips ? "not this one" : passphraseOf(seat);
      await typePassphrase(there, mouse, see, purpose, typed);
    },
  };
  await doStep(open, slipping, await look(open));
  await page.getByText("E-KEY-PASSPHRASE", { exact: true }).waitFor();
  await see(page, "refusal-passphrase");
  expect(await refusedYet()).toBe(before + 3);
  expect((await look(open)).ceremony!.ledger.at(-1)?.type).toBe("refused");
  await mouse.press(page, "Understood");
  await doStep(open, crowd, await look(open));
}

inOrder("a mishap in the window (needs the Electron runtime)", withoutRuntime, () => {
  test.beforeAll(async () => {
    open = await openApp(await makeHome());
    await mouse.press(open.page, /^Activate/);
    await open.page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await open.page.getByText("2048: quicker").click();
  });
  test.afterAll(async () => {
    await open.close();
  });

  test("not yet: an officer who is not ready stops the step, and nothing is lost", async () => {
    await reach("make-key-2");
    const { page } = open;
    await mouse.tick(page, "The projector is covered");
    await mouse.tick(page, "No camera sees the keyboard");
    await mouse.press(page, "Officer 2, make the key");
    await mouse.press(page, "Not yet");
    await page.getByText("E-TURN-NOT-YET", { exact: true }).waitFor();
    await see(page, "refusal-not-yet");
    await mouse.press(page, "Understood");
    expect((await look(open)).ceremony!.step!.id).toBe("make-key-2");
  });

  test("wrong medium, or none: the screen says so, and the step is not ready", async () => {
    const media = open.home.media(1);
    const { page } = open;
    const [own, aside] = ["officer-2", "pulled"].map((name) => join(media, name));
    renameSync(own!, aside!);
    await page.getByText("not in", { exact: true }).first().waitFor();
    await mouse.tick(page, "The projector is covered");
    await mouse.tick(page, "No camera sees the keyboard");
    await see(page, "medium-missing");
    expect(
      await page
        .getByRole("button", { name: "Officer 2, make the key" })
        .getAttribute("aria-disabled"),
    ).toBe("true");
    // Another officer's medium in its place is not this one.
    renameSync(join(media, "officer-3"), own!);
    await page.getByText("another medium", { exact: true }).waitFor();
    await see(page, "medium-wrong");
    renameSync(own!, join(media, "officer-3"));
    renameSync(aside!, own!);
    await mouse.press(page, "Officer 2, make the key");
    await takeTurns(open, crowd);
    await confirmStep(open, crowd);
    await poll(stepNow).toBe("make-key-3");
  });

  test("wrong word: shows when its line is full, is recorded, and is read again", async () => {
    await reach("confirm-thumbprint-1");
    const { page } = open;
    const copied = await look(open);
    if (copied.activity.kind !== "hearing") throw new Error("nothing is shown");
    crowd.papers.set("card 1", copied.activity.lines);
    await mouse.press(page, "Written down: hide the words");
    for (let misses = 1; misses <= 2; misses++) {
      const { activity } = await look(open);
      if (activity.kind !== "hearing") throw new Error("nothing is to be heard");
      // Of the line itself three words, behind one that is not in it.
      const line = copied.activity.lines[0]!;
      const other = activity.choices.find((word) => !line.includes(word))!;
      for (const word of [other, ...line.slice(0, 3)]) await mouse.pick(page, word);
      await page.getByText("Line 1 was misheard. Read line 1 again.").waitFor();
      // What was picked stays to be seen.
      const row = page.getByRole("listitem", { name: "Line 1" });
      await row.getByText(other, { exact: true }).waitFor();
      await row.getByRole("img", { name: "not right" }).waitFor();
      await poll(async () => {
        const now = (await look(open)).activity;
        return now.kind === "hearing" ? now.misses : -1;
      }).toBe(misses);
    }
    await page.getByText("If it differs again, this is not the same file").waitFor();
    await see(page, "word-wrong");
    for (const line of crowd.papers.get("card 1")!)
      for (const one of line) await mouse.pick(page, one);
    await mouse.press(page, "The words are the same");
    await confirmStep(open, crowd);
    const ledger = (await look(open)).ceremony!.ledger;
    expect(
      ledger.filter((line) => line.type === "refused" && line.facts.code === "E-WORDS-LINE"),
    ).toHaveLength(2);
  });

  test("exception: is noted by two people, and a recess ends where it began", async () => {
    await poll(stepNow).toBe("confirm-thumbprint-2");
    const { page } = open;
    await mouse.press(page, "Note an exception");
    await mouse.write(page, "What was expected", "Bag 0048 2206 is whole.");
    await mouse.write(page, "What happened", "Bag 0048 2206 has a torn corner.");
    await mouse.write(page, "What was decided, and why", "Go on; the bag is replaced.");
    await mouse.tick(page, /Administrator/);
    await see(page, "exception");
    await mouse.tick(page, /Witness/);
    await mouse.press(page, "Add it to the record");
    await poll(async () => (await look(open)).ceremony!.ledger.at(-1)!.facts).toMatchObject({
      happened: "Bag 0048 2206 has a torn corner.",
    });
    await mouse.press(page, "Recess");
    await writeBags(open, crowd);
    await mouse.press(page, "Start the recess");
    await page.getByRole("heading", { name: "Recess", exact: true }).waitFor();
    const { step } = (await look(open)).ceremony!;
    const refused = await page.evaluate((id) => window.ceremony.copied({ step: id }), step!.id);
    expect(refused).toMatchObject({ fault: { code: "E-DESK-RECESS" } });
    await compareBags(open, crowd);
    await mouse.press(page, "Witness: words and bags match");
    const last = async () => (await look(open)).ceremony!.ledger.slice(-3).map(({ type }) => type);
    await poll(last).toEqual(["exception-noted", "recess-began", "recess-ended"]);
    expect((await look(open)).activity.kind).toBe("hearing");
  });

  test("wrong passphrase: is typed again, at the third time refused, and recorded", async () => {
    await typesWrongThrice("sign-keys");
    const { ceremony } = await look(open);
    expect(
      ceremony!.ledger.map(({ type }) => type).filter((type) => type === "signed"),
    ).toHaveLength(3);
    expect(ceremony).toMatchObject({ step: { id: "sign-keys" }, isPerformed: true });
    await confirmStep(open, crowd);
    await poll(stepNow).toBe("to-connected");
  });

  test("wrong passphrase: every pair is proven after it", async () => {
    await typesWrongThrice("prove-quorum");
    const after = await look(open);
    expect(after.ceremony!.proof?.subsets).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(after.ceremony).toMatchObject({ step: { id: "prove-quorum" }, isPerformed: true });
    await confirmStep(open, crowd);
    await poll(stepNow).toBe("record-custody");
  });

  test("a refusal that people may overrule: asks for two, and is nothing for one alone", async () => {
    const { page, app } = open;
    const view = await look(open);
    const refusal = {
      code: "E-SD-UNKNOWN-MEMBER",
      seat: null,
      canBeAccepted: true,
      message: "The security domain has a field that this version does not know.",
      next: "Check whether a newer version of this app reads it; the file may be valid.",
    };
    // No rehearsal HSM writes such a file: main shows the room as if one had.
    await app.evaluate(
      ({ BrowserWindow }, view) => {
        BrowserWindow.getAllWindows()[0]?.webContents.send("view", view);
      },
      { ...view, revision: view.revision + 1000, refusal },
    );
    await page.getByText("E-SD-UNKNOWN-MEMBER", { exact: true }).waitFor();
    await mouse.tick(page, /Administrator/);
    const overrule = page.getByRole("button", { name: "Continue despite it" });
    await page.getByText("Tick two people.").waitFor();
    await see(page, "refusal-overrule-one");
    await mouse.tick(page, /Witness/);
    await page.getByText("Tick two people.").waitFor({ state: "detached" });
    await see(page, "refusal-overrule");
    expect(await overrule.isEnabled()).toBe(true);
    // Main knows of no such refusal: the decision is refused, and nothing is recorded.
    await mouse.press(page, "Continue despite it");
    // Main answers in order: when this is answered, the press was.
    const again = await page.evaluate(() =>
      window.ceremony.accept({ decidedBy: ["administrator", "witness"] }),
    );
    expect(again).toMatchObject({ fault: { code: "E-DESK-STALE" } });
    expect((await look(open)).ceremony!.ledger).toEqual(view.ceremony!.ledger);
  });

  test("none of these screens has a finding of axe", () => {
    expect(findings).toEqual([]);
  });
});
