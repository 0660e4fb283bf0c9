// Which version of a script a ceremony runs: the one that its record names.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { opened } from "../ceremony/record.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { scriptNamed, stationFolder, versionIn, type CeremonyFolder } from "./folders.ts";
import { keepScript } from "./script-kept.ts";

/** The hand-off as it was before its words changed. */
const EARLIER = "f5759d8b39c0bee411377bc695d52640f1a495d32a580e45d7697d182177666b";

const text = BUILT_IN.get("hand-off") ?? "";
const today = readScript(text, sha256Hex(utf8(text)));
let ceremony: CeremonyFolder = { number: 1, script: "hand-off", folder: "" };

beforeEach(() => {
  ceremony = { ...ceremony, folder: mkdtempSync(join(tmpdir(), "version-")) };
});
afterEach(() => {
  rmSync(ceremony.folder, { recursive: true });
});

function begun(scriptSha256: string): void {
  const folder = stationFolder(ceremony, "offline");
  const journal = openJournal({ folder, station: "offline", clock: () => new Date() });
  journal.append([opened({ script: "hand-off", scriptSha256 })]);
  journal.close();
}

test("a new ceremony runs today's script", () => {
  expect(versionIn(ceremony, today)).toBe(today);
});

test("an unfinished ceremony runs the version that it was begun with", () => {
  begun(EARLIER);
  expect(versionIn(ceremony, today)).toMatchObject({ name: "hand-off", sha256: EARLIER });
});

/** As another version of the app has it: one sentence is another, and with it the SHA-256. */
const elsewhere = (change = (yaml: string) => `${yaml}\n# As it was in another version.\n`) => {
  const other = change(text);
  return { ...today, text: other, sha256: sha256Hex(utf8(other)) };
};

test("one that this app does not have is the one that is kept beside the record", () => {
  const other = elsewhere();
  keepScript(ceremony, other, "");
  begun(other.sha256);
  const version = versionIn(ceremony, today);
  expect([version.sha256, version.text]).toEqual([other.sha256, other.text]);
  // Opened by the other version, or by this one, it stays.
  keepScript(ceremony, today, scriptNamed(ceremony));
  expect(versionIn(ceremony, today).sha256).toBe(other.sha256);
  // Somebody's own script file is the only version of itself.
  const own = { ...today, text: `${text}\n# My own.\n`, sha256: "1".repeat(64) };
  expect(versionIn(ceremony, own)).toBe(own);
});

test.each([
  ["another byte", (yaml: string) => yaml, "x"],
  [
    "a kind of step that this app does not have",
    (yaml: string) => yaml.replace("do: open", "do: opened"),
    "",
  ],
  [
    "another ceremony's name",
    (yaml: string) => yaml.replace("script: hand-off", "script: adoption"),
    "",
  ],
])("what is kept with %s is not taken for it, and is refused by the rules", (_, change, more) => {
  const other = elsewhere((yaml) => `${change(yaml)}\n# Elsewhere.\n`);
  keepScript(ceremony, { ...other, text: other.text + more }, "");
  begun(other.sha256);
  expect(versionIn(ceremony, today)).toBe(today);
});

test("a record that came to this station names the version, until it is taken over", () => {
  expect(versionIn(ceremony, today, EARLIER).sha256).toBe(EARLIER);
  begun(today.sha256);
  expect(versionIn(ceremony, today, EARLIER)).toBe(today);
});

test("a record that names a script nobody knows is refused by the rules, as with any other", () => {
  begun("0".repeat(64));
  expect(versionIn(ceremony, today)).toBe(today);
});
