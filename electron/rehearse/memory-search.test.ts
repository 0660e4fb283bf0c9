// The search for secrets in another process's memory finds each form of them, and nothing else (Linux,
// root).
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { searchMemory } from "./memory-search.fixture.ts";
import { isJudging, pidOf } from "./rehearsal.fixture.ts";
import { formsOfNumber, formsOfNumbers, formsOfText } from "./secret-forms.fixture.ts";

const canSearch = process.platform === "linux" && process.getuid?.() === 0;

describe.skipIf(!canSearch && !isJudging)("the memory of other processes (needs root)", () => {
  const number = randomBytes(128);
  const text = randomBytes(24).toString("base64url");
  const some = (before: number) => Buffer.concat([randomBytes(before), number, randomBytes(7)]);
  const lines = some(5).toString("base64").replaceAll(/.{64}/g, "$&\n");
  const values = [...randomBytes(32)].map((value, i) => value + (i % 2));
  const needles = {
    number: formsOfNumber(number),
    text: formsOfText(text),
    values: formsOfNumbers(values),
    other: [...formsOfNumber(randomBytes(128)), ...formsOfText(randomBytes(24).toString("hex"))],
  };

  /** Every third form in `npm test`: each takes a process of its own. */
  const tried = (_: unknown, i: number): boolean => process.env["LONG"] === "1" || i % 3 === 0;
  const forms: readonly [string, string, Uint8Array][] = [
    ["big-endian bytes", "number", some(3)],
    ["little-endian bytes", "number", some(3).toReversed()],
    ["hex", "number", Buffer.from(some(3).toString("hex"))],
    ["base64, first place", "number", Buffer.from(some(0).toString("base64"))],
    ["base64, second place", "number", Buffer.from(some(1).toString("base64"))],
    ["base64, third place", "number", Buffer.from(some(2).toString("base64"))],
    [
      "base64url in two bytes a letter",
      "number",
      Buffer.from(some(4).toString("base64url"), "utf16le"),
    ],
    ["the lines of a PEM file", "number", Buffer.from(lines)],
    ["node-forge's digits", "number", Buffer.from(JSON.stringify(digitsOf(number)))],
    ["letters", "text", Buffer.from(text)],
    ["two bytes a letter", "text", Buffer.from(`a${text}b`, "utf16le")],
    ["base64 of letters", "text", Buffer.from(Buffer.from(`{"a":"${text}"}`).toString("base64"))],
    ["a share on its way", "values", Buffer.from(JSON.stringify({ x: 3, values }))],
    // A different spelling from the one searched for: the array is found.
    ["an array of small numbers", "values", Buffer.from(JSON.stringify(values, null, 1))],
  ];

  it.each(forms.filter(tried))(
    "is found when planted as %s, and nothing else",
    async (_, name, planted) => {
      const { found, bytes } = searchMemory(await holder(planted), needles);
      expect(found).toEqual([name]);
      expect(bytes).toBeGreaterThan(planted.length);
    },
  );
});

/** Holds what it is given, and if that is an array in JSON then the array as well. */
const HOLD =
  "process.stdin.once('data', (bytes) => {"
  + "globalThis.held = [bytes, bytes[0] === 91 && JSON.parse(bytes)]; console.log('held'); })";

/** As node-forge keeps a big number: an array of 28 bits each, the lowest first. */
function digitsOf(bytes: Uint8Array): readonly number[] {
  const whole = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  return Array.from({ length: Math.ceil((bytes.length * 8) / 28) }, (_, i) =>
    Number((whole >> BigInt(28 * i)) & 0xfffffffn),
  );
}

/** A process that holds these bytes and nothing else of ours; it ends with the test. */
async function holder(planted: Uint8Array): Promise<number> {
  const child = spawn(process.execPath, ["-e", HOLD]);
  onTestFinished(() => void child.kill("SIGKILL"));
  child.stdin.write(planted);
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return pidOf(child);
}
