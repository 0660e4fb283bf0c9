// A rehearsal with a trainer in the real window, by keyboard alone: a torn bag and a swapped
// certificate in one officer's part are found, and the score says by whom.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rehearsedActivation } from "../../electron/cli/activation.fixture.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { withoutRuntime } from "./app.fixture.ts";
import { keys } from "./hands.fixture.ts";
import { bagsOf, Holder, homeWith } from "./holder.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { look } from "./people.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const PART = "Which ceremony is rehearsed?";

/** The trainer chooses, before the others come. */
async function choose(holder: Holder, trials: readonly RegExp[]): Promise<void> {
  await holder.press(/^With a trainer/);
  await keys.mark(holder.page, "Officer’s attestation", PART);
  for (const trial of trials) await keys.tick(holder.page, trial);
  await holder.see("trainer");
  await holder.press("Start with these drills");
  await keys.mark(holder.page, "Officer 1", "Which officer is here?");
  await holder.press("Open the ceremony");
  await holder.press("It is all correct: open");
  await holder.confirm();
}

/** What the trainer does by hand is ticked, while the others look away. */
async function tick(holder: Holder): Promise<void> {
  await holder.press("Trainer");
  await holder.see("trainer-cover");
  await holder.press("Everyone has turned away: show it");
  await holder.page
    .getByText(/^In the step: /)
    .first()
    .waitFor();
  await holder.see("trainer-sheet");
  await keys.tick(holder.page, /^I have done it: Torn bag/);
  await holder.page.getByText("Done.", { exact: true }).waitFor();
  await holder.press("Close");
}

/** Two people note what happened, and that the step is done again. */
async function except(holder: Holder): Promise<void> {
  const { page } = holder;
  await holder.press("Note an exception");
  await keys.write(page, "What was expected", "The officer's own certificate.");
  await keys.write(page, "What happened", "Another certificate lies on the stick.");
  await keys.write(page, "What was decided, and why", "The right one is taken.");
  await keys.mark(page, "Repeat the step", "How to continue");
  for (const role of ["Administrator", "Witness"]) await keys.tick(page, new RegExp(`${role}$`));
  await holder.press("Add it to the record");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

inOrder("a rehearsal with a trainer (needs the Electron runtime)", withoutRuntime, () => {
  test("finds a torn bag and a swapped certificate, and shows the score at the end", async () => {
    const findings: Findings = [];
    const activation = await rehearsedActivation();
    const home = await homeWith(activation);
    const open = await atHome(home);
    const holder = new Holder(open, watcher(findings), bagsOf(activation));
    await choose(holder, [/^Torn bag/, /^Swapped certificate/]);
    await tick(holder);
    await holder.readSeals("Compare the seals", "trial-seals", "officer-1 medium");
    await holder.notHere();
    await holder.choose("The key is checked too");
    await holder.press("The bag is open");
    await holder.confirm();
    await holder.secret("Officer 1, open it");
    await holder.page.getByText("E-CERT-OTHER", { exact: true }).first().waitFor();
    await holder.see("trial-refused");
    await holder.press("Understood");
    await except(holder);
    await holder.secret("Officer 1, open it");
    await holder.confirm();
    await holder.bag();
    await holder.secret("Sign the record");
    await poll(async () => (await look(open)).trial?.score).toMatchObject({
      found: 2,
      of: 2,
      asSealed: true,
      trials: [
        { name: "torn-bag", found: "app" },
        { name: "swapped-certificate", found: "app" },
      ],
    });
    await holder.page.getByText("Found 2 of 2.").waitFor();
    await holder.end("trial-end");
    const records = join(home.media(1), "records", "2-attestation-part");
    const { entries, closedBy } = verifyRecord(readFileSync(join(records, "record.jsonl")));
    expect(closedBy).toBe("signatures");
    expect(entries.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        "trial-begun",
        "seals-checked",
        "refused",
        "key-checked",
        "trial-told",
      ]),
    );
    const report = readFileSync(join(records, "papers", "trial-report.md"), "utf8");
    expect(report).toContain("**Found 2 of 2.**");
    const aside = join(home.media(1), ".ceremonies", "2-attestation-part", "aside");
    expect(readdirSync(aside)).toEqual([]);
    expect(findings).toEqual([]);
  });
});
