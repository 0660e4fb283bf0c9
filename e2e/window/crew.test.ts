// One person and a rehearsal's simulated crew: an activation that is watched, an activation of
// one's own with the crew in the other seats, a recovery that is tried on example custody.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PATIENCE_MS } from "../../build/test/patience.mjs";
import { fold, type LedgerLine } from "../../electron/ceremony/ceremony.ts";
import { fromScript } from "../../electron/text/text.ts";
import { momentsIn } from "../../renderer/stores/moments.ts";
import { say } from "../../renderer/text/say.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { makeHome, openApp, withoutRuntime, type Home, type OpenApp } from "./app.fixture.ts";
import { playBeside, seatCrew } from "./crew.fixture.ts";
import { leaveEnd, mouse, type Hands } from "./hands.fixture.ts";
import { look, people } from "./people.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const findings: Findings = [];
const see = watcher(findings);
const A_WHILE = { timeout: PATIENCE_MS.test, interval: 200 };
const ALL = ["administrator", "witness", "officer-1", "officer-2", "officer-3"];

/** Hands whose presses and keys are counted. */
function counted(hands: Hands) {
  const count = { presses: 0, keys: 0 };
  const counting: Hands = {
    ...hands,
    press: (...asked) => (count.presses++, hands.press(...asked)),
    tick: (...asked) => (count.presses++, hands.tick(...asked)),
    mark: (...asked) => (count.presses++, hands.mark(...asked)),
    pick: (...asked) => (count.presses++, hands.pick(...asked)),
    write: (page, field, text) => ((count.keys += text.length), hands.write(page, field, text)),
  };
  return { hands: counting, count };
}

/** What was measured, for the report: a busy machine does not fail by seconds. */
const measured = (description: string): void => {
  test.info().annotations.push({ type: "measured", description });
};

const simulatedIn = (ledger: readonly LedgerLine[]) =>
  ledger.flatMap((line) => (line.type === "seats-simulated" ? [line.facts.roles] : []));

const ledgerOf = async (open: OpenApp): Promise<readonly LedgerLine[]> =>
  (await look(open)).ceremony?.ledger ?? [];
const isClosed = async (open: OpenApp): Promise<boolean> =>
  (await look(open)).ceremony?.closed === true;

inOrder("one person with the simulated crew (needs the Electron runtime)", withoutRuntime, () => {
  let home: Home;
  let open: OpenApp;

  test.beforeAll(async () => {
    home = await makeHome();
    open = await openApp(home);
  });
  test.afterAll(async () => {
    await open.close();
    expect(findings).toEqual([]);
  });

  test("is shown a whole activation, moment by moment, after one press", async () => {
    const { page } = open;
    await see(page, "home-first");
    const began = Date.now();
    const secondsNow = () => ((Date.now() - began) / 1000).toFixed(1);
    await mouse.press(page, say("crew.learn.activation"));
    const bar = page.getByRole("main", { name: say("show.title") });
    await bar.getByText(say("show.open.what")).waitFor();
    measured(`the first picture is there after ${secondsNow()} s`);
    await mouse.press(page, say("show.pause"));
    await poll(() => isClosed(open), A_WHILE).toBe(true);
    measured(`the crew has held the activation after ${secondsNow()} s`);
    const ledger = await ledgerOf(open);
    // Nothing of it is lost, however fast it came: each moment has its page.
    const moments = momentsIn("activation");
    for (const [at, moment] of moments.entries()) {
      await bar.getByText(say(`show.${moment}.what`)).waitFor();
      if (at === 3) await see(page, "show-made");
      if (at + 1 < moments.length) await page.keyboard.press("ArrowRight");
    }
    await mouse.press(page, say("show.toEnd"));
    await bar.waitFor({ state: "detached" });
    // From the second entry to the last everyone was simulated, and the record says so.
    expect(simulatedIn(ledger)).toEqual([ALL]);
    expect(ledger[1]?.type).toBe("seats-simulated");
    const record = readFileSync(join(home.media(1), "records", "1-activation", "record.jsonl"));
    expect(fold(verifyRecord(record).entries)).toMatchObject({ closed: true, simulated: ALL });
  });

  // Whose turn it is beside people is tested without a window: desk/crew-deed.
  if (process.env["LONG"] !== "1") return;
  test("holds an activation of their own, as an officer, with the crew in the other seats", async () => {
    const { page } = open;
    await leaveEnd(page, mouse);
    await page.getByText("Example custody: the simulated crew made it").waitFor();
    const { hands, count } = counted(mouse);
    const began = Date.now();
    await hands.press(page, /^Activate/);
    const crowd = people(hands, see);
    // What a person wrote at the opening is what the crew opens it with.
    await hands.write(page, "Officer 2", "Nora Field");
    await seatCrew(open, crowd, 2);
    await playBeside(open, crowd, 2, () => false);
    const seconds = (Date.now() - began) / 1000;
    measured(
      `an activation of one's own: ${count.presses} presses, ${count.keys} keys, ${seconds.toFixed(0)} s`,
    );
    expect(seconds).toBeLessThan(600);
    expect(simulatedIn(await ledgerOf(open))).toEqual([ALL.filter((who) => who !== "officer-2")]);
    const { people: came } = (await look(open)).ceremony!;
    expect(came).toContainEqual({ role: "officer-2", name: "Nora Field" });
  });

  test("tries a recovery with one press of a fresh start, and lets the crew finish it", async () => {
    await open.close();
    home = await makeHome();
    open = await openApp(home);
    const { page } = open;
    const began = Date.now();
    await mouse.press(page, /^Recover Two/);
    await page.getByText("The simulated crew makes example custody").waitFor();
    await see(page, "example-made");
    await poll(async () => (await look(open)).ceremony?.step?.id ?? "", A_WHILE).toBe("open");
    measured(`a recovery is open after 1 press, ${((Date.now() - began) / 1000).toFixed(0)} s`);
    const { custody, example } = (await look(open)).home;
    expect(example).toBe("is");
    // A year of attestations: the last two days ago, with the key check that is due once a year.
    expect(custody?.health.level).toBe("whole");
    await see(page, "recovery-tried");
    await mouse.press(page, "Simulated crew");
    await mouse.press(page, "to the end of this act");
    await poll(async () => (await look(open)).crew?.to, A_WHILE).toBe("");
    expect((await look(open)).ceremony?.step?.act).not.toEqual(fromScript("Opening"));
    await mouse.press(page, "Simulated crew");
    await mouse.mark(page, "as fast as possible", "Pace");
    await mouse.press(page, "to the end of the ceremony");
    await poll(() => isClosed(open), A_WHILE).toBe(true);
  });
});
