// A whole activation in earnest, at the real window of two computers: an offline one that has no
// network, a connected one that asks the HSM over TLS, and sticks that go from one to the other.
import { spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MediaLabel, WindowView } from "../../electron/bridge/view.ts";
import type { RecordEntry } from "../../electron/ceremony/ceremony.ts";
import { formsOfText } from "../../electron/rehearse/secret-forms.fixture.ts";
import { ROOT } from "../bundle.fixture.ts";
import { withoutRoot } from "../runtime.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import {
  doStep,
  look,
  passphraseOf,
  people,
  playUntil,
  resume,
  typePassphrase,
  type People,
} from "./people.fixture.ts";
import { EIGHT_LABELS, prepare } from "./prepare.fixture.ts";
import { Station } from "./production.fixture.ts";
import { processesOf } from "./processes.fixture.ts";
import { expectNoFileHolds } from "./secrets.fixture.ts";
import { fileInEarnest, fileOfAnother, NAME, startSite, type Site } from "./site.fixture.ts";
import type { Stick } from "./sticks.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

/** `npm test` ends before the connected station: what follows runs in the long run. */
const isLong = process.env["LONG"] === "1";
const SEATS = [1, 2, 3];
const PEOPLE: Readonly<Record<string, string>> = {
  Administrator: "Meena Pillai",
  Witness: "Joseph Mathew",
  "Officer 1": "Asha Raman",
  "Officer 2": "Vikram Shetty",
  "Officer 3": "Lakshmi Nair",
};
/** What goes with the record. */
const CARRIED: readonly MediaLabel[] = ["transfer", "domain-copy"];

/** Real keys want stronger ones than a rehearsal's. */
const strong = (seat: number): string => `${passphraseOf(seat)} otter Quay 47 marble`;
const crowd: People = {
  ...people(mouse),
  type: (open, seat, purpose) => typePassphrase(open, mouse, crowd.see, purpose, strong(seat)),
};
let offline: Station;
let connected: Station;
let site: Site;
const media = new Map<MediaLabel, Stick>();
const medium = (label: MediaLabel): Stick => media.get(label)!;

const at = (station: Station): Promise<WindowView> => look(station.open);
const reach = (station: Station, step: string): Promise<WindowView> =>
  playUntil(station.open, crowd, ({ ceremony }) => ceremony?.step?.id === step);
const typesAt = async (station: Station): Promise<readonly string[]> =>
  (await at(station)).ceremony!.ledger.map(({ type }) => type);

/** The screen refuses so, and a person has read it. */
async function refused({ open: { page } }: Station, code: string): Promise<void> {
  await page.getByText(code, { exact: true }).waitFor();
  await mouse.press(page, "Understood");
}

/** Both media go to the other computer, as people carry them. */
function carry(to: Station): void {
  for (const label of CARRIED) {
    medium(label).pull();
    medium(label).insert(to.computer);
  }
}

/** A station continues with what it has. */
async function goOn(station: Station): Promise<void> {
  await mouse.press(station.open.page, /^Continue the activation/);
  await resume(station.open, crowd);
  await station.open.page.getByRole("button", { name: "Recess" }).waitFor();
}

/** The app starts as after a start of its computer: what it remembers is of another boot. */
async function startAgain(station: Station): Promise<void> {
  await station.open.close();
  const { folder } = station.home;
  const marks = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "network.json")
    .map(({ parentPath, name }) => join(parentPath, name));
  expect(marks).toHaveLength(1);
  for (const mark of marks) {
    const told = JSON.parse(readFileSync(mark, "utf8")) as { readonly online: boolean };
    expect(told.online).toBe(true);
    writeFileSync(mark, JSON.stringify({ ...told, boot: "another" }));
  }
  await station.start();
}

/** Everything is in order for officer 2, who is called. */
async function callOfficer2(): Promise<void> {
  const { page } = offline.open;
  await mouse.tick(page, "The projector is covered");
  await mouse.tick(page, "No camera sees the keyboard");
  await mouse.press(page, "Officer 2, make the key");
}

/** Whether the step's button can be pressed. */
const canPress = (name: string): Promise<boolean> =>
  offline.open.page
    .getByRole("button", { name })
    .getAttribute("aria-disabled")
    .then((said) => said !== "true");

inOrder("an activation in earnest (needs root and Electron)", withoutRoot, () => {
  test.beforeAll(async () => {
    offline = await Station.set("none");
    connected = await Station.set("the test's");
    site = await startSite(connected.home);
    site.switches.isPending = false;
  });

  test("takes two computers, each of which is told what it is", async () => {
    await offline.become("offline");
    await connected.become("connected");
    const { page } = offline.open;
    expect(await page.title()).toBe("Security domain ceremonies: offline station");
    expect(await at(offline)).toMatchObject({
      mode: "PRODUCTION",
      network: { up: [], wasOnline: "no" },
    });
    // It stays what it was told.
    await offline.open.close();
    await offline.start();
    expect((await at(offline)).stationRole.role).toBe("offline");
  });

  test("has eight media of its own, and none of them is a rehearsal's", async () => {
    const { page } = offline.open;
    await mouse.press(page, "Media");
    for (const [n, label] of EIGHT_LABELS.entries()) {
      const stick = offline.computer.stick(`KEYS-${String(n + 1)}`);
      stick.insert();
      await prepare(page, crowd, stick, label);
      media.set(label, stick);
    }
    await mouse.press(page, "Back to Home");
  });

  test("is opened by people who write who they are, for an HSM that they name", async () => {
    const { page } = offline.open;
    await mouse.press(page, /^Activate/);
    await mouse.write(page, "Name of the HSM", NAME);
    for (const [role, name] of Object.entries(PEOPLE)) await mouse.write(page, role, name);
    await page.getByText("2048", { exact: true }).click();
    await reach(offline, "make-key-1");
    expect((await at(offline)).ceremony).toMatchObject({ hsm: NAME });
  });

  test("takes no rehearsal's stick, and no folder in place of one", async () => {
    const marker = { id: "0".repeat(32), label: "officer-1", mode: "REHEARSAL" };
    // Where the desktop would have mounted it, on the computer's own disk.
    const folder = join(offline.computer.mounts, "FOLDER");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "medium.json"),
      `${JSON.stringify({ ...marker, mode: "PRODUCTION" })}\n`,
    );
    medium("officer-1").pull();
    const strange = offline.computer.stick("STRANGE");
    strange.insert();
    writeFileSync(join(strange.files, "medium.json"), `${JSON.stringify(marker)}\n`);
    // Only a listing shows the stick, and the folder was there by then.
    await poll(() => stateOf("officer-1")).toBe("wrong");
    expect(await canPress("Officer 1, make the key")).toBe(false);
    strange.pull();
    await poll(() => stateOf("officer-1")).toBe("missing");
    expect(await canPress("Officer 1, make the key")).toBe(false);
    medium("officer-1").insert();
    await reach(offline, "make-key-2");
  });

  test("calls nobody to a secret while a cable is in", async () => {
    offline.computer.plugIn();
    await callOfficer2();
    await refused(offline, "E-NET-UP");
    expect((await typesAt(offline)).at(-1)).toBe("refused");
    offline.computer.unplug();
    // What was up counts until the computer is started again, and its card that went as well.
    await startAgain(offline);
    await goOn(offline);
    await reach(offline, "confirm-thumbprint-1");
    expect((await processesOf(offline.open)).filter((name) => /connected|hsm/.test(name))).toEqual(
      [],
    );
  });

  if (isLong) {
    test("hands the record over, and sees that its medium is still in as it left", async () => {
      await playUntil(offline.open, crowd, ({ away }) => away !== null);
      await poll(async () => (await at(offline)).away).toEqual({
        at: "connected",
        medium: "as-it-left",
      });
      await offline.open.page.getByText("as it left here").waitFor();
    });

    test("comes to the connected station, which wants the site file of that HSM", async () => {
      const { page } = connected.open;
      carry(connected);
      await poll(async () => (await at(offline)).away?.medium).toBe("missing");
      // Of a rehearsal's HSM, whose quotes lead to a root of its own.
      await connected.chooseSite(site.file);
      await mouse.press(page, /^Take part in the activation/);
      await refused(connected, "E-POST-ROOT");
      const file = fileInEarnest(site);
      await connected.chooseSite(fileOfAnother({ file }));
      await mouse.press(page, /^Take part in the activation/);
      await page.getByRole("button", { name: "Take the record over" }).waitFor();
      await reach(connected, "read-activation");
      await mouse.press(page, "Ask the HSM");
      await refused(connected, "E-HSM-OTHER");
      expect(site.asked).toEqual([]);
      await connected.open.close();
      await connected.start();
      await connected.chooseSite(file);
      await goOn(connected);
      await reach(connected, "download-domain");
      expect((await at(connected)).signIn).toMatchObject({ kind: "signed-in" });
    });

    test("downloads the domain once, though the app is killed in the middle", async () => {
      const { page } = connected.open;
      await mouse.tick(page, "Administrator and witness: continue");
      site.switches.isWorking = true;
      await mouse.press(page, "Activate the HSM");
      await poll(() => typesAt(connected)).toContain("domain-written");
      await connected.open.kill();
      site.switches.isWorking = false;
      await connected.start();
      await goOn(connected);
      await doStep(connected.open, crowd, await at(connected));
      await reach(connected, "to-offline");
      const types = await typesAt(connected);
      for (const type of ["download-began", "answer-received", "download-ended"])
        expect(types.filter((one) => one === type)).toHaveLength(1);
      expect(site.asked.filter((one) => one === "POST /securitydomain/download")).toHaveLength(1);
      await playUntil(connected.open, crowd, ({ away }) => away !== null);
    });

    test("comes back, is proven by every pair, taken into custody, and signed", async () => {
      carry(offline);
      await offline.open.page.getByRole("button", { name: "Take the record over" }).waitFor();
      const { ceremony } = await playUntil(
        offline.open,
        crowd,
        ({ ceremony: one }) => one === null,
      );
      expect(ceremony).toMatchObject({ closed: true });
      expect(
        (await processesOf(offline.open)).filter((name) => /connected|hsm/.test(name)),
      ).toEqual([]);
    });

    test("leaves a record that others verify, of a ceremony in earnest from its first entry on", () => {
      const folder = join(
        offline.home.folder,
        "data",
        "production",
        "1",
        "records",
        "1-activation",
      );
      const verified = spawnSync(
        process.execPath,
        [join(ROOT, "dist", "sd.cjs"), "verify", folder],
        { encoding: "utf8" },
      );
      expect({ status: verified.status, said: verified.stderr }).toEqual({ status: 0, said: "" });
      const record = readFileSync(join(folder, "record.jsonl"), "utf8");
      const entries = record
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as RecordEntry);
      expect(entries[0]).toMatchObject({ type: "opened", data: { mode: "PRODUCTION", hsm: NAME } });
      expect(entries.map(({ type }) => type)).not.toContain("exception-noted");
      expect(record).not.toContain("REHEARSAL");
    });
  }

  test("leaves media and certificates that no rehearsal takes", async () => {
    await offline.open.close();
    for (const stick of media.values()) stick.pull();
    // What was not yet let go of is not on the stick.
    for (const stick of media.values())
      await poll(() => text(stick.read("medium.json"))).toContain('"label"');
    for (const [label, stick] of media)
      expect(JSON.parse(text(stick.read("medium.json")))).toMatchObject({
        label,
        mode: "PRODUCTION",
      });
    for (const seat of SEATS) {
      const stick = medium(`officer-${String(seat)}` as MediaLabel);
      for (const name of ["cert", "sign"]) {
        const bytes = stick.read(`${name}_${String(seat - 1)}.cer`);
        expect(new X509Certificate(bytes).subject).toContain(`CN=${NAME} officer ${String(seat)}`);
        expect(new X509Certificate(bytes).subject).not.toContain("REHEARSAL");
      }
    }
  });

  test("leaves no secret on either computer", () => {
    const secrets = Object.fromEntries(
      SEATS.map((seat) => [`passphrase ${String(seat)}`, formsOfText(strong(seat))]),
    );
    const used = isLong ? [offline, connected] : [offline];
    for (const { home } of used) expectNoFileHolds(home, secrets);
  });
});

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

/** How the step that is now sees this medium. */
async function stateOf(label: MediaLabel): Promise<string | undefined> {
  return (await at(offline)).media.find((one) => one.label === label)?.state;
}
