// Our SHA-1 is node's.
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import fc from "fast-check";
import { sha1 } from "./sha1.ts";

it("gives the digest that node gives, for every length around the block", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    expect(Buffer.from(sha1(bytes))).toEqual(createHash("sha1").update(bytes).digest());
  }), { numRuns: 500 });
});
