// The numbers of officers in the file of a security domain, before anything is recorded.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { makeDomain } from "../../crypto/domain.fixture.ts";
import { random } from "../../crypto/index.ts";
import { folderMedia, prepareMedium } from "../media/media.ts";
import { countsFound } from "./domain-search.ts";

const five = makeDomain(5, 3);
const again = makeDomain(5, 3, five.officers).text;

/** What is found on media with these files, by label. */
function found(
  files: Readonly<Record<string, readonly (readonly [name: string, text: string])[]>>,
) {
  const root = mkdtempSync(join(tmpdir(), "search-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [label, each] of Object.entries(files)) {
    const { folder } = prepareMedium(root, label, "REHEARSAL", random);
    for (const [name, text] of each) writeFileSync(join(folder, name), text);
  }
  return countsFound(folderMedia(root));
}

it("are said with the file and its medium, whichever of the two it is on", () => {
  const counts = { officers: 5, quorum: 3 };
  const file = ["exported.json", five.text] as const;
  const one = { ...counts, label: "domain-copy", name: "exported.json" };
  expect(found({ "domain-copy": [file] })).toEqual(one);
  expect(found({ transfer: [], "domain-copy": [file, ["notes.json", "{}"]] })).toEqual(one);
  const both = found({ transfer: [file], "domain-copy": [file] });
  expect(both).toEqual({ ...one, label: "transfer" });
});

it("are not said where no domain is, two are, or one has something new in it", () => {
  expect(found({})).toBeNull();
  expect(found({ transfer: [["SD.json", five.text.slice(0, -1)]] })).toBeNull();
  const two = { transfer: [["a.json", five.text]], "domain-copy": [["b.json", again]] } as const;
  expect(found(two)).toBeNull();
  const more = five.text.replace('"version":2', '"version":2,"more":1');
  expect(found({ transfer: [["SD.json", more]] })).toBeNull();
});
