// What two engines give is compared to the byte, and a difference stops the step.
import { describe, expect, test } from "vitest";
import { agree, agreed } from "./agree.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { sentence } from "../electron/text/sentence.ts";

const SECRET = sentence("crypto-faults.engines.secret");
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.of(...values);

describe("two answers", () => {
  test.each([
    ["a bit", bytes(1, 2, 3), bytes(1, 2, 2)],
    ["their first byte", bytes(1, 2, 3), bytes(0, 2, 3)],
    ["their length", bytes(1, 2, 3), bytes(1, 2)],
    ["that one is empty", bytes(), bytes(0)],
  ])("that differ by %s stop the step, whichever engine gave which", (_, one, other) => {
    for (const [working, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const copy = () => [working.slice(), second.slice()] as const;
      expect(refusalOf(() => agreed(SECRET, ...copy())).code).toBe("E-DOUBLE-ENTRY");
      expect(refusalOf(() => agree(SECRET, ...copy())).code).toBe("E-DOUBLE-ENTRY");
    }
  });

  test("of which one is a refusal stop the step; if both refuse, that is the answer", () => {
    expect(refusalOf(() => agree(SECRET, bytes(1), null)).code).toBe("E-DOUBLE-ENTRY");
    expect(refusalOf(() => agree(SECRET, null, bytes(1))).code).toBe("E-DOUBLE-ENTRY");
    expect(agree(SECRET, null, null)).toBeNull();
  });

  test("that are the same are one, and the second copy is wiped", () => {
    const [working, second] = [bytes(1, 2), bytes(1, 2)];
    expect(agree(SECRET, working, second)).toBe(working);
    expect([working, second]).toEqual([bytes(1, 2), bytes(0, 0)]);
  });
});
