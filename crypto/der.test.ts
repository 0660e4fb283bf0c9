// DER: what is written is read back, and has only one encoding.
import fc from "fast-check";
import { expect, test } from "vitest";
import { concat, equal } from "./bytes.ts";
import { oid, parseDer, readDer, writeDer, type Element } from "./der.ts";

/** A tree of DER: octet strings, numbers, identifiers, and sequences of them. */
const leaf = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => writeDer(0x04, bytes)),
  fc.integer({ min: 0, max: 127 }).map((byte) => writeDer(0x02, Uint8Array.of(byte))),
  fc.tuple(fc.nat(2), fc.nat(39), fc.nat(2 ** 28 - 1)).map((arcs) => oid(arcs.join("."))),
  fc.constant(writeDer(0x05)),
);
const { tree } = fc.letrec<{ tree: Uint8Array }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "medium", maxDepth: 8 },
    leaf,
    fc
      .tuple(fc.constantFrom(0x30, 0x31, 0xa0), fc.array(tie("tree"), { maxLength: 4 }))
      .map(([tag, parts]) => writeDer(tag, ...parts)),
  ),
}));

/** The tree written again from what was read. */
const rewritten = ({ tag, content, children }: Element): Uint8Array =>
  children.length > 0 ? writeDer(tag, ...children.map(rewritten)) : writeDer(tag, content);

test("a tree reads back as itself", () => {
  fc.assert(
    fc.property(tree, (bytes) => {
      const read = readDer(bytes);
      expect(read !== null && equal(rewritten(read), bytes)).toBe(true);
    }),
  );
});

test("cut anywhere, or with a byte more, it is refused", () => {
  fc.assert(
    fc.property(tree, fc.nat(), fc.nat(255), (bytes, at, more) => {
      expect(readDer(bytes.subarray(0, at % bytes.length))).toBeNull();
      expect(parseDer(concat(bytes, Uint8Array.of(more)))).toEqual({
        ok: false,
        problem: "form",
        at: bytes.length,
      });
    }),
  );
});

test("sixteen nested sequences are read, with content in the last; seventeen are not", () => {
  const nested = (count: number, innermost: Uint8Array) =>
    Array.from({ length: count }).reduce<Uint8Array>((inner) => writeDer(0x30, inner), innermost);
  expect(readDer(nested(16, new Uint8Array()))).not.toBeNull();
  expect(readDer(nested(16, writeDer(0x05)))).not.toBeNull();
  for (const innermost of [new Uint8Array(), writeDer(0x05)])
    expect(parseDer(nested(17, innermost))).toMatchObject({ ok: false, problem: "depth" });
});

test("more elements than any file needs are refused, before they take all the memory", () => {
  const nulls = (count: number) =>
    writeDer(
      0x30,
      Uint8Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 0x05 : 0)),
    );
  expect(readDer(nulls(100_000))?.children).toHaveLength(100_000);
  expect(parseDer(nulls(500_000))).toMatchObject({ ok: false, problem: "form" });
});

test("a length that is longer than needed, or indefinite, is refused", () => {
  fc.assert(
    fc.property(tree, fc.constantFrom(1, 2, 3), (bytes, count) => {
      const { tag, content } = readDer(bytes) ?? { tag: 0, content: bytes };
      const { length } = content;
      fc.pre(length < 256 ** count);
      const long = [length >> 16, (length >> 8) & 255, length & 255].slice(3 - count);
      const written = concat(Uint8Array.of(tag, 0x80 | count, ...long), content);
      expect(readDer(written) === null).toBe(!equal(written, bytes));
      expect(readDer(concat(Uint8Array.of(tag, 0x80), content, Uint8Array.of(0, 0)))).toBeNull();
    }),
  );
});

test("any bytes that are read are what would be written", () => {
  const byte = fc.constantFrom(0x30, 0x02, 0x04, 0x05, 0x06, 0x00, 0x01, 0x03, 0x80, 0x81);
  const bytes = fc.array(byte, { maxLength: 12 }).map((list) => Uint8Array.from(list));
  fc.assert(
    fc.property(bytes, (list) => {
      const read = readDer(list);
      if (read !== null) expect(equal(rewritten(read), list)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

test("sixteen deep is read, seventeen is not", () => {
  const nested = (depth: number) =>
    Array.from({ length: depth }).reduce<Uint8Array>(
      (inner) => writeDer(0x30, inner),
      writeDer(0x05),
    );
  expect(readDer(nested(16))).not.toBeNull();
  expect(parseDer(nested(17))).toMatchObject({ ok: false, problem: "depth" });
});
