// The picture of a simulated bag is a PNG that others can read, and never the same twice.
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { pictureOf } from "./picture.ts";

test("the picture of a bag is a valid PNG, and a new one each time", () => {
  const bytes = Buffer.from(pictureOf("R864002", 0));
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\u0089PNG\r\n\u001a\n");
  const at = bytes.indexOf("IDAT");
  const size = bytes.readUInt32BE(at - 4);
  const pixels = inflateSync(bytes.subarray(at + 4, at + 4 + size));
  expect(pixels.length).toBe((bytes.readUInt32BE(16) + 1) * bytes.readUInt32BE(20));
  expect(pictureOf("R864002", 1)).not.toEqual(pictureOf("R864002", 0));
  expect(pictureOf("R864003", 0)).not.toEqual(pictureOf("R864002", 0));
});
