// A hand-off in the real window, by keyboard alone: a bag that is not where the record says, a
// custodian who cannot come, and what Custody shows afterwards.
import { rehearsedActivation } from "../../electron/cli/activation.fixture.ts";
import { withoutRuntime } from "./app.fixture.ts";
import { keys } from "./hands.fixture.ts";
import { bagsOf, Holder, homeWith } from "./holder.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

const BACKUP = "officer-1 backup medium";
const COPY = "domain copy medium";

/** Reads what is on the table; the copy's place is not the recorded one, and two decide. */
async function compare(holder: Holder): Promise<void> {
  const { page } = holder;
  await holder.see("hand-off-table");
  await keys.tick(page, "Backup medium of officer 1");
  await keys.tick(page, "Domain copy medium");
  await holder.readBag(BACKUP, "Backup medium of officer 1", "R000000");
  await holder.readBag(COPY, "Domain copy medium");
  await keys.write(page, "Place: Domain copy medium", "Site B, porter's desk");
  await holder.press("Compare the seals");
  // One number was mistyped: the marked object is read again, and only the other one still differs.
  await page.getByText("E-SEALS-CHANGED", { exact: true }).waitFor();
  await expect(page.getByText("This does not match the last record: read it again.")).toHaveCount(
    2,
  );
  await holder.see("hand-off-differs-twice");
  await holder.press("Backup medium of officer 1");
  await keys.write(page, "Number on the bag: Backup medium of officer 1", holder.bagOf(BACKUP));
  await holder.press("Compare again");
  await expect(page.getByText("This does not match the last record: read it again.")).toHaveCount(
    1,
  );
  await holder.acceptDifferences(["Domain copy medium"], "hand-off-differs");
}

async function bothDecide({ page }: Holder): Promise<void> {
  for (const role of ["Administrator", "Witness"]) await keys.tick(page, new RegExp(`, ${role}$`));
}

/** The backup goes to a bank's keeper, without officer 1; the copy only changes its place. */
async function handOn(holder: Holder): Promise<void> {
  const { page } = holder;
  await keys.write(page, "Custodian from now on: Backup medium of officer 1", "Priya Nair");
  await keys.write(page, "Place from now on: Backup medium of officer 1", "Site C, bank, box 7");
  await keys.write(page, "Place from now on: Domain copy medium", "Site B, vault");
  await keys.tick(page, "Walter Brandt keeps it in another place");
  await keys.tick(page, "Priya Nair receives");
  await page.getByText("Hands off, but has not said so: Ines Okafor").waitFor();
  await bothDecide(holder);
  await holder.see("hand-off-form");
  await holder.press("Record the hand-off");
  await holder.confirm();
}

inOrder("a hand-off (needs the Electron runtime)", withoutRuntime, () => {
  test("is held by keyboard alone, and Custody shows who keeps what, and the gap", async () => {
    const findings: Findings = [];
    const activation = await rehearsedActivation();
    const open = await atHome(await homeWith(activation));
    const holder = new Holder(open, watcher(findings), bagsOf(activation));
    const { page } = holder;
    await holder.see("hand-off-home");
    await holder.press(/^Hand something off/);
    await holder.see("hand-off-open");
    await holder.press("Open the ceremony");
    await holder.press("It is all correct: open");
    await holder.confirm();
    await compare(holder);
    await holder.choose("We hand it off now", "hand-off-choice");
    await handOn(holder);
    await holder.press("Close the record on paper");
    // Who receives signs too, as the script says.
    await page.getByText("Priya Nair, who receives").waitFor();
    await holder.end("hand-off-end");
    await holder.press("See custody");
    await page.getByText("Backup medium of officer 1: from Ines Okafor to Priya Nair").waitFor();
    await page
      .getByText("Domain copy medium: recorded in Site B, vault, seen in Site B, porter")
      .waitFor();
    await holder.see("hand-off-custody");
    expect(findings).toEqual([]);
  });
});
