// Both ceremonies whole, by people who have no mouse. The recovery HSM's key is not attested here:
// two officers decide to go on.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { makeHome, openApp, withoutRuntime } from "./app.fixture.ts";
import { keys } from "./hands.fixture.ts";
import { watcher, type Findings } from "./look.fixture.ts";
import { people, playUntil } from "./people.fixture.ts";
import { makeKeyWithoutQuote } from "./strange-hsm.fixture.ts";

describe.skipIf(withoutRuntime)("people with keys alone (need the Electron runtime)", () => {
  it("activate an HSM and recover it", async () => {
    const home = await makeHome();
    const open = await openApp(home);
    const { page } = open;
    const findings: Findings = [];
    const seen = watcher(findings);
    // By mouse all screens are looked at; here the one that only a strange HSM brings.
    const crowd = people(keys, async (page, name) => {
      if (name === "key-not-attested") await seen(page, name);
    });
    await keys.press(page, /^Activate/);
    await playUntil(open, crowd, () => false);
    await makeKeyWithoutQuote(home, 1, "Contoso-Recovery-2");
    await keys.press(page, "Back to Home");
    await keys.press(page, /^Recover/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor({ timeout: 60_000 });
    const closed = await playUntil(open, crowd, () => false);
    const record = join(home.media(1), "records", "2-recovery", "record.jsonl");
    const verdict = verifyRecord(readFileSync(record));
    expect(verdict).toMatchObject({ closed: true, head: closed.ceremony!.head });
    const decided = verdict.entries.find(({ type }) => type === "exchange-key-accepted");
    expect(decided?.data).toEqual({ attested: false, decidedBy: ["officer-1", "officer-2"] });
    expect(findings).toEqual([]);
  });
});
