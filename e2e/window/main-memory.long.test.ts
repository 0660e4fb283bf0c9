// Main holds no private key while an officer checks one, and while a lost HSM is recovered: searched at
// each screen. Replacement, adoption and recovery without a record: renewal.long.test.ts.
import { PASSPHRASES, rehearsedActivation } from "../../electron/cli/activation.fixture.ts";
import { withoutRuntime } from "./app.fixture.ts";
import { keys } from "./hands.fixture.ts";
import { bagsOf, Holder, homeWith } from "./holder.fixture.ts";
import { MainMemory } from "./main-memory.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { people, playUntil, typePassphrase, type People } from "./people.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

const unseen: People["see"] = () => Promise.resolve();
const CLEAN = { found: [], isShown: true };

inOrder("main's memory (needs root and the Electron runtime)", withoutRuntime, () => {
  test("has no private key while an officer's key is checked, and signs", async () => {
    const activation = await rehearsedActivation();
    const home = await homeWith(activation);
    const open = await atHome(home);
    const memory = await MainMemory.of(home, open, PASSPHRASES);
    const holder = new Holder(open, memory.watching(unseen), bagsOf(activation));
    await holder.openPart(2, "part-open");
    await holder.readSeals("Compare the seals", "part-seals");
    await holder.notHere();
    await holder.choose("The key is checked too");
    await holder.press("The bag is open");
    await holder.confirm();
    await holder.secret("Officer 2, open it");
    await holder.see("key-checked");
    await holder.confirm();
    await holder.bag("part-rebagged");
    await holder.secret("Sign the record");
    await holder.end("part-end-signed");
    expect(memory.verdict).toEqual(CLEAN);
  });

  test("has no private key in a recovery", async () => {
    const home = await homeWith(await rehearsedActivation());
    const open = await atHome(home);
    const memory = await MainMemory.of(home, open, PASSPHRASES);
    const see = memory.watching(unseen);
    await keys.press(open.page, /^Recover Two officers/);
    await open.page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    const crowd: People = {
      ...people(keys, see),
      type: (opened, seat, purpose) =>
        typePassphrase(opened, keys, see, purpose, PASSPHRASES[seat - 1] ?? ""),
    };
    await playUntil(open, crowd, () => false);
    expect(memory.verdict).toEqual(CLEAN);
  });
});
