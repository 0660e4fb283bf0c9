// Writing complete files on a real file system.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { equal, sha256Hex } from "../../crypto/index.ts";
import { aMedium, aRoot, bytesOf } from "./media.fixture.ts";
import { readFile, replaceFile, writeFile, type Medium, type Replaceable } from "./media.ts";

let medium: Medium;
let end = (): void => undefined;
beforeEach(() => {
  const made = aRoot();
  ({ end } = made);
  medium = aMedium(made.root);
});
afterEach(() => end());

const at = (name: string): string => join(medium.folder, name);

describe("writing a file", () => {
  it("gives its name, size and SHA-256, and leaves nothing else", () => {
    const bytes = bytesOf("the certificate");
    expect(writeFile(medium, "cert_0.cer", bytes)).toEqual({
      name: "cert_0.cer",
      size: 15,
      sha256: sha256Hex(bytes),
    });
    expect(readFileSync(at("cert_0.cer"), "utf8")).toBe("the certificate");
    expect(readdirSync(medium.folder).sort()).toEqual(["cert_0.cer", "medium.json"]);
  });

  it("keeps every byte of every length, and `readFile` gives them back", () => {
    let n = 0;
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 9000 }), (bytes) => {
        const name = `f-${n++}`;
        writeFile(medium, name, bytes);
        expect(readFile(medium, name, 9000)).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  it("reads files back that are longer than one read, to the byte", () => {
    for (const length of [1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024 - 1]) {
      const bytes = new Uint8Array(length).map((_, i) => i % 251);
      expect(writeFile(medium, `f-${length}`, bytes).sha256).toBe(sha256Hex(bytes));
      expect(equal(readFile(medium, `f-${length}`, length), bytes)).toBe(true);
    }
  });

  it("never overwrites, and leaves the existing file as it is", () => {
    writeFile(medium, "a.txt", bytesOf("first"));
    expect(codeOf(() => writeFile(medium, "a.txt", bytesOf("second")))).toBe("E-MEDIA-EXISTS");
    expect(readFileSync(at("a.txt"), "utf8")).toBe("first");
    expect(existsSync(at("a.txt.part"))).toBe(false);
  });

  it("refuses a name that differs from another in capitals only", () => {
    writeFile(medium, "a.txt", bytesOf("first"));
    expect(codeOf(() => writeFile(medium, "A.txt", bytesOf("second")))).toBe("E-MEDIA-NAMECLASH");
  });

  it("takes the place of an empty file and of a half one that a crash left", () => {
    writeFileSync(at("a.txt"), "");
    writeFileSync(at("a.txt.part"), "hal");
    writeFile(medium, "a.txt", bytesOf("whole"));
    expect(readFileSync(at("a.txt"), "utf8")).toBe("whole");
    expect(existsSync(at("a.txt.part"))).toBe(false);
  });

  it("writes through no link, neither at the name nor beside it", () => {
    const victim = join(medium.folder, "..", "victim");
    writeFileSync(victim, "mine");
    symlinkSync(victim, at("a.txt"));
    expect(codeOf(() => writeFile(medium, "a.txt", bytesOf("x")))).toBe("E-MEDIA-KIND");
    symlinkSync(victim, at("b.txt.part"));
    writeFile(medium, "b.txt", bytesOf("y"));
    symlinkSync(join(medium.folder, "..", "not-there"), at("c.txt"));
    expect(codeOf(() => writeFile(medium, "c.txt", bytesOf("x")))).toBe("E-MEDIA-KIND");
    expect(readFileSync(victim, "utf8")).toBe("mine");
    expect(existsSync(join(medium.folder, "..", "not-there"))).toBe(false);
  });

  it("refuses if there is a folder, at the name or beside it", () => {
    mkdirSync(at("a.txt"));
    expect(codeOf(() => writeFile(medium, "a.txt", bytesOf("x")))).toBe("E-MEDIA-KIND");
    mkdirSync(at("b.txt.part"));
    expect(codeOf(() => writeFile(medium, "b.txt", bytesOf("x")))).toBe("E-MEDIA-KIND");
  });

  it("refuses nothing as content, the marker's name, and endings that mean unfinished", () => {
    expect(codeOf(() => writeFile(medium, "a.txt", new Uint8Array()))).toBe("E-MEDIA-EMPTY");
    for (const name of ["medium.json", "a.part", "a.partial", "../a", "con"]) {
      expect(codeOf(() => writeFile(medium, name, bytesOf("x")))).toBe("E-MEDIA-NAME");
    }
    expect(readdirSync(medium.folder)).toEqual(["medium.json"]);
  });

  it("says that the medium is gone when its folder is", () => {
    rmSync(medium.folder, { recursive: true });
    expect(codeOf(() => writeFile(medium, "a.txt", bytesOf("x")))).toBe("E-MEDIA-GONE");
    expect(existsSync(medium.folder)).toBe(false);
  });

  it("can be read by its owner alone if the file system knows owners", () => {
    writeFile(medium, "a.txt", bytesOf("x"));
    expect(statSync(at("a.txt")).mode & 0o777).toBe(0o600);
  });
});

describe("replacing the manifest or the travelling record", () => {
  it("puts the new one in the place of the old one", () => {
    replaceFile(medium, "record.jsonl", bytesOf("1\n"));
    const bytes = bytesOf("1\n2\n");
    expect(replaceFile(medium, "record.jsonl", bytes)).toEqual({
      name: "record.jsonl",
      size: 4,
      sha256: sha256Hex(bytes),
    });
    expect(readFileSync(at("record.jsonl"), "utf8")).toBe("1\n2\n");
    expect(existsSync(at("record.jsonl.part"))).toBe(false);
  });

  it("is for these two only, whatever the types say", () => {
    writeFile(medium, "cert_0.cer", bytesOf("x"));
    const name = "cert_0.cer" as Replaceable;
    expect(codeOf(() => replaceFile(medium, name, bytesOf("y")))).toBe("E-MEDIA-NAME");
    expect(readFileSync(at("cert_0.cer"), "utf8")).toBe("x");
  });

  it("replaces no link and no folder", () => {
    symlinkSync(at("medium.json"), at("record.jsonl"));
    expect(codeOf(() => replaceFile(medium, "record.jsonl", bytesOf("y")))).toBe("E-MEDIA-KIND");
    mkdirSync(at("manifest.json"));
    expect(codeOf(() => replaceFile(medium, "manifest.json", bytesOf("y")))).toBe("E-MEDIA-KIND");
    expect(readdirSync(medium.folder).some((name) => name.endsWith(".part"))).toBe(false);
  });
});
