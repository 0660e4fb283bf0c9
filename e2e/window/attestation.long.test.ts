// A custody attestation in the real window: three parts by keyboard, one of each kind, taken over
// and checked; what was found is at Home afterwards.
import { rehearsedActivation } from "../../electron/cli/activation.fixture.ts";
import { say } from "../../renderer/text/say.ts";
import { withoutRuntime, type OpenApp } from "./app.fixture.ts";
import { keys, leaveEnd, mouse } from "./hands.fixture.ts";
import { bagsOf, Holder, homeWith } from "./holder.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { look } from "./people.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

/** Only the seals are compared, one of them read wrong at first. @returns the words of its paper */
async function sealsAlone(holder: Holder): Promise<string> {
  await holder.openPart(1, "part-open");
  await holder.readSeals("Compare the seals", "part-seals", "officer-1 card");
  await holder.notHere();
  await holder.choose("Only the seals are compared today", "part-how-far");
  await holder.bag("part-nothing-opened");
  await holder.press("Close the record on paper");
  return holder.end("part-end-on-paper");
}

/** The key opens a challenge, and signs. */
async function keyToo(holder: Holder): Promise<void> {
  await holder.openPart(2, "part-open");
  await holder.readSeals("Compare the seals", "part-seals");
  await holder.notHere();
  await holder.choose("The key is checked too");
  await holder.press("The bag is open");
  await holder.confirm();
  await holder.see("part-check-key");
  await holder.secret("Officer 2, open it");
  await holder.confirm();
  await holder.bag("part-rebagged");
  await holder.secret("Sign the record");
  await holder.end("part-end-signed");
}

/** The passphrase is forgotten. @returns the words of its paper */
async function forgotten(holder: Holder): Promise<string> {
  await holder.openPart(3, "part-open");
  await holder.readSeals("Compare the seals", "part-seals");
  await holder.notHere();
  await holder.choose("The key cannot be used");
  await keys.mark(holder.page, "Nobody knows the passphrase", "What is wrong with the key?");
  await keys.write(holder.page, "What happened, in a sentence", "She forgot it over the winter.");
  for (const role of ["Administrator", "Witness"])
    await keys.tick(holder.page, new RegExp(`, ${role}$`));
  await holder.see("part-trouble");
  await holder.press("Record it");
  await holder.confirm();
  await holder.bag();
  await holder.press("Close the record on paper");
  return holder.end("part-end-on-paper");
}

/** The parts are taken over. @param papers the words on each officer's paper, "" if they signed */
async function partsTaken(holder: Holder, papers: readonly string[]): Promise<void> {
  await holder.press(/^Complete an attestation/);
  await holder.see("attestation-open");
  await holder.press("Open the ceremony");
  await holder.press("It is all correct: open");
  await holder.confirm();
  for (const [at, words] of papers.entries()) {
    await holder.choose(new RegExp(`^Officer ${at + 1} has done it`), "attestation-which-part");
    if (words !== "") await keys.write(holder.page, "The sixteen words on that paper", words);
    await holder.see("attestation-take-part");
    await holder.press("Take over this part");
    await holder.confirm();
  }
}

/** One copy of the domain is hashed, the backup named, the custody checked. */
async function judged(holder: Holder): Promise<void> {
  await holder.choose("It is kept here and checked now");
  await holder.readSeals("Compare, and open the bag", "attestation-copy-seal");
  await holder.see("attestation-rehash");
  await holder.press("Compare the file");
  await holder.confirm();
  await holder.choose(/^The domain's copy is not kept here/);
  await holder.choose("We know, and record it now");
  await keys.write(holder.page, "Address of the container", "https://backups.invalid/hsm");
  await keys.write(holder.page, "Folder", "mhsm-2026112501");
  const today = new Date().toISOString().slice(0, 10);
  await keys.write(holder.page, "The day it was taken", today);
  await holder.see("attestation-backup");
  await holder.press("Record the backup");
  await holder.confirm();
  await holder.bag();
  await holder.press("Assess the custody");
  await holder.see("attestation-judged");
  await holder.confirm();
  await holder.press("Close the record on paper");
  await holder.end("attestation-end");
}

/** The crew acts for everyone, as fast as possible, until the record is closed. */
async function crewToTheEnd(open: OpenApp): Promise<void> {
  await mouse.press(open.page, "Simulated crew");
  await mouse.mark(open.page, "as fast as possible", "Pace");
  await mouse.press(open.page, "to the end of the ceremony");
  await poll(
    async () => {
      const { ceremony, crew } = await look(open);
      expect(crew?.fault ?? null).toBeNull();
      return ceremony?.closed;
    },
    { interval: 200 },
  ).toBe(true);
}

inOrder("a custody attestation (needs the Electron runtime)", withoutRuntime, () => {
  test("is held in three parts, by keyboard alone, and says that it is degraded", async () => {
    const findings: Findings = [];
    const activation = await rehearsedActivation();
    const open = await atHome(await homeWith(activation));
    const holder = new Holder(open, watcher(findings), bagsOf(activation));
    const first = await sealsAlone(holder);
    await keyToo(holder);
    const third = await forgotten(holder);
    await partsTaken(holder, [first, "", third]);
    await judged(holder);
    await holder.page.getByText("degraded, 2 of 3 keys").waitFor();
    await holder.see("attestation-home");
    expect(findings).toEqual([]);
  });

  test("is begun by the simulated crew, closed on paper, and completed by it", async () => {
    const open = await atHome(await homeWith(await rehearsedActivation()));
    const { page } = open;
    for (const seat of [1, 2, 3]) {
      await mouse.press(page, /^Attest/);
      await mouse.mark(page, `Officer ${seat}`, "Which officer is here?");
      await crewToTheEnd(open);
      expect((await look(open)).ceremony?.people.map(({ role }) => role)).toContain(
        `officer-${seat}`,
      );
      await page
        .getByText(seat < 3 ? say("home.end.partNext") : say("home.end.partsDone"))
        .waitFor();
      await leaveEnd(page, mouse);
    }
    await page.getByText("Every officer has attested.").waitFor();
    await mouse.press(page, /^Now: complete the attestation/);
    await crewToTheEnd(open);
    await leaveEnd(page, mouse);
    expect((await look(open)).home.custody?.health.attestation.overdueDays).toBe(0);
  });
});
