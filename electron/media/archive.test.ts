// Archives are told by their bytes, on a medium where they are refused as not searched.
import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { random } from "../../crypto/index.ts";
import { archiveAt } from "./archive.ts";
import { checkNoSecrets, findSecrets, prepareMedium, type Medium } from "./media.ts";

let root = "";
let medium: Medium;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sd-archive-"));
  medium = prepareMedium(root, "transfer", "REHEARSAL", random);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const tar = () => execFileSync("tar", ["-C", root, "-c", "transfer/medium.json"]);
const iso = () => {
  const image = Buffer.alloc(40_000);
  image.write("\u0001CD001", 32_768, "latin1");
  return image;
};
const hex = (text: string) => Buffer.concat([Buffer.from(text, "hex"), Buffer.alloc(100)]);

const ARCHIVES: readonly (readonly [kind: string, bytes: () => Uint8Array])[] = [
  ["zip", () => hex("504b0304")],
  ["7z", () => hex("377abcaf271c0004")],
  ["rar", () => hex("526172211a070100")],
  ["gzip", () => gzipSync("text")],
  ["xz", () => hex("fd377a585a00")],
  ["tar", tar],
  ["iso", iso],
];

describe("B167 an archive", () => {
  it.each(ARCHIVES)(
    "%s is told by its bytes and refused by its kind, not searched",
    (kind, make) => {
      const bytes = make();
      expect(archiveAt(bytes)).toBe(kind);
      writeFileSync(join(medium.folder, "minutes.pdf"), bytes);
      expect(findSecrets(medium)).toEqual([]);
      expect(() => {
        checkNoSecrets(medium);
      }).toThrow(`not searched for private keys: ${kind}.`);
    },
  );

  it("is told after a secret that lies open, and nothing else is one", () => {
    writeFileSync(join(medium.folder, "a.zip"), hex("504b0304"));
    writeFileSync(join(medium.folder, "b"), "-----BEGIN PRIVATE KEY-----");
    expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-SECRET");
    for (const text of ["", "PK", "%PDF-1.7", "{}"])
      expect(archiveAt(new TextEncoder().encode(text))).toBeNull();
  });
});
