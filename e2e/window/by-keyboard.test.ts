// Both ceremonies whole, by people who have no mouse.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { makeHome, openApp, withoutRuntime } from "./app.fixture.ts";
import { keys } from "./hands.fixture.ts";
import { people, playUntil } from "./people.fixture.ts";

describe.skipIf(withoutRuntime)("people with keys alone (need the Electron runtime)", () => {
  it("activate an HSM and recover it", async () => {
    const home = await makeHome();
    const open = await openApp(home);
    const { page } = open;
    const crowd = people(keys);
    await keys.press(page, /^Activate/);
    await playUntil(open, crowd, () => false);
    await keys.press(page, "Back to Home");
    await keys.press(page, /^Recover/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor({ timeout: 60_000 });
    const closed = await playUntil(open, crowd, () => false);
    const record = join(home.media(1), "records", "2-recovery", "record.jsonl");
    expect(verifyRecord(readFileSync(record)))
      .toMatchObject({ closed: true, head: closed.ceremony!.head });
  });
});
