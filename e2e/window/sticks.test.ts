// A rehearsal on real sticks in the real app: put in, prepared, ejected, written, pulled, and
// mistaken for one another, on real file systems.
import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MediaLabel } from "../../electron/bridge/view.ts";
import type { RecordEntry } from "../../electron/ceremony/ceremony.ts";
import { formsOfText } from "../../electron/rehearse/secret-forms.fixture.ts";
import { withoutRoot } from "../runtime.fixture.ts";
import { makeHome, openApp, type OpenApp } from "./app.fixture.ts";
import { crewUpTo } from "./crew.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { look, passphraseOf, passphraseWindow, people, playUntil } from "./people.fixture.ts";
import { EIGHT_LABELS, prepare as prepareOn, rowOf, shows as showsOn } from "./prepare.fixture.ts";
import { expectNoFileHolds, primesOn, recordOf } from "./secrets.fixture.ts";
import { openComputer, type Computer, type Stick } from "./sticks.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const OFFICER_1 = ["cert_0.cer", "cert_0.key", "sign_0.cer", "sign_0.key"];

const findings: Findings = [];
const see = watcher(findings);
const crowd = people(mouse);
let computer: Computer;
let open: OpenApp;
const media = new Map<MediaLabel, Stick>();
const medium = (label: MediaLabel): Stick => media.get(label)!;
/** Another stick with the label of officer 1's own medium. */
let impostor: Stick;

const shows = (stick: Stick, text: string) => showsOn(open.page, stick, text);
const told = () => open.page.getByRole("status");
const prepare = (stick: Stick, label: MediaLabel) =>
  prepareOn(open.page, { hands: mouse, see }, stick, label);

inOrder("real sticks (need root and the Electron runtime)", withoutRoot, () => {
  test.beforeAll(async () => {
    computer = await openComputer();
    open = await openApp(await makeHome(), computer.on);
    await open.page.getByText("real sticks").click();
    await see(open.page, "sticks-home");
    await mouse.press(open.page, "Media");
  });
  test.afterAll(async () => {
    await open.close();
  });

  test("appear by themselves, and nothing is done with one that is not empty", async () => {
    const { page } = open;
    await page.getByText("No stick is inserted. Insert one").waitFor();
    await see(page, "sticks-none");
    const holiday = computer.stick("HOLIDAY");
    holiday.insert();
    writeFileSync(join(holiday.files, "picture.jpg"), "mine");
    await shows(holiday, "can be prepared");
    expect(await told().innerText()).toBe("HOLIDAY was inserted. One stick is inserted.");
    await see(page, "sticks-one");
    await mouse.press(page, /Prepare as.*: HOLIDAY$/);
    await page.getByRole("option").first().click();
    await mouse.press(page, "Prepare it");
    await page.getByText("E-DRIVE-NOT-EMPTY", { exact: true }).waitFor();
    await see(page, "sticks-not-empty");
    await mouse.press(page, "Understood");
    expect(readdirSync(holiday.files).toSorted()).toEqual(["lost+found", "picture.jpg"]);
    holiday.pull();
    await page.getByText("HOLIDAY was taken out. No stick is inserted.").waitFor();
  });

  test("become the eight media of a rehearsal, one after the other", async () => {
    const { page } = open;
    for (const [n, label] of EIGHT_LABELS.entries())
      media.set(label, computer.stick(`KEYS-${String(n + 1)}`));
    for (const stick of media.values()) stick.insert();
    for (const [label, stick] of media) {
      await prepare(stick, label);
      expect(readFileSync(join(stick.files, "medium.json"), "utf8")).toContain(`"${label}"`);
    }
    await see(page, "sticks-eight");
  });

  test("with one label are both reported, and neither is used", async () => {
    const own = medium("officer-1");
    own.pull();
    impostor = computer.stick("OTHER");
    impostor.insert();
    await prepare(impostor, "officer-1");
    own.insert();
    await shows(impostor, "in twice");
    await shows(own, "in twice");
    await see(open.page, "sticks-twice");
    impostor.pull();
    await shows(own, "REHEARSAL");
  });

  test("are ejected if the computer lets its user do that", async () => {
    const { page } = open;
    const stick = computer.stick("LENT", "the user's");
    stick.insert();
    await shows(stick, "can be prepared");
    const held = openSync(join(stick.files, "held"), "w");
    await mouse.press(page, "Eject safely: LENT");
    await page.getByText("E-DRIVE-BUSY", { exact: true }).waitFor();
    await see(page, "sticks-busy");
    closeSync(held);
    await mouse.press(page, "Understood");
    await mouse.press(page, "Eject safely: LENT");
    await page.getByText("LENT is ejected and can be pulled out.").waitFor();
    expect(stick.isMounted()).toBe(false);
    await shows(stick, "Ejected");
    await see(page, "sticks-ejected");
    stick.pull();
    await rowOf(open.page, stick).waitFor({ state: "detached" });
    expect(await told().innerText()).toBe("LENT is ejected and can be pulled out.");
  });

  test("that only root may unmount stay in, and the screen says that they do", async () => {
    const { page } = open;
    const own = medium("officer-1");
    await mouse.press(page, `Eject safely: ${own.name}`);
    await page.getByText("E-DRIVE-EJECT", { exact: true }).waitFor();
    await page.getByText("Do not pull it out.").waitFor();
    await see(page, "sticks-not-ejected");
    await mouse.press(page, "Understood");
    expect(own.isMounted()).toBe(true);
    await shows(own, "REHEARSAL");
  });

  test("that are not in are asked for before an officer is called", async () => {
    const { page } = open;
    await mouse.press(page, "Back to Home");
    await mouse.press(page, /^Activate/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    await page.getByText("2048: quicker").click();
    await playUntil(open, crowd, ({ ceremony }) => ceremony?.step?.id === "make-key-1");
    await mouse.tick(page, "The projector is covered");
    await mouse.tick(page, "No camera sees the keyboard");
    medium("officer-1-backup").pull();
    const press = page.getByRole("button", { name: "Officer 1, make the key" });
    await poll(() => press.getAttribute("aria-disabled")).toBe("true");
    await see(page, "sticks-step-missing");
    medium("officer-1-backup").insert();
    await poll(() => press.getAttribute("aria-disabled")).not.toBe("true");
  });

  test("pulled while the officer types: the step is refused, and nothing is written beneath", async () => {
    const { page } = open;
    await mouse.press(page, "Officer 1, make the key");
    await mouse.press(page, /^I am .*, alone at the screen$/);
    await passphraseWindow(open);
    medium("officer-1").pull();
    await crowd.type(open, 1, "new");
    await page.getByText("E-MEDIA-GONE", { exact: true }).waitFor();
    await see(page, "sticks-pulled");
    expect(readdirSync(medium("officer-1").files)).toEqual([]);
    await mouse.press(page, "Understood");
  });

  test("another with the same label is refused by its identity", async () => {
    const { page } = open;
    impostor.insert();
    await mouse.tick(page, "The projector is covered");
    await mouse.tick(page, "No camera sees the keyboard");
    await mouse.press(page, "Officer 1, make the key");
    await page.getByText("E-MEDIA-OTHER", { exact: true }).waitFor();
    await see(page, "sticks-other");
    await mouse.press(page, "Understood");
    expect(readdirSync(impostor.files).toSorted()).toEqual(["lost+found", "medium.json"]);
    impostor.pull();
  });

  test("the right one in again: keys are on it and on its backup, and nowhere else", async () => {
    medium("officer-1").insert();
    await playUntil(open, crowd, ({ ceremony }) => ceremony?.step?.id === "make-key-2");
    const [own, backup] = [medium("officer-1"), medium("officer-1-backup")];
    for (const stick of [own, backup])
      expect(readdirSync(stick.files).toSorted()).toEqual(
        [...OFFICER_1, "lost+found", "medium.json"].toSorted(),
      );
    const keyFile = readFileSync(join(own.files, "cert_0.key"), "utf8");
    const secrets = {
      ...primesOn(own.files, 1, passphraseOf(1)),
      passphrase: formsOfText(passphraseOf(1)),
      "key file": formsOfText(keyFile.slice(64, 128)),
    };
    expectNoFileHolds(open.home, secrets);
    expect(readdirSync(open.home.media(1))).toEqual([".ceremonies"]);
  });

  test("give back, out of the computer, what the record says of them", async () => {
    const made = entries().find(({ type }) => type === "key-made")!;
    const { files } = made.data as { readonly files: readonly Named[] };
    expect(files.map(({ label, name }) => `${label}/${name}`).toSorted()).toEqual(
      ["officer-1-backup", "officer-1"].flatMap((label) =>
        OFFICER_1.map((name) => `${label}/${name}`),
      ),
    );
    for (const stick of media.values()) stick.pull();
    for (const { label, name, sha256 } of files) {
      const hash = () => createHash("sha256").update(medium(label).read(name)).digest("hex");
      // A stick that is checked while it is pulled is let go of a moment later.
      await poll(hash).toBe(sha256);
    }
    for (const stick of media.values()) stick.insert();
  });

  test("whose files are known are told from another before anything is pressed", async () => {
    const { page } = open;
    await crewUpTo(open, crowd, "export-certificates", [1]);
    medium("officer-1").pull();
    impostor.insert();
    await page.getByText("another medium", { exact: true }).waitFor();
    await see(page, "sticks-step-wrong");
    impostor.pull();
    medium("officer-1").insert();
    await playUntil(
      open,
      crowd,
      ({ ceremony }) => ceremony?.step?.action.kind !== "export-certificates",
    );
    expect((await look(open)).mediaPlace).toBe("drives");
    expect(readdirSync(medium("transfer").files)).toContain("cert_0.cer");
  });

  test("none of these screens has a finding of axe", () => {
    expect(findings).toEqual([]);
  });
});

interface Named {
  readonly label: MediaLabel;
  readonly name: string;
  readonly sha256: string;
}

const entries = (): readonly RecordEntry[] =>
  recordOf(open.home)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as RecordEntry);
