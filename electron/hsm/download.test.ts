// The download's request, compared with the recorded one; and the security domain in its answer,
// which is read only when the answer is strict JSON.
import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { readCertificate } from "../../crypto/index.ts";
import { downloadRequest, readAnswer } from "./download.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const code = (of: () => unknown): unknown => {
  try {
    of();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return "no fault";
};

describe("readAnswer", () => {
  it("gives the value to the letter", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        expect(readAnswer(bytes(JSON.stringify({ value })))).toBe(value);
      }),
    );
  });

  it.each([
    ["nothing", ""],
    ["HTML", "<html><body>sign in</body></html>"],
    ["no object", '"text"'],
    ["no value", '{"values":"x"}'],
    ["an empty value", '{"value":""}'],
    ["an object as value", '{"value":{"EncData":{}}}'],
    ["two values", '{"value":"a","value":"b"}'],
    ["a cut-off text", '{"value":"abc'],
    ["something after it", '{"value":"a"}{}'],
    ["a byte order mark", '\uFEFF{"value":"a"}'],
  ])("refuses %s with E-HSM-BODY", (_, text) => {
    expect(code(() => readAnswer(bytes(text)))).toBe("E-HSM-BODY");
  });

  it.each([
    ["as an object", { value: { EncData: { data: [] }, version: 2 } }],
    ["without a value around it", { EncData: { data: [] }, version: 2 }],
  ])("reads a domain that came %s", (_, answer) => {
    expect(readAnswer(bytes(JSON.stringify(answer)))).toBe('{"EncData":{"data":[]},"version":2}');
  });

  it.each([
    ["gzip", gzipSync],
    ["zlib", deflateSync],
    ["brotli", brotliCompressSync],
  ])("reads one that came compressed by %s, and refuses it where it is cut", (_, pack) => {
    const packed = pack(bytes(JSON.stringify({ value: "the domain".repeat(50) })));
    expect(readAnswer(packed)).toBe("the domain".repeat(50));
    for (let length = 0; length < packed.length; length++)
      expect(code(() => readAnswer(packed.subarray(0, length)))).toBe("E-HSM-BODY");
  });

  it("unpacks no more than a file may have", () => {
    const bomb = gzipSync(bytes(JSON.stringify({ value: "x".repeat(9 * 1024 * 1024) })));
    expect(code(() => readAnswer(bomb))).toBe("E-HSM-BODY");
  });

  it("refuses every answer that is cut anywhere", () => {
    const whole = bytes(JSON.stringify({ value: '{"EncData":{"data":[]}}' }));
    for (let length = 0; length < whole.length; length++)
      expect(code(() => readAnswer(whole.subarray(0, length)))).toBe("E-HSM-BODY");
  });
});

const vectors = new URL("../../../shared/vectors/azure/", import.meta.url);

it.skipIf(!existsSync(vectors))(
  "rebuilds the recorded request from its three certificates (needs ../shared)",
  () => {
    const read = (name: string): Buffer => readFileSync(new URL(name, vectors));
    const officers = [1, 2, 3].map((n) => readCertificate(read(`sd${n}.cer`)));
    const request = downloadRequest(officers, 2);
    expect(request).toHaveLength(5223);
    expect(request).toBe(read("download-request-2020.json").toString("utf8"));
    expect(JSON.parse(request)).toEqual(JSON.parse(read("download-request-2020.json").toString()));
  },
);
