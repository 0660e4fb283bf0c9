// A translation is accepted one row at a time, with both texts shown.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { accept } from "./text.mjs";
import { digestOf } from "./text/rows.mjs";

function project(): string {
  const root = mkdtempSync(join(tmpdir(), "text-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const put = (language: string, text: string) => {
    const folder = join(root, "electron", "text", language);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "desk.ts"), text);
  };
  put("en", 'export const DESK = { "is.busy": "A step runs.", left: "{n} left" } as const;\n');
  put(
    "de",
    'export const DESK = { "is.busy": ["00000000", "Es läuft."], left: ["0", "noch {n}"] };\n',
  );
  return root;
}

it("takes the digest of the English of today, and leaves every other row", () => {
  const root = project();
  expect(accept(root, "de", "desk.is.busy")).toEqual({
    english: "A step runs.",
    other: "Es läuft.",
    isNew: true,
  });
  expect(readFileSync(join(root, "electron", "text", "de", "desk.ts"), "utf8")).toBe(
    `export const DESK = { "is.busy": ["${digestOf("A step runs.")}", "Es läuft."], left: ["0", "noch {n}"] };\n`,
  );
  expect(accept(root, "de", "desk.is.busy").isNew).toBe(false);
});

it.each(["desk.none", "desk", "nothing.busy", "desk.*"])("accepts nothing by the name %s", (id) => {
  expect(() => accept(project(), "de", id)).toThrow(`There is no row ${id} in en and de.`);
});
