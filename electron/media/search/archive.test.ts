// Archives are recognised by their bytes, and a medium with one is refused as not searched.
import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { random, sha256Hex } from "../../../crypto/index.ts";
import { archiveAt } from "./archive.ts";
import { checkNoSecrets, findSecrets, prepareMedium, type Medium } from "../media.ts";

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

/** By bzip2 1.0.8, of nothing and of a sentence. */
const BZIP2 = [
  "425a683917724538509000000000",
  "425a68393141592653590cc026f300000213804000040033648c2020002208f48da68201a009917c0df2902576b3345dc914e1424033009bcc",
];
/** By ncompress 5.0, of a sentence. */
const COMPRESSED =
  "1f9d9054d0940121260f9d327340bc3103220c083369d80ca483260c1d101407c291f3e68c9c306d408c79d36623c284"
  + "1513c20933664d19322c1aba21036265cb970dcf8449e34607418308153274085122c68a17d35cb4e9920c";

const ARCHIVES: readonly (readonly [kind: string, bytes: () => Uint8Array])[] = [
  ["zip", () => hex("504b0304")],
  ["7z", () => hex("377abcaf271c0004")],
  ["rar", () => hex("526172211a070100")],
  ["gzip", () => gzipSync("text")],
  ["xz", () => hex("fd377a585a00")],
  ["tar", tar],
  ["iso", iso],
  ...BZIP2.map((bytes) => ["bzip2", () => Buffer.from(bytes, "hex")] as const),
  ["compress", () => Buffer.from(COMPRESSED, "hex")],
];

describe("an answer of the HSM that looks like one", () => {
  const put = (name: string, bytes: Uint8Array): void =>
    writeFileSync(join(medium.folder, name), bytes);
  const pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n";

  it("is unpacked and searched by its name where it is gzip, also a part of one", () => {
    const whole = gzipSync(JSON.stringify({ value: "a domain".repeat(3000) }));
    put("Contoso-HSM-SD.received", whole);
    put("Contoso-HSM-SD.received.partial-2", whole.subarray(0, whole.length - 20));
    expect(codeOf(() => checkNoSecrets(medium))).toBe("nothing thrown");
    put("Contoso-HSM-SD.received.partial", gzipSync(pem));
    expect(findSecrets(medium)).toEqual(["Contoso-HSM-SD.received.partial"]);
  });

  it("is never to be removed: another kind says to keep it, and how to continue", () => {
    put("Contoso-HSM-SD.received", hex("504b030414000000080000"));
    expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-ANSWER");
    put("other", hex("504b0304"));
    expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-ARCHIVE");
  });

  it("passes if this station kept it, whatever it contains; its neighbour does not", () => {
    const answers = [hex("504b0304"), new TextEncoder().encode(`<html>${pem}</html>`)];
    answers.forEach((bytes, i) => put(`Contoso-HSM-SD.received.partial-${i + 2}`, bytes));
    const hints = { certificates: [], answers: answers.map((bytes) => sha256Hex(bytes)) };
    expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-SECRET");
    expect(codeOf(() => checkNoSecrets(medium, hints))).toBe("nothing thrown");
    put("note", new TextEncoder().encode(pem));
    expect(findSecrets(medium, hints)).toEqual(["note"]);
  });

  it("contains no officer's own key, which is found whatever an answer is said to be", () => {
    const vectors = new URL("../../../crypto/vectors/independent/2of3-rsa2048/", import.meta.url);
    const key = readFileSync(new URL("cert_0.key", vectors), "utf8");
    const inJson = new TextEncoder().encode(JSON.stringify({ value: key }));
    const others = new TextEncoder().encode(pem);
    const answers = [inJson, gzipSync(inJson), others];
    answers.forEach((bytes, i) => put(`Contoso-HSM-SD.received.partial-${i + 2}`, bytes));
    const certificates = [readFileSync(new URL("cert_0.cer", vectors), "utf8")];
    const hints = { certificates, answers: answers.map((bytes) => sha256Hex(bytes)) };
    const found = [2, 3].map((i) => `Contoso-HSM-SD.received.partial-${i}`);
    expect(findSecrets(medium, hints)).toEqual(found);
    expect(codeOf(() => checkNoSecrets(medium, hints))).toBe("E-MEDIA-SECRET");
  });
});

describe("B167 an archive", () => {
  it.each([
    ["lzma", Buffer.concat([Buffer.from("5d00008000ffffffffffffffff00", "hex"), random(90)])],
    ["openssl enc", Buffer.concat([Buffer.from("Salted__"), random(90)])],
    ["luks", Buffer.concat([Buffer.from("LUKS\u00ba\u00be", "latin1"), random(90)])],
    ["encrypted PDF", Buffer.from("%PDF-1.7\n1 0 obj\ntrailer << /Encrypt 5 0 R >>\n")],
  ] as const)("%s is refused, and in base64 too", (kind, bytes) => {
    expect(archiveAt(bytes)).toBe(kind);
    for (const content of [bytes, bytes.toString("base64")]) {
      writeFileSync(join(medium.folder, "minutes.pdf"), content);
      expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-ARCHIVE");
    }
  });

  it("is refused if another file is before it", () => {
    const jpeg = Buffer.concat([Buffer.from("ffd8ffe0", "hex"), random(700)]);
    for (const archive of [
      hex("fd377a585a00"),
      hex("504b030414000000080000".padEnd(52, "0") + "03000000"),
    ]) {
      writeFileSync(join(medium.folder, "photo.jpg"), Buffer.concat([jpeg, archive]));
      expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-ARCHIVE");
    }
  });

  it.each(ARCHIVES)(
    "%s is recognised by its bytes and refused by its kind, not searched",
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

  it("is not what begins like one by chance: two or three bytes", () => {
    for (const sign of ["1f9d", "1f9d90", "425a68", "425a6839"])
      for (let i = 0; i < 1000; i++)
        expect(archiveAt(Buffer.concat([Buffer.from(sign, "hex"), random(300)]))).toBeNull();
  });

  it("is reported after a secret in the clear, and nothing else is one", () => {
    writeFileSync(join(medium.folder, "a.zip"), hex("504b0304"));
    writeFileSync(join(medium.folder, "b"), "-----BEGIN PRIVATE KEY-----");
    expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-SECRET");
    for (const text of ["", "PK", "%PDF-1.7", "{}"])
      expect(archiveAt(new TextEncoder().encode(text))).toBeNull();
  });
});
