// Found and searched to its end, however deep, long or misleading it is.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { hasOwnNumber, lookInto, nothingSpent, spentBefore, type Look } from "./layers.ts";
import { moduliIn } from "./moduli.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const secret = Buffer.from(privateKey.export({ type: "pkcs8", format: "pem" }));
const open = Buffer.from(publicKey.export({ type: "spki", format: "pem" }));

const look = (file: Uint8Array): Look => lookInto(file, [], nothingSpent());

/**
 * Bytes in base64 in JSON, nested; beside each is an escape as languages, addresses and mail write
 * one, as a certificate may have it by chance.
 */
const within = (bytes: Buffer, layers: number): Buffer =>
  layers === 0
    ? bytes
    : within(
        Buffer.from(
          JSON.stringify({ a: String.raw`\x41=41%41&#65;\101=`, b: bytes.toString("base64") }),
        ),
        layers - 1,
      );

describe("what is written in another text, again and again", () => {
  it.each([1, 4, 8, 12])("is found in %i of them, and searched to its end", (layers) => {
    expect(look(within(secret, layers))).toMatchObject({ isSecret: true });
    expect(look(within(open, layers))).toEqual({
      isSecret: false,
      archive: null,
      isSearched: true,
    });
  });

  it("does not count as searched if it was packed deeper than is read", () => {
    let packed: Buffer = open;
    for (let i = 0; i < 70; i++) packed = Buffer.concat([Buffer.from("x"), gzipSync(packed)]);
    expect(look(packed)).toMatchObject({ isSecret: false, isSearched: false });
  });

  it("does not count as searched if it unpacks to more than is read", () => {
    const spent = { ...nothingSpent(), bytes: 511 * 1024 * 1024 };
    const zeros = gzipSync(Buffer.alloc(2 * 1024 * 1024));
    const bomb = Buffer.concat([Buffer.from("x"), zeros]);
    expect(lookInto(bomb, [], spent)).toMatchObject({ isSecret: false, isSearched: false });
  });
});

describe("a file made to take long", () => {
  // Each took minutes, and hours if as large as a file may be.
  it.each([
    ["marks of streams without an end", "stream\n"],
    ["groups as of a dump in one line", "abcd "],
    ["addresses without bytes", "0000abcd: "],
    ["beginnings of base64 in lines", "MIIBabcdefgh\n"],
    ["numbers that unpack to more, again and again", "12,"],
  ])("is searched to its end: %s", (_, part) => {
    expect(look(Buffer.from(part.repeat(100_000)))).toMatchObject({ isSearched: true });
  });
});

describe("a long file", () => {
  // One regular expression failed on each of these.
  it.each([
    ["base64", (bytes: Buffer) => bytes.toString("base64")],
    ["hexadecimal", (bytes: Buffer) => bytes.toString("hex")],
  ])("of one line of %s is read to its last key", (_, write) => {
    const bytes = Buffer.concat([randomBytes(5 * 1024 * 1024), secret]);
    expect(look(Buffer.from(write(bytes)))).toMatchObject({ isSecret: true });
  });
});

describe("what an earlier search found clean", () => {
  const moduli = moduliIn(open);
  const { p = "", n = "" } = privateKey.export({ format: "jwk" });
  const prime = Buffer.from(JSON.stringify({ other: p }));
  const clean = { isSecret: false, archive: null, isSearched: true };
  const search = (file: Uint8Array, known = moduli): Look =>
    lookInto(file, known, spentBefore(known));

  it("is not searched again for the same keys, in whatever order they come", () => {
    const file = Buffer.from(JSON.stringify({ other: n }));
    const others = moduliIn(
      generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({
        type: "spki",
        format: "der",
      }),
    );
    const first = spentBefore([...moduli, ...others]);
    expect(lookInto(file, [...moduli, ...others], first)).toEqual(clean);
    expect(first.layers).toBeGreaterThan(0);
    const second = spentBefore([...others, ...moduli]);
    expect(lookInto(file, [...others, ...moduli], second)).toEqual(clean);
    expect(second.layers).toBe(0);
  });

  it("is searched again once another key is known, and once a byte differs", () => {
    expect(search(prime, [])).toEqual(clean);
    expect(search(prime)).toMatchObject({ isSecret: true });
    expect(search(Buffer.from(JSON.stringify({ other: n })))).toEqual(clean);
    expect(
      search(Buffer.concat([Buffer.from(JSON.stringify({ other: n })), secret])),
    ).toMatchObject({ isSecret: true });
  });

  it("is no answer of the HSM with a number of these keys, which is found each time", () => {
    const { clean: before } = spentBefore(moduli);
    for (let i = 0; i < 2; i++) expect(hasOwnNumber(prime, moduli, before)).toBe(true);
    expect(hasOwnNumber(secret, [], spentBefore([]).clean)).toBe(false);
    // As an answer it was clean, for its form does not count there.
    expect(search(secret, [])).toMatchObject({ isSecret: true });
  });

  it("does not include what was not searched to its end, nor archives", () => {
    let packed: Buffer = open;
    for (let i = 0; i < 70; i++) packed = Buffer.concat([Buffer.from("x"), gzipSync(packed)]);
    for (let i = 0; i < 2; i++) {
      expect(search(packed)).toMatchObject({ isSecret: false, isSearched: false });
      expect(search(gzipSync(open))).toMatchObject({ isSecret: false, archive: "gzip" });
    }
  });
});
