// The inner form of entries: FORMAT.md's example, both directions, and every altered byte.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../crypto/index.ts";
import { bodyBytes, ENTRIES, holds, readEntryForm, writeEntryForm } from "./entry-form.ts";

const key = Uint8Array.from({ length: 32 }, (_, i) => i);
const domainId = fromHex("00112233445566778899aabbccddeeff")!;
const form = { tag: "base_enclave_backup", domainId, body: Uint8Array.of(1, 2, 3, 4) };

describe("an entry", () => {
  it("is written as FORMAT.md shows", () => {
    const text = readFileSync(new URL("FORMAT.md", import.meta.url), "utf8");
    const lines = text.split("```")[1]!.trim().split("\n");
    const example = lines.map((line) => line.split(" ")[0]).join("");
    expect(toHex(writeEntryForm(form, key))).toBe(example);
  });

  it("fills its ciphertext to the length of a real one", () => {
    for (const { tag, ciphertextBytes } of ENTRIES) {
      const body = new Uint8Array(bodyBytes(ciphertextBytes));
      const { length } = writeEntryForm({ tag, domainId, body }, key);
      expect(length + 16 - (length % 16)).toBe(ciphertextBytes);
    }
  });

  it("reads back as it was written, and its check value is right only under its own key", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z_]{1,32}$/),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.uint8Array({ maxLength: 100 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (tag, id, body, other) => {
          const read = readEntryForm(writeEntryForm({ tag, domainId: id, body }, key));
          expect([read?.tag, read?.domainId, read?.body]).toEqual([tag, id, body]);
          expect(holds(read!, key)).toBe(true);
          expect(holds(read!, other)).toBe(toHex(other) === toHex(key));
        },
      ),
    );
  });

  it("does not survive the change of a single bit, one byte less or one more", () => {
    const whole = writeEntryForm(form, key);
    const sound = (bytes: Uint8Array) => {
      const read = readEntryForm(bytes);
      return read !== null && holds(read, key);
    };
    expect(sound(whole)).toBe(true);
    for (let i = 0; i < whole.length * 8; i++) {
      const altered = whole.slice();
      altered[i >> 3]! ^= 1 << (i & 7);
      expect([i, sound(altered)]).toEqual([i, false]);
    }
    for (let length = 0; length < whole.length; length++)
      expect(sound(whole.subarray(0, length))).toBe(false);
    expect(sound(Uint8Array.of(...whole, 0))).toBe(false);
  });
});
