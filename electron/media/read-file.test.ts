// Reading, listing and removing files on a real file system.
import { execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { aMedium, aRoot, bytesOf, isJudging, isRoot } from "./media.fixture.ts";
import { listFiles, readFile, removeFile, writeFile, type Medium } from "./media.ts";

let medium: Medium;
let end = (): void => undefined;
beforeEach(() => {
  const made = aRoot();
  ({ end } = made);
  medium = aMedium(made.root);
});
afterEach(() => end());

const at = (name: string): string => join(medium.folder, name);
const codeOfReading = (name: string, max = 100): string =>
  codeOf(() => readFile(medium, name, max));

describe("reading a file", () => {
  it("says that it is missing, or without content", () => {
    writeFileSync(at("empty"), "");
    expect(codeOfReading("none")).toBe("E-MEDIA-FILE-MISSING");
    expect(codeOfReading("empty")).toBe("E-MEDIA-FILE-MISSING");
  });

  it("refuses links, folders and pipes, and does not hang on one (B082)", () => {
    writeFileSync(at("file"), "x");
    symlinkSync(at("file"), at("soft"));
    mkdirSync(at("folder"));
    execFileSync("mkfifo", [at("pipe")]);
    for (const name of ["soft", "folder", "pipe"]) expect(codeOfReading(name)).toBe("E-MEDIA-KIND");
  });

  it("refuses a file with two names (B082)", () => {
    writeFileSync(join(medium.folder, "..", "elsewhere"), "x");
    linkSync(join(medium.folder, "..", "elsewhere"), at("hard"));
    expect(codeOfReading("hard")).toBe("E-MEDIA-KIND");
  });

  it.skipIf(!isRoot && !isJudging)("refuses a device (B082; needs root)", () => {
    execFileSync("mknod", [at("device"), "c", "1", "5"]);
    expect(codeOfReading("device")).toBe("E-MEDIA-KIND");
  });

  it("checks the size before it reads", () => {
    writeFileSync(at("huge"), "");
    truncateSync(at("huge"), 2 ** 40);
    expect(codeOfReading("huge")).toBe("E-MEDIA-SIZE");
    writeFileSync(at("just"), "x".repeat(100));
    expect(readFile(medium, "just", 100)).toHaveLength(100);
    writeFileSync(at("over"), "x".repeat(101));
    expect(codeOfReading("over")).toBe("E-MEDIA-SIZE");
  });

  it("finds out that a file grows while it is read (B090)", async () => {
    writeFileSync(at("log"), new Uint8Array(4_000_000));
    const grow =
      "const f=require('fs').openSync(process.argv[1],'a');"
      + "for(;;)require('fs').writeSync(f,'x')";
    const writer = spawn(process.execPath, ["-e", grow, at("log")]);
    const codes: string[] = [];
    while (!codes.includes("E-MEDIA-CHANGING") && codes.length < 1000) {
      codes.push(codeOfReading("log", 2 ** 30));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    writer.kill("SIGKILL");
    expect(codes.at(-1)).toBe("E-MEDIA-CHANGING");
    expect(codes.every((code) => ["E-MEDIA-CHANGING", "nothing thrown"].includes(code))).toBe(true);
  });

  it("refuses a name that leads elsewhere", () => {
    expect(codeOfReading("../victim")).toBe("E-MEDIA-NAME");
    expect(codeOfReading("/etc/passwd")).toBe("E-MEDIA-NAME");
  });
});

describe("listing files", () => {
  it("names complete files only, sorted, and incomplete answers as incomplete", () => {
    writeFile(medium, "b.txt", bytesOf("b"));
    writeFile(medium, "a.txt", bytesOf("a"));
    writeFileSync(at("c.txt.part"), "half");
    writeFileSync(at("d.txt.partial"), "half an answer");
    writeFileSync(at("reserved"), "");
    writeFileSync(at("autorun .inf"), "x");
    mkdirSync(at("folder"));
    symlinkSync(at("a.txt"), at("link"));
    expect(listFiles(medium)).toEqual(["a.txt", "b.txt", "d.txt.partial"]);
  });
});

describe("removing a file", () => {
  it("removes it and nothing else", () => {
    writeFile(medium, "a.txt", bytesOf("a"));
    writeFile(medium, "b.txt", bytesOf("b"));
    removeFile(medium, "a.txt");
    expect(listFiles(medium)).toEqual(["b.txt"]);
  });

  it("refuses the marker, links, folders, and what is not there", () => {
    mkdirSync(at("folder"));
    symlinkSync(at("medium.json"), at("link"));
    const codeOfRemoving = (name: string): string => codeOf(() => removeFile(medium, name));
    expect(codeOfRemoving("medium.json")).toBe("E-MEDIA-NAME");
    expect(codeOfRemoving("link")).toBe("E-MEDIA-KIND");
    expect(codeOfRemoving("folder")).toBe("E-MEDIA-KIND");
    expect(codeOfRemoving("none")).toBe("E-MEDIA-FILE-MISSING");
    expect(readFileSync(at("medium.json"), "utf8")).toContain(medium.id);
  });

  it("leaves a file that is open elsewhere readable there", () => {
    writeFile(medium, "a.txt", bytesOf("a"));
    const open = openSync(at("a.txt"), "r");
    removeFile(medium, "a.txt");
    expect(existsSync(at("a.txt"))).toBe(false);
    expect(readFileSync(open, "utf8")).toBe("a");
    closeSync(open);
  });
});
