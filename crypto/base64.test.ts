// base64 and base64url are read strictly, and written as everybody does.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";

const bytes = fc.uint8Array({ maxLength: 300 });

test("what node writes is what we write, and we read it back", () => {
  fc.assert(fc.property(bytes, (data) => {
    expect(toBase64(data)).toBe(Buffer.from(data).toString("base64"));
    expect(toBase64Url(data)).toBe(Buffer.from(data).toString("base64url"));
    expect(fromBase64(toBase64(data))).toEqual(data);
    expect(fromBase64Url(toBase64Url(data))).toEqual(data);
  }));
});

test.each([
  ["junk", "QU*JD!!", 2], ["the other alphabet", "QU+_", 2], ["padding", "QUI=", 3],
  ["trailing bits", "QUJ", 2], ["an impossible length", "QUJDR", 5], ["a space", "QU JD", 5],
])("base64url with %s is refused at its place", (_, text, at) => {
  expect(fromBase64Url(text)).toBe(at);
});

test("only one text stands for one value", () => {
  fc.assert(fc.property(fc.string({ maxLength: 12 }), (text) => {
    const read = fromBase64Url(text);
    if (typeof read !== "number") expect(toBase64Url(read)).toBe(text);
  }), { numRuns: 2000 });
});
