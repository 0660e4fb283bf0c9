// The moment of a release, and what a folder becomes by it.
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { momentOf, settle } from "./moment.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "sd-moment-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("is what SOURCE_DATE_EPOCH says, and nothing that is no number", () => {
  expect(momentOf(ROOT, { SOURCE_DATE_EPOCH: "1793577600" })).toBe(1_793_577_600);
  for (const strange of ["", "now", "-1", "1e9", "17935776000"])
    expect(() => momentOf(ROOT, { SOURCE_DATE_EPOCH: strange })).toThrow("no number of seconds");
});

it("is never before what an archive can say, nor that of a repository around ours", () => {
  expect(momentOf(ROOT, { SOURCE_DATE_EPOCH: "0" })).toBe(315_532_800);
  expect(momentOf(folder, {})).toBe(315_532_800);
});

it("settles all files, whatever umask and hour they come from", () => {
  mkdirSync(join(folder, "in"), { mode: 0o700 });
  writeFileSync(join(folder, "in", "program"), "", { mode: 0o700 });
  writeFileSync(join(folder, "in", "text"), "", { mode: 0o600 });
  chmodSync(join(folder, "in", "program"), 0o4700);
  symlinkSync("nowhere", join(folder, "in", "link"));
  settle(folder, 1_793_577_600);
  const stated = (name: string): readonly [string, number] => {
    const { mode, mtimeMs } = statSync(join(folder, name));
    return [(mode & 0o7777).toString(8), mtimeMs / 1000];
  };
  expect(stated("in")).toEqual(["755", 1_793_577_600]);
  expect(stated("in/program")).toEqual(["4755", 1_793_577_600]);
  expect(stated("in/text")).toEqual(["644", 1_793_577_600]);
});

it("takes a file out of the hands of who has it under another name, and leaves that one alone", () => {
  const [theirs, packed] = [join(folder, "theirs"), join(folder, "packed")];
  writeFileSync(theirs, "bytes", { mode: 0o600 });
  mkdirSync(packed);
  linkSync(theirs, join(packed, "library"));
  settle(packed, 1_793_577_600);
  expect(readdirSync(packed)).toEqual(["library"]);
  expect(readFileSync(join(packed, "library"), "utf8")).toBe("bytes");
  expect(statSync(join(packed, "library")).nlink).toBe(1);
  expect(statSync(theirs).mode & 0o777).toBe(0o600);
});
