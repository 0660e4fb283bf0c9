// What people chose is kept in small files; a damaged one counts as not chosen.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { keySizeIn, keepKeySize } from "./key-size.ts";
import { sasFileOf } from "./storage-way.ts";

it.each(["", "{", "null", "[]", '{"bits":"2048","sasFile":7}'])(
  "a choice in a file that is %j is none",
  (text) => {
    const folder = mkdtempSync(join(tmpdir(), "choice-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const ceremony = { number: 1, script: "activation", folder };
    keepKeySize(ceremony, 2048);
    expect(keySizeIn(ceremony)).toBe(2048);
    for (const name of ["choices.json", "storage.json"]) writeFileSync(join(folder, name), text);
    expect(keySizeIn(ceremony)).toBe(4096);
    expect(sasFileOf(folder)).toBeUndefined();
  },
);
