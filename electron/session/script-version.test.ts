// Which version of a script a ceremony runs: the one that its record names.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { opened } from "../ceremony/record.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { stationFolder, versionIn, type CeremonyFolder } from "./folders.ts";

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

test("a record that came to this station names the version, until it is taken over", () => {
  expect(versionIn(ceremony, today, EARLIER).sha256).toBe(EARLIER);
  begun(today.sha256);
  expect(versionIn(ceremony, today, EARLIER)).toBe(today);
});

test("a record that names a script nobody knows is refused by the rules, as with any other", () => {
  begun("0".repeat(64));
  expect(versionIn(ceremony, today)).toBe(today);
});
