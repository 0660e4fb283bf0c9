// What waits beside a record: our own bytes, which a disk may have damaged.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { addNote, forgetNotes, readNotes } from "./journal.ts";
import { temporaryFolder } from "./record.fixture.ts";

it("is read again in its order, and forgotten", () => {
  const folder = temporaryFolder();
  addNote(folder, { n: 1 });
  addNote(folder, { n: 2 });
  expect(readNotes(folder)).toEqual([{ n: 1 }, { n: 2 }]);
  forgetNotes(folder);
  expect(readNotes(folder)).toEqual([]);
});

it.each(["", "[{", "{}", "null", '["\\ud800"]', "[1.5]"])(
  "is refused by a code if it is damaged (%j), and is not changed",
  (text) => {
    const folder = temporaryFolder();
    const file = join(folder, "notes.json");
    writeFileSync(file, text);
    for (const use of [readNotes, forgetNotes, (at: string) => addNote(at, {})])
      expect(codeOf(() => use(folder))).toBe("E-LOG-NOTES");
    expect(readFileSync(file, "utf8")).toBe(text);
  },
);
