// Code in order is left alone by every rule about single files.
import { expect, test } from "vitest";
import { arrows } from "./arrows.ts";
import { hosts } from "./hosts.ts";
import { leftovers } from "./leftovers.ts";
import { lengths } from "./lengths.ts";
import { names } from "./names.ts";
import { quiet } from "./quiet.ts";
import { words } from "./words.ts";
import { findings } from "../tidy.fixture.ts";

test("code in order is left alone by every rule about single files", () => {
  const text =
    '// Owns a.\nimport { join } from "node:path";\n'
    + 'const MADE = new Map([[1, join("a", "b")]]);\n'
    + "export function now() { return Date.now() + process.pid + MADE.size; }\n";
  for (const rule of [arrows, hosts([]), leftovers, lengths, names, quiet, words]) {
    expect(findings(rule, "electron/media/find.ts", text)).toEqual([]);
  }
});
