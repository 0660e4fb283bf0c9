// Keys without a record, and replaced keys, in the real window and by keyboard alone: an officer
// is replaced; a domain made elsewhere is adopted; an HSM is recovered without an earlier record.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PASSPHRASES, rehearsedActivation } from "../../electron/cli/activation.fixture.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { makeHome, withoutRuntime, type Home } from "./app.fixture.ts";
import { keys, leaveEnd } from "./hands.fixture.ts";
import { bagsOf, Holder, homeWith } from "./holder.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { MainMemory } from "./main-memory.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { look, passphraseOf, people, playUntil, typePassphrase } from "./people.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

/** Of keys that were rehearsed, and of those that are made here. */
const ALL_PASSPHRASES = [...PASSPHRASES, ...[1, 2, 3].map(passphraseOf)];

const recordOf = (home: Home, name: string) =>
  verifyRecord(readFileSync(join(home.media(1), "records", name, "record.jsonl")));

/** Officer 3 leaves; the keys of officers 1 and 2 are healthy. */
async function untilTheNewKey(holder: Holder): Promise<void> {
  const { page } = holder;
  await holder.press(/^Renew the domain/);
  await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
  await holder.see("replacement-open");
  await keys.write(page, "Officer 3", "Nadia Berg");
  await keys.tick(page, "Officer 3 gets a new key");
  await keys.mark(page, /^2048/, "Size of the officers’ keys");
  await holder.see("replacement-opening");
  await holder.press("Open the ceremony");
  await holder.press("It is all correct: open");
  await holder.confirm();
  for (const seat of [1, 2]) {
    await holder.readSeals("Compare the seals", "replacement-seals");
    await holder.press("The bag is open");
    await holder.confirm();
    await holder.secret(`Officer ${seat}, open it`);
    await holder.confirm();
  }
  for (const copy of ["transfer", "domain-copy"])
    await holder.readSeals("Compare, and open the bag", `replacement-${copy}`);
}

/** Every old thing is destroyed, but the card is not there. */
async function destroyed(holder: Holder, old: ReturnType<typeof bagsOf>): Promise<void> {
  const { page } = holder;
  for (const [object, name] of [
    ["medium", "Own medium"],
    ["backup medium", "Backup medium"],
    ["passphrase envelope", "Passphrase envelope"],
  ] as const) {
    // What the new ones are in has other numbers.
    await holder.readBag(`officer-3 ${object}`, name, old.get(`officer-3 ${object}`)?.seal);
    await keys.write(page, `How it was destroyed: ${name}`, "cut to pieces");
  }
  await keys.mark(page, "missing", "The seal is: Card");
  await holder.see("replacement-destroy");
  await holder.press("All of it is destroyed");
  await holder.acceptDifferences(["Card of officer 3"], "replacement-destroy-differs");
}

inOrder("keys made anew (need the Electron runtime)", withoutRuntime, () => {
  test("take an old officer's place, whole and by keyboard alone", async () => {
    const findings: Findings = [];
    const activation = await rehearsedActivation();
    const home = await homeWith(activation);
    const open = await atHome(home);
    const memory = await MainMemory.of(home, open, ALL_PASSPHRASES);
    const bags = bagsOf(activation);
    const holder = new Holder(open, memory.watching(watcher(findings)), bags);
    await untilTheNewKey(holder);
    await holder.doUntil("record-custody");
    expect(existsSync(join(home.media(1), "officer-3", "cert_2.key"))).toBe(false);
    await holder.bag("replacement-custody");
    await holder.doUntil("destroy-old");
    await destroyed(holder, bags);
    await holder.secret("Sign the record");
    await holder.end("replacement-end");
    const { entries, closedBy } = recordOf(home, "2-replacement");
    expect(closedBy).toBe("signatures");
    const noted = entries
      .filter(({ type }) => type === "exception-noted")
      .map(({ data }) => (data as { readonly happened: string }).happened);
    expect(noted).toContain("card of officer 3 (officer-3 card) is missing: it is not destroyed.");
    await holder.page.getByText("3 of 3 pairs proven").waitFor();
    await holder.see("replacement-home");
    expect(findings).toEqual([]);
    expect(memory.verdict).toEqual({ found: [], isShown: true });
  });

  test("are due at once for a domain that was made elsewhere", async () => {
    const findings: Findings = [];
    const home = await makeHome();
    const open = await atHome(home);
    await keys.press(open.page, /^Adopt a domain made elsewhere/);
    await open.page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    const memory = await MainMemory.of(home, open, ALL_PASSPHRASES);
    await playUntil(open, people(keys, memory.watching(watcher(findings))), () => false);
    expect(memory.verdict).toEqual({ found: [], isShown: true });
    expect(recordOf(home, "1-adoption").closedBy).toBe("paper");
    await leaveEnd(open.page, keys);
    await open.page.getByText("degraded, 3 of 3 keys").waitFor();
    const { health } = (await look(open)).home.custody!;
    expect(health.officers.map(({ isForeign }) => isForeign)).toEqual([true, true, true]);
    expect(findings).toEqual([]);
  });

  test("are not needed to recover without a record", async () => {
    const findings: Findings = [];
    const home = await homeWith(await rehearsedActivation());
    const open = await atHome(home);
    await keys.press(open.page, /^Recover without an earlier record/);
    await open.page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    const memory = await MainMemory.of(home, open, ALL_PASSPHRASES);
    const seen = watcher(findings);
    const crowd = {
      ...people(
        keys,
        memory.watching(async (page, name) => {
          if (/find-domain|take-into|step-open|close/.test(name)) await seen(page, `alone-${name}`);
        }),
      ),
      type: (opened: typeof open, seat: number, purpose: "new" | "open") =>
        typePassphrase(opened, keys, () => Promise.resolve(), purpose, PASSPHRASES[seat - 1] ?? ""),
    };
    await playUntil(open, crowd, () => false);
    expect(recordOf(home, "2-recovery-alone")).toMatchObject({ closedBy: "paper" });
    expect(memory.verdict).toEqual({ found: [], isShown: true });
    expect(findings).toEqual([]);
  });
});
