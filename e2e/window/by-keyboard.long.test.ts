// Both ceremonies whole, by people who have no mouse. `npm test` has, by keyboard alone, every screen
// in e2e/screens, and a renewal, an attestation and a hand-over in files of their own. The recovery
// HSM's key is not attested here: two officers decide to continue.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { makeHome, openApp, withoutRuntime, type Home, type OpenApp } from "./app.fixture.ts";
import { keys, leaveEnd } from "./hands.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { people, playUntil } from "./people.fixture.ts";
import { makeKeyWithoutQuote } from "./strange-hsm.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

const findings: Findings = [];
const seen = watcher(findings);
// By mouse all screens are checked; here the one that only a strange HSM brings.
const crowd = people(keys, async (page, name) => {
  if (name === "key-not-attested") await seen(page, name);
});

inOrder("people with keys alone (need the Electron runtime)", withoutRuntime, () => {
  let home: Home;
  let open: OpenApp;
  test.beforeAll(async () => {
    home = await makeHome();
    open = await openApp(home);
  });

  const verdictOf = (name: string) =>
    verifyRecord(readFileSync(join(home.media(1), "records", name, "record.jsonl")));

  test("begin an activation, and make and compare the officers' keys", async () => {
    await keys.press(open.page, /^Activate/);
    const { ceremony } = await playUntil(
      open,
      crowd,
      ({ ceremony: now }) => now?.step?.id === "export-certificates",
    );
    expect(ceremony!.ledger.filter(({ type }) => type === "key-made")).toHaveLength(3);
  });

  test("activate the HSM", async () => {
    const closed = await playUntil(open, crowd, () => false);
    expect(verdictOf("1-activation")).toMatchObject({ closed: true, head: closed.ceremony!.head });
  });

  test("recover it", async () => {
    const { page } = open;
    await makeKeyWithoutQuote(home, 1, "Contoso-Recovery-2");
    await leaveEnd(page, keys);
    await keys.press(page, /^Recover/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    const closed = await playUntil(open, crowd, () => false);
    const verdict = verdictOf("2-recovery");
    expect(verdict).toMatchObject({ closed: true, head: closed.ceremony!.head });
    const decided = verdict.entries.find(({ type }) => type === "exchange-key-accepted");
    expect(decided?.data).toEqual({ attested: false, decidedBy: ["officer-1", "officer-2"] });
    expect(findings).toEqual([]);
  });
});
