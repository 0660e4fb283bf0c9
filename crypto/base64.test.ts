// base64 and base64url are read strictly, and written as every tool writes them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";

const bytes = fc.uint8Array({ maxLength: 300 });

test("what node writes is what we write, and we read it back", () => {
  fc.assert(
    fc.property(bytes, (data) => {
      expect(toBase64(data)).toBe(Buffer.from(data).toString("base64"));
      expect(toBase64Url(data)).toBe(Buffer.from(data).toString("base64url"));
      expect(fromBase64(toBase64(data))).toEqual(data);
      expect(fromBase64Url(toBase64Url(data))).toEqual(data);
    }),
  );
});

test.each([
  ["junk", "QU*JD!!", 2],
  ["the other alphabet", "QU+_", 2],
  ["padding", "QUI=", 3],
  ["trailing bits", "QUJ", 2],
  ["an impossible length", "QUJDR", 5],
  ["a space", "QU JD", 5],
])("base64url with %s is refused at its place", (_, text, at) => {
  expect(fromBase64Url(text)).toBe(at);
});

test("what only node's lenient decoder takes is refused", () => {
  const spoil = fc.constantFrom<(text: string, at: number) => string>(
    (text) => `${text}=`,
    (text) => `${text}\n`,
    (text, at) => put(text, at, "*"),
    (text, at) => put(text, at, " "),
    (text) => text.replace(/[-_]/, (c) => (c === "-" ? "+" : "/")),
    (text, at) => put(text, at, "="),
    (text) => `${text}A`,
    (text) => nextLast(text),
  );
  fc.assert(
    fc.property(bytes, spoil, fc.nat(), (data, change, at) => {
      const good = Buffer.from(data).toString("base64url");
      const text = change(good, at % (good.length + 1));
      const lenient = Buffer.from(text, "base64url");
      const canonical = lenient.toString("base64url") === text;
      expect(typeof fromBase64Url(text) === "number").toBe(!canonical);
    }),
    { numRuns: 3000 },
  );
});

const put = (text: string, at: number, more: string): string =>
  text.slice(0, at) + more + text.slice(at);
/** The last character with its lowest bit flipped: unused bits, where there are any. */
function nextLast(text: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const last = alphabet.indexOf(text.slice(-1));
  return text === "" ? "" : text.slice(0, -1) + alphabet.charAt(last ^ 1);
}

test("each value has only one text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const read = fromBase64Url(text);
      if (typeof read !== "number") expect(toBase64Url(read)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
