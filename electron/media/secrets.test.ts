// The search for private keys on a medium that goes to the connected station (B089).
import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { aMedium, aRoot, bytesOf, isRoot } from "./media.fixture.ts";
import { findSecrets, checkNoSecrets, writeFile, type Medium } from "./media.ts";

/** Debian's `nobody`. */
const NOBODY = 65534;

let medium: Medium;
let end = (): void => undefined;
beforeEach(() => {
  const made = aRoot();
  ({ end } = made);
  medium = aMedium(made.root);
});
afterEach(() => end());

const at = (name: string): string => join(medium.folder, name);
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const plain = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
const encrypted = privateKey.export({
  type: "pkcs8",
  format: "pem",
  cipher: "aes-256-cbc",
  passphrase: "correct horse",
}) as string;
const publicPem = publicKey.export({ type: "spki", format: "pem" }) as string;
const traditional = privateKey.export({ type: "pkcs1", format: "pem" }) as string;

describe("a private key", () => {
  it.each([
    ["plain", plain],
    ["encrypted", encrypted],
    ["traditional", traditional],
    ["behind other text", `Bag Attributes\r\n${encrypted}`],
    ["behind a public key", publicPem + plain],
    ["OpenSSH's", "-----BEGIN OPENSSH PRIVATE KEY-----\n"],
    ["OpenPGP's", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n"],
  ])("(%s) stops the ceremony, whatever its file is called", (_, pem) => {
    writeFile(medium, "holiday.jpg", bytesOf(pem));
    expect(findSecrets(medium)).toEqual(["holiday.jpg"]);
    expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-SECRET");
  });

  it("is found as UTF-16, as Windows saves text", () => {
    writeFileSync(at("key.txt"), Buffer.from(`\ufeff${plain}`, "utf16le"));
    expect(findSecrets(medium)).toEqual(["key.txt"]);
  });

  it("is found in folders, in hidden files, and under names that are no text", () => {
    mkdirSync(at("a/b/.c"), { recursive: true });
    writeFileSync(at("a/b/.c/.key"), plain);
    const odd = Buffer.concat([Buffer.from(`${medium.folder}/k`), Buffer.from([0xff, 0x1b])]);
    writeFileSync(odd, plain);
    expect(findSecrets(medium)).toEqual(["a/b/.c/.key", "k??"]);
  });

  it("is found across the border of two reads, at every place", () => {
    for (let before = 1024 * 1024 - 40; before <= 1024 * 1024; before += 8) {
      writeFileSync(at(`f-${before}`), "x".repeat(before) + encrypted);
    }
    expect(findSecrets(medium)).toHaveLength(6);
  });
});

describe("a medium without private keys", () => {
  it("passes with certificates, public keys, and words about keys", () => {
    writeFile(medium, "cert_0.cer", bytesOf("-----BEGIN CERTIFICATE-----\nAAAA\n"));
    writeFile(medium, "public.pem", bytesOf(publicPem));
    writeFile(medium, "note.txt", bytesOf("A PRIVATE KEY must not lie here."));
    expect(findSecrets(medium)).toEqual([]);
    expect(codeOf(() => checkNoSecrets(medium))).toBe("nothing thrown");
  });

  it("is searched without following links or opening pipes", () => {
    writeFileSync(join(medium.folder, "..", "key"), plain);
    symlinkSync(join(medium.folder, "..", "key"), at("link"));
    symlinkSync(medium.folder, at("loop"));
    execFileSync("mkfifo", [at("pipe")]);
    expect(findSecrets(medium)).toEqual([]);
  });
});

describe("a folder that lets nobody in", () => {
  /** Root may read everything, so this is done as nobody, who owns the medium. */
  const asNobody = (work: () => string): string => {
    if (!isRoot) return work();
    for (const path of ["", "medium.json"]) chownSync(at(path), NOBODY, NOBODY);
    chmodSync(join(medium.folder, ".."), 0o755);
    process.seteuid?.(NOBODY);
    try {
      return work();
    } finally {
      process.seteuid?.(0);
    }
  };

  it.each([
    ["lost+found", "nothing thrown"],
    [".Trashes", "nothing thrown"],
    ["private", "E-MEDIA-READONLY"],
    ["a/lost+found", "E-MEDIA-READONLY"],
  ])("%s: %s", (name, code) => {
    mkdirSync(at(name), { recursive: true });
    chmodSync(at(name), 0);
    expect(asNobody(() => codeOf(() => checkNoSecrets(medium)))).toBe(code);
    chmodSync(at(name), 0o700);
  });

  it("and is a system's own is searched as soon as it does", () => {
    mkdirSync(at("lost+found"));
    writeFileSync(at("lost+found/#12"), encrypted);
    expect(findSecrets(medium)).toEqual(["lost?found/?12"]);
  });
});

describe("a medium that cannot be searched to its end", () => {
  it("is refused, not passed: too deep", () => {
    mkdirSync(at("d/d/d/d/d/d/d/d/d"), { recursive: true });
    expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-CROWDED");
  });

  it("is refused, not passed: too much", () => {
    writeFileSync(at("huge"), "");
    truncateSync(at("huge"), 2 ** 40);
    expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-CROWDED");
  });
});
