// A whole activation as a screen reader gets it, by AT-SPI: everything that can be used has a name, and
// each change of step, each result and each refusal is announced once.
import { saidIn } from "../../electron/text/text.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { makeHome, openApp, withoutRuntime, type Home, type OpenApp } from "./app.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { look, passphraseOf, people, playUntil } from "./people.fixture.ts";
import {
  startReader,
  withoutReader,
  type Heard,
  type ScreenReader,
} from "./screen-reader.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const A_WHILE = { interval: 1000 };
const CONFIRM = "Confirm the step";
const CALL = "please take the seat.";

inOrder(
  "a screen reader (needs the Electron runtime, python3-pyatspi, dbus-run-session)",
  withoutRuntime || withoutReader,
  () => {
    let home: Home;
    let reader: ScreenReader;
    let open: OpenApp;
    /** What can be used and has no name, with the screen; and what fields of passphrases told. */
    const unnamed: string[] = [];
    const passphrases = [1, 2, 3].map(passphraseOf);
    const told: string[] = [];
    const seen = new Set<string>();
    let calls = 0;
    let results = 0;

    /** A person called, or confirming, by voice alone acts once they have heard so. */
    const hear = (text: string, times: number): Promise<void> =>
      poll(() => saidOf(text), A_WHILE).toBe(times);

    /** Reads the tree of each screen, before anyone continues. */
    const listen = async (_page: Page, name: string): Promise<void> => {
      const unnamedIn = (all: readonly Heard[]) => all.filter((one) => one.name.trim() === "");
      let tree = await reader.tree();
      // What goes while it is read has no name any more.
      if (unnamedIn(tree).length > 0) tree = await reader.tree();
      seen.add(name);
      unnamed.push(...unnamedIn(tree).map((one) => `${name}: ${one.role}`));
      told.push(...tree.map(({ text }) => text));
      if (name.startsWith("curtain-")) await hear(CALL, ++calls);
      if (name === "confirm") await hear(CONFIRM, ++results);
    };
    const crowd = people(mouse, listen);
    const saidOf = (text: string): number => reader.said.filter((one) => one.includes(text)).length;

    test.beforeAll(async () => {
      home = await makeHome();
      reader = await startReader(home);
      open = await openApp(home, [], undefined, reader.environment);
      await open.page.getByRole("button", { name: /^Activate/ }).waitFor();
      await poll(async () => (await reader.tree()).length, A_WHILE).toBeGreaterThan(5);
    });
    test.afterAll(() => open.close());

    test("hears once that an officer is not ready, and then the step again", async () => {
      const { page } = open;
      await listen(page, "home");
      await mouse.press(page, /^Activate/);
      await page.getByText("2048: quicker").click();
      await playUntil(open, crowd, ({ ceremony }) => ceremony?.step?.id === "make-key-1");
      await listen(page, "make-key-1");
      await mouse.tick(page, "The projector is covered");
      await mouse.tick(page, "No camera sees the keyboard");
      await mouse.press(page, "Officer 1, make the key");
      await hear(CALL, ++calls);
      await mouse.press(page, "Not yet");
      await page.getByText("E-TURN-NOT-YET", { exact: true }).waitFor();
      await listen(page, "not-yet");
      await poll(() => saidOf("E-TURN-NOT-YET"), A_WHILE).toBe(1);
      const before = saidOf("Step 2.1,");
      await mouse.press(page, "Understood");
      await poll(() => saidOf("Step 2.1,"), A_WHILE).toBe(before + 1);
      expect(saidOf("E-TURN-NOT-YET")).toBe(1);
    });

    test("hears each step once, its result once, and that the record is closed", async () => {
      // At each screen the whole tree is asked for, node by node.
      const closed = await playUntil(open, crowd, () => false);
      const end = `${saidIn("en", closed.ceremony!.title)}: the record is closed.`;
      await poll(() => reader.said.slice(-8), A_WHILE).toContain(end);
      await listen(open.page, "end");
      expect(saidOf(end)).toBe(1);
      expect(unnamed).toEqual([]);
      expect(seen.size).toBeGreaterThan(30);
      const record = readFileSync(join(home.media(1), "records", "1-activation", "record.jsonl"));
      const { entries } = verifyRecord(record);
      // Once for each turn, of which those of the closing are its signatures; and for "Not yet".
      const seated = entries.filter(({ type }) => type === "seat-taken");
      const closing = entries.findLast(({ type }) => type === "closing");
      const closers = entries.filter(
        ({ type, data }) =>
          type === "signed" && (data as { readonly over: string }).over === closing?.hash,
      );
      const turns = seated.length + closers.length;
      expect(saidOf(CALL)).toBe(turns + 1);
      const performed = entries.flatMap(({ type, data }) =>
        type === "step-performed" || type === "taken-over"
          ? [(data as { readonly step: string }).step]
          : [],
      );
      const steps = closed.ceremony!.acts.flatMap((act, a) =>
        act.steps.map(({ id, title }, s) => ({
          id,
          begins: `Step ${String(a + 1)}.${String(s + 1)}, ${saidIn("en", title).replaceAll("'", "\u2019")}. `,
        })),
      );
      const firsts = steps.map(({ begins }) =>
        reader.said.findIndex((one) => one.startsWith(begins)),
      );
      expect(firsts).not.toContain(-1);
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      for (const { id, begins } of steps) {
        const results = reader.said.filter(
          (one) => one.startsWith(begins) && one.includes(CONFIRM),
        );
        expect(results, id).toHaveLength(performed.filter((one) => one === id).length);
      }
      const again = reader.said.filter((one, i) => one === reader.said[i - 1]);
      expect(again).toEqual([]);
      expect((await look(open)).ceremony!.closed).toBe(true);
    });

    test("is never told a passphrase", () => {
      expect(told.some((text) => text.includes("\u2022"))).toBe(true);
      for (const text of [...told, ...reader.said])
        expect(passphrases.some((one) => text.includes(one))).toBe(false);
    });
  },
);
