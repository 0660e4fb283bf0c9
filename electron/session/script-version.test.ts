// Which version of a script a ceremony runs: the one that its record names.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { random, sha256Hex, utf8 } from "../../crypto/index.ts";
import { naming, opened } from "../ceremony/record.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { folderMedia, prepareMedium, type MediaSource } from "../media/media.ts";
import { scriptNamed, stationFolder, versionIn, type CeremonyFolder } from "./folders.ts";
import { keepScript, scriptsKept, strangeScripts } from "./script-kept.ts";

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
  // A custom script file is the only version of itself.
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
])("what is kept with %s does not count as it, and is refused by the rules", (_, change, more) => {
  const other = elsewhere((yaml) => `${change(yaml)}\n# Elsewhere.\n`);
  keepScript(ceremony, { ...other, text: other.text + more }, "");
  begun(other.sha256);
  expect(versionIn(ceremony, today)).toBe(today);
});

describe("one that came on the transfer medium", () => {
  /** A medium with this text as the script that a record names. */
  function brought(text: string, sha256 = sha256Hex(utf8(text))): MediaSource {
    const { folder } = prepareMedium(ceremony.folder, "transfer", "PRODUCTION", random);
    writeFileSync(join(folder, `hand-off-${sha256.slice(0, 8)}.yaml`), text);
    return folderMedia(ceremony.folder);
  }

  test("is used, kept, and used again without the medium", () => {
    const other = elsewhere();
    const media = brought(other.text);
    expect(versionIn(ceremony, today, naming(other.sha256))).toBe(today);
    const version = versionIn(ceremony, today, naming(other.sha256), media);
    expect([version.sha256, version.text]).toEqual([other.sha256, other.text]);
    keepScript(ceremony, version, scriptNamed(ceremony));
    rmSync(join(ceremony.folder, "transfer"), { recursive: true });
    expect(versionIn(ceremony, today, naming(other.sha256), media).sha256).toBe(other.sha256);
  });

  test.each([
    ["has another digest than the record names", (yaml: string) => yaml, "0".repeat(64)],
    [
      "has a kind of step that this app does not have",
      (yaml: string) => yaml.replace("do: open", "do: opened"),
      undefined,
    ],
    [
      "is of another ceremony",
      (yaml: string) => yaml.replace("script: hand-off", "script: adoption"),
      undefined,
    ],
    [
      "could not work in any room",
      (yaml: string) => yaml.replace("confirm: witness", "confirm: administrator"),
      undefined,
    ],
    ["is no text", () => "\ufffd".repeat(9), undefined],
    ["is longer than a script may be", (yaml: string) => yaml + "#".repeat(256 * 1024), undefined],
  ])("is not used if it %s", (_, change, named) => {
    const { text: changed } = elsewhere(change);
    const sha256 = named ?? sha256Hex(utf8(changed));
    expect(versionIn(ceremony, today, naming(sha256), brought(changed, sha256))).toBe(today);
  });

  test("is not used if its bytes are no UTF-8, or no medium is in", () => {
    const bytes = Uint8Array.from([...utf8(text), 0xff]);
    const media = brought("x", sha256Hex(bytes));
    writeFileSync(
      join(ceremony.folder, "transfer", `hand-off-${sha256Hex(bytes).slice(0, 8)}.yaml`),
      bytes,
    );
    expect(versionIn(ceremony, today, naming(sha256Hex(bytes)), media)).toBe(today);
    rmSync(join(ceremony.folder, "transfer"), { recursive: true });
    expect(versionIn(ceremony, today, naming(sha256Hex(bytes)), media)).toBe(today);
  });
});

test("a record that came to this station names the version, until it is taken over", () => {
  expect(versionIn(ceremony, today, naming(EARLIER)).sha256).toBe(EARLIER);
  begun(today.sha256);
  expect(versionIn(ceremony, today, naming(EARLIER))).toBe(today);
});

test("a record that names a script nobody knows is refused by the rules, as with any other", () => {
  begun("0".repeat(64));
  expect(versionIn(ceremony, today)).toBe(today);
});

test("what continues a ceremony finds its script beside it, by what its record names, and no other", () => {
  const other = elsewhere();
  const all = [{ folder: join(ceremony.folder, "nowhere") }, ceremony];
  keepScript(ceremony, other, "");
  expect(scriptsKept(all)(other.sha256)).toMatchObject({ name: "hand-off", text: other.text });
  expect(scriptsKept(all)(EARLIER)).toBeNull();
  expect(strangeScripts(all)).toEqual([utf8(other.text)]);
  keepScript(ceremony, today, "");
  expect(strangeScripts(all)).toEqual([]);
  keepScript(ceremony, { ...other, text: `${text.replace("do: open", "do: opened")}\n` }, "");
  expect(strangeScripts(all)).toHaveLength(1);
  expect(scriptsKept(all)(sha256Hex(strangeScripts(all)[0]!))).toBeNull();
});
