// Words heard: what is still to be heard is never shown, and silence or chance does not pass.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex, random, toWords } from "../../crypto/index.ts";
import { Hearing } from "./hearing.ts";

const DIGEST = "0123456789abcdef".repeat(4);
const wordsOf = (digest: string): readonly string[] => toWords(fromHex(digest)!);
const linesOf = (digest: string) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((n) => wordsOf(digest).slice(n * 4, n * 4 + 4));

describe("a hearing", () => {
  it("shows all words only while they are copied, and never again", () => {
    const hearing = new Hearing("domain", DIGEST, true, random);
    expect(hearing.view).toMatchObject({ phase: "copy", choices: [], heard: false });
    expect(hearing.view.lines).toEqual(linesOf(DIGEST));
    hearing.copied();
    expect(hearing.view).toMatchObject({ phase: "pick", lines: [] });
  });

  it("takes line after line, and is done after the eighth", () => {
    const hearing = new Hearing("domain", DIGEST, false, random);
    for (const [n, line] of linesOf(DIGEST).entries()) {
      expect(hearing.done).toBe(false);
      expect(hearing.hear(line)).toBe(true);
      expect(hearing.view.lines).toEqual(linesOf(DIGEST).slice(0, n + 1));
    }
    expect(hearing.done).toBe(true);
    expect(hearing.words).toBe(wordsOf(DIGEST).join(" "));
    expect(hearing.hear(linesOf(DIGEST)[0]!)).toBe(false);
  });

  it("counts a wrong line, changes nothing, and scrambles again", () => {
    const hearing = new Hearing("certificate", DIGEST, false, random);
    const [first, second] = linesOf(DIGEST);
    expect(hearing.hear(second!)).toBe(false);
    expect(hearing.hear(first!.toReversed())).toBe(false);
    expect(hearing.view).toMatchObject({ lines: [], misses: 2, heard: false });
    expect(hearing.hear(first!)).toBe(true);
    expect(hearing.view.misses).toBe(0);
  });

  it("takes nothing while the words are still shown", () => {
    const hearing = new Hearing("domain", DIGEST, true, random);
    expect(hearing.hear(linesOf(DIGEST)[0]!)).toBe(false);
    expect(hearing.words).toBe("");
  });

  it("offers twelve words among which the line can be picked, whatever the digest", () => {
    const digests = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes) => Buffer.from(bytes).toString("hex"));
    fc.assert(
      fc.property(digests, (digest) => {
        const hearing = new Hearing("domain", digest, false, random);
        for (const line of linesOf(digest)) {
          const left = [...hearing.view.choices];
          expect(left).toHaveLength(12);
          // A word that the line has twice must be there twice.
          for (const word of line) left.splice(left.indexOf(word), left.includes(word) ? 1 : 12);
          expect(left).toHaveLength(8);
          expect(hearing.hear(line)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("starts again where it began", () => {
    const copied = new Hearing("domain", DIGEST, true, random);
    copied.copied();
    copied.hear(linesOf(DIGEST)[0]!);
    copied.again();
    expect(copied.view.phase).toBe("copy");
    const read = new Hearing("domain", DIGEST, false, random);
    read.hear(linesOf(DIGEST)[0]!);
    read.again();
    expect(read.view).toMatchObject({ phase: "pick", lines: [] });
  });
});
