// PEM: what is written is read back; anything between, before or after is refused by its line.
import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8 } from "./index.ts";
import { readPem, writePem } from "./pem.ts";

const der = fc.uint8Array({ minLength: 1, maxLength: 400 });
const label = fc.constantFrom("CERTIFICATE", "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "PKCS7");
const blocks = fc.array(fc.tuple(label, der), { minLength: 1, maxLength: 4 });
const written = (list: readonly (readonly [string, Uint8Array])[]) =>
  list.map(([name, bytes]) => writePem(name, bytes)).join("");

test("blocks read back as themselves, with either line end, and none at the very end", () => {
  fc.assert(
    fc.property(blocks, fc.boolean(), fc.boolean(), (list, crlf, bare) => {
      const text = list.map(([name, bytes]) => writePem(name, bytes)).join("\n");
      const ended = bare ? text.trimEnd() : text;
      const read = readPem(utf8(crlf ? ended.replaceAll("\n", "\r\n") : ended));
      const wanted = list.map(([name, bytes]) => ({ label: name, der: bytes, headers: false }));
      expect(read).toEqual(wanted);
    }),
  );
});

test("a line inserted anywhere is refused by its number", () => {
  const junk = fc.constantFrom("# a comment", "Subject: CN=a", " ", "x", "=", "-----", "AAAA*");
  fc.assert(
    fc.property(blocks, junk, fc.nat(), (list, line, at) => {
      const lines = written(list).trimEnd().split("\n");
      const place = at % (lines.length + 1);
      const read = readPem(utf8(lines.toSpliced(place, 0, line).join("\n")));
      expect(typeof read).toBe("number");
    }),
  );
});

test("cut before its last line it is refused", () => {
  fc.assert(
    fc.property(label, der, fc.nat(), (name, bytes, at) => {
      const text = writePem(name, bytes);
      const cut = text.slice(0, at % (text.length - 1));
      expect(typeof readPem(utf8(cut))).toBe("number");
    }),
  );
});

test("a block without an end is refused at its last line, and an empty text at the first", () => {
  expect(readPem(utf8("-----BEGIN CERTIFICATE-----\nAAAA\nAAAA"))).toBe(3);
  expect(
    readPem(utf8("-----BEGIN CERTIFICATE-----\nAAAA\nA*AA\nAAAA\n-----END CERTIFICATE-----")),
  ).toBe(3);
  expect(readPem(utf8(""))).toBe(1);
  expect(readPem(Uint8Array.of(0xff))).toBe(1);
  expect(readPem(utf8("\n".repeat(3000)))).toBe(2001);
});
