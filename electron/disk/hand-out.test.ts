// A file handed out: complete under its name, or not there; existing files stay.
import {
  chmodSync,
  lstatSync,
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
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handBack, handOut } from "./hand-out.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sd-hand-out-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const BYTES = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);

describe("a file that is handed out", () => {
  it("is whole, its owner's alone, and there is nothing beside it", () => {
    const path = join(folder, "paper.pdf");
    expect(handOut(path, BYTES)).toBe(true);
    expect(new Uint8Array(readFileSync(path))).toEqual(BYTES);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["paper.pdf"]);
  });

  it("may have the longest name there is, in whatever letters", () => {
    for (const name of ["\u9375".repeat(85), "\u{1f5dd}".repeat(63), "n".repeat(255)]) {
      expect(handOut(join(folder, name), BYTES)).toBe(true);
      expect(readdirSync(folder)).toEqual([name]);
      rmSync(join(folder, name));
    }
  });

  it("takes no existing name: of a file, a folder, or a link to nothing", () => {
    writeFileSync(join(folder, "file"), "mine");
    mkdirSync(join(folder, "folder"));
    symlinkSync(join(folder, "nothing"), join(folder, "link"));
    for (const name of ["file", "folder", "link"])
      expect(handOut(join(folder, name), BYTES)).toBe(false);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("mine");
    expect(readdirSync(folder).sort()).toEqual(["file", "folder", "link"]);
  });

  it("is not written if there is no folder, with the system's own error", () => {
    expect(() => handOut(join(folder, "none", "paper.pdf"), BYTES)).toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a file that is handed back", () => {
  const path = (name = "plan.yaml") => join(folder, name);
  const wasRead = (there: string) => readFileSync(there, "utf8") === "as read";

  it("replaces the one that was read, with its permissions, and there is nothing beside it", () => {
    writeFileSync(path(), "as read");
    chmodSync(path(), 0o640);
    expect(handBack(path(), BYTES, wasRead)).toBe(true);
    expect(new Uint8Array(readFileSync(path()))).toEqual(BYTES);
    expect(statSync(path()).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(["plan.yaml"]);
  });

  it("leaves one that is another by then, and nothing beside it", () => {
    writeFileSync(path(), "as someone else left it");
    expect(handBack(path(), BYTES, wasRead)).toBe(false);
    expect(readFileSync(path(), "utf8")).toBe("as someone else left it");
    expect(readdirSync(folder)).toEqual(["plan.yaml"]);
    rmSync(path());
    expect(() => handBack(path(), BYTES, wasRead)).toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is the one that a link leads to: the link stays", () => {
    writeFileSync(path(), "as read");
    symlinkSync(path(), path("link.yaml"));
    expect(handBack(path("link.yaml"), BYTES, wasRead)).toBe(true);
    expect(new Uint8Array(readFileSync(path()))).toEqual(BYTES);
    expect(lstatSync(path("link.yaml")).isSymbolicLink()).toBe(true);
  });
});
