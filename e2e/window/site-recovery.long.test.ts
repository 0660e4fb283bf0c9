// A recovery with an HSM of one's own, in the real window: its backup is written from a report, its
// keys come from a list that sd hsm keys made, and its storage is reached by a SAS token.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HSM, PASSPHRASES, rehearsedActivation } from "../../electron/cli/activation.fixture.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { formsOfText } from "../../electron/rehearse/secret-forms.fixture.ts";
import { withoutRoot } from "../runtime.fixture.ts";
import { type Home, type OpenApp } from "./app.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { homeWith } from "./holder.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { CONTAINER, loseHsm } from "./lost-hsm.fixture.ts";
import { atHome, give } from "./page.fixture.ts";
import {
  confirmStep,
  look,
  people,
  playUntil,
  typePassphrase,
  type People,
} from "./people.fixture.ts";
import { expectNoFileHolds, holders } from "./secrets.fixture.ts";
import { NAME, startSite } from "./site.fixture.ts";
import { expect, inOrder, leave, test } from "./test.fixture.ts";

/** The process that asks the HSM. */
const connectionOf = ({ app }: OpenApp) =>
  app.evaluate(
    (electron) =>
      electron.app.getAppMetrics().find(({ name }) => name === "connected-station")?.pid,
  );

/** A press is refused with this code, which a person reads. */
async function refused({ page }: OpenApp, code: string, read = "Try again"): Promise<void> {
  await page.getByText(code).first().waitFor();
  await mouse.press(page, read);
}

/** A file that is no list, and a list of another HSM: both are refused, and nothing is recorded. */
async function bringWrongLists(open: OpenApp, keyList: string, folder: string): Promise<void> {
  const { page } = open;
  const [none, other] = ["none.json", "other.json"].map((name) => join(folder, name));
  writeFileSync(none!, "{}", { mode: 0o644 });
  writeFileSync(other!, readFileSync(keyList, "utf8").replace(`"${HSM}"`, '"Other-HSM"'), {
    mode: 0o644,
  });
  await give(open, none!);
  await mouse.press(page, "Choose a key list");
  await refused(open, "E-KEYS-LIST");
  await give(open, other!);
  await mouse.press(page, "Choose a key list");
  await mouse.press(page, "Record this backup");
  await refused(open, "E-BACKUP-HSM");
}

/** What the record says about it, and what it does not say. */
function checkRecord(home: Home, backup: string, administrator: string): void {
  const { entries, closedBy } = verifyRecord(
    readFileSync(join(home.media(1), "records", "2-recovery", "record.jsonl")),
  );
  expect(closedBy).toBe("signatures");
  const data = (type: string) => entries.findLast((entry) => entry.type === type)?.data;
  expect(data("backup-known")).toMatchObject({
    container: CONTAINER,
    folder: backup,
    list: { from: "file", hsm: HSM },
  });
  expect(data("exchange-key-judged")).toMatchObject({ verdict: "attested" });
  expect(data("backup-began")).toEqual({ container: CONTAINER, storage: "sas" });
  expect(data("restore-began")).toEqual({ folder: backup, storage: "sas" });
  expect(data("key-reader-named")).toMatchObject({ principal: administrator, temporary: true });
  expect(data("key-reader-removed")).toMatchObject({ scope: "/keys" });
  expect(data("recovery-compared")).toMatchObject({
    keysBack: 3,
    keysMissing: [],
    keysMore: [],
    rolesMissing: [],
  });
  expect(data("keys-compared")).toMatchObject({ keys: [{}, {}, {}] });
  expect(JSON.stringify(entries)).not.toContain("sig=");
}

/** Looks at all screens but those that an activation has as well: there they are checked. */
function crowdWith(findings: Findings): People {
  const seen = watcher(findings);
  return {
    ...people(mouse, async (page, name) => {
      if (/^(step|working|waiting|key|end)-/.test(name)) await seen(page, `site-recovery-${name}`);
    }),
    type: (open, seat, purpose) =>
      typePassphrase(open, mouse, () => Promise.resolve(), purpose, PASSPHRASES[seat - 1] ?? ""),
  };
}

inOrder("a recovery with a site file (needs Electron and root)", withoutRoot, () => {
  test("goes to its end: keys are compared with the list that people brought", async () => {
    const findings: Findings = [];
    const [crowd, see] = [crowdWith(findings), watcher(findings)];
    const activation = await rehearsedActivation();
    const home = await homeWith(activation);
    const folder = mkdtempSync(join(tmpdir(), "sd-lost-"));
    // The user who runs the app reads from it.
    chmodSync(folder, 0o755);
    leave(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const { keyList, backup, tokens } = await loseHsm(activation, folder, join(folder, "store"));
    const site = await startSite(home, join(folder, "store"));
    site.switches.isPending = false;
    const open = await atHome(home);
    const { page } = open;
    const reach = (step: string) =>
      playUntil(open, crowd, ({ ceremony }) => ceremony?.step?.id === step);

    await give(open, site.file);
    await mouse.press(page, "HSM: the built-in one");
    await mouse.press(page, "Choose a site file");
    await mouse.press(page, /^Recover Two officers/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await reach("know-backup");
    expect((await look(open)).ceremony?.hsm).toBe(NAME);
    await mouse.write(page, /^Address of the container/, CONTAINER);
    await mouse.write(page, "Folder", backup);

    await bringWrongLists(open, keyList, folder);
    await give(open, keyList);
    await mouse.press(page, "Choose another key list");
    await page.getByText(`The key list of ${HSM}`).waitFor();
    await see(page, "site-recovery-backup");
    await mouse.press(page, "Record this backup");
    await confirmStep(open, crowd);

    await reach("backup-empty");
    const token = join(folder, "token");
    writeFileSync(token, tokens[0], { mode: 0o644 });
    await give(open, token);
    await page.getByText("With a SAS token", { exact: true }).click();
    await page.getByText("Only the connection to the HSM reads it").waitFor();
    await see(page, "site-recovery-storage");
    await mouse.press(page, "Back up the empty HSM");
    await refused(open, "E-SAS-EXPIRED", "Understood");
    writeFileSync(token, tokens[1]);
    await reach("compare-keys");
    const secrets = { token: formsOfText(new URLSearchParams(tokens[1]).get("sig")!.slice(0, 40)) };
    // The HSM itself has it; of the app none but the connection may.
    const holding = holders(secrets).filter(({ words }) => !words.includes("rehearsal-hsm"));
    const connection = await connectionOf(open);
    for (const { pid } of holding) expect(pid).toBe(connection);
    expectNoFileHolds(home, secrets);
    await playUntil(open, crowd, () => false);

    checkRecord(home, backup, site.administrator);
    expect(findings).toEqual([]);
  });
});
