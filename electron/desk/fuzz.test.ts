// B107 Fuzzed questions of the window, a few of each; ten thousand of each in fuzz.long.test.ts.
import { describe, expect, it } from "vitest";
import { rateLimit, readAsked } from "../bridge/asked.ts";
import { GOOD } from "../bridge/good-requests.fixture.ts";
import { METHODS } from "../bridge/methods.ts";
import { fuzz } from "./fuzzed.fixture.ts";

describe("fuzzed questions", () => {
  it.each(METHODS)("%s answers or refuses, and what it refuses leaves no trace", async (method) => {
    const { refused, faults, answered } = await fuzz(method, 60, 7);
    expect(refused + faults + answered).toBe(60);
    expect(refused).toBeGreaterThan(20);
  });
});

describe("a question's limits", () => {
  const request = (text: string) => readAsked("bring", { head: text });
  const nested = (levels: number): unknown =>
    Array.from({ length: levels }).reduce<unknown>((inner) => [inner], "s");

  it("of size: what is too large, too deep or contains itself is not parsed", () => {
    expect(request("x")).toEqual({ method: "bring", request: { head: "x" } });
    expect(request("x".repeat(601))).toBe("shape");
    expect(request("x".repeat(100_000))).toBe("size");
    expect(readAsked("perform", { ...GOOD.perform, input: { deep: nested(13) } })).toMatchObject({
      method: "perform",
    });
    expect(readAsked("perform", { ...GOOD.perform, input: { deep: nested(20) } })).toBe("size");
    const ring: Record<string, unknown> = {};
    ring["ring"] = ring;
    expect(readAsked("perform", { ...GOOD.perform, input: ring })).toBe("size");
  });

  it("B110 of rate: the 201st in a second is refused, the first of the next is not", () => {
    let now = 5000;
    const mayAsk = rateLimit(() => now);
    expect(Array.from({ length: 201 }, () => mayAsk()).indexOf(false)).toBe(200);
    now += 999;
    expect(mayAsk()).toBe(false);
    now += 1;
    expect(mayAsk()).toBe(true);
  });
});
