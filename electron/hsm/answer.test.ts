// The security domain is taken from the download's answer only when the answer is strict JSON.
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { readAnswer } from "./answer.ts";

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
    fc.assert(fc.property(fc.string({ minLength: 1 }), (value) => {
      expect(readAnswer(bytes(JSON.stringify({ value })))).toBe(value);
    }));
  });

  it.each([
    ["nothing", ""], ["HTML", "<html><body>sign in</body></html>"], ["no object", '"text"'],
    ["no value", '{"values":"x"}'], ["an empty value", '{"value":""}'],
    ["an object as value", '{"value":{"EncData":{}}}'], ["two values", '{"value":"a","value":"b"}'],
    ["a cut-off text", '{"value":"abc'], ["something after it", '{"value":"a"}{}'],
    ["a byte order mark", '\uFEFF{"value":"a"}'],
  ])("refuses %s with E-HSM-BODY", (_, text) => {
    expect(code(() => readAnswer(bytes(text)))).toBe("E-HSM-BODY");
  });

  it("refuses every answer that is cut anywhere", () => {
    const whole = bytes(JSON.stringify({ value: '{"EncData":{"data":[]}}' }));
    for (let length = 0; length < whole.length; length++)
      expect(code(() => readAnswer(whole.subarray(0, length)))).toBe("E-HSM-BODY");
  });
});
