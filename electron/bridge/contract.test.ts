// The contract: each method takes its own form and nothing else.
import { describe, expect, it } from "vitest";
import { REQUESTS } from "./contract.ts";
import { GOOD } from "./good-requests.fixture.ts";
import { METHODS, type Method } from "./methods.ts";

const takes = (method: Method, request: unknown): boolean =>
  REQUESTS[method].safeParse(request).success;

/** Members that some requests have, and some have not. */
const MAY_LACK: readonly string[] = ["witnessed", "corrects"];

describe("the contract", () => {
  it("has the same methods in the preload script as in main", () => {
    expect([...METHODS].sort()).toEqual(Object.keys(GOOD).sort());
  });

  it.each(METHODS)("%s takes its form, and no other member, no array, no null", (method) => {
    expect(takes(method, GOOD[method])).toBe(true);
    expect(takes(method, { ...GOOD[method], more: 1 })).toBe(false);
    expect(takes(method, [])).toBe(false);
    expect(takes(method, null)).toBe(false);
    expect(takes(method, "x")).toBe(false);
  });

  it.each(METHODS.filter((method) => Object.keys(GOOD[method]).length > 0))(
    "%s misses a member that is not there, or is of another type",
    (method) => {
      const members = Object.keys(GOOD[method]).filter((name) => !MAY_LACK.includes(name));
      for (const name of members) {
        const without = Object.fromEntries(
          Object.entries(GOOD[method]).filter(([other]) => other !== name),
        );
        expect(takes(method, without), name).toBe(false);
        expect(takes(method, { ...GOOD[method], [name]: [{ a: 1 }] }), name).toBe(false);
      }
    },
  );

  it("has no member but those that people need, and none for a path", () => {
    const more: Readonly<Record<string, readonly string[]>> = {
      begin: ["example", "trials"],
      perform: ["witnessed"],
      except: ["corrects"],
      end: ["witnessed"],
      crew: ["opening"],
    };
    for (const method of METHODS) {
      const { shape } = REQUESTS[method].def as { readonly shape?: object };
      const named = Object.keys(shape ?? GOOD[method]);
      const known = [...new Set([...Object.keys(GOOD[method]), ...(more[method] ?? [])])];
      expect(named.toSorted(), method).toEqual(known.toSorted());
      for (const name of named) expect(name).not.toMatch(/path|file|folder|url|channel/i);
    }
  });

  it("corrects an entry by its number, or none", () => {
    const members = Object.entries(GOOD.except).filter(([name]) => name !== "corrects");
    expect(takes("except", Object.fromEntries(members))).toBe(true);
    for (const corrects of [-1, 1.5, "3", null, 1_000_000, [3]])
      expect(takes("except", { ...GOOD.except, corrects }), String(corrects)).toBe(false);
  });

  it("bounds what is written and who is named", () => {
    expect(takes("except", { ...GOOD.except, happened: "x".repeat(401) })).toBe(false);
    for (const method of METHODS.filter((one) => "step" in GOOD[one]))
      expect(takes(method, { ...GOOD[method], step: "s".repeat(65) }), method).toBe(false);
    expect(takes("except", { ...GOOD.except, decidedBy: ["officer-11"] })).toBe(false);
    expect(takes("except", { ...GOOD.except, decision: "ignore" })).toBe(false);
    expect(takes("answer", { seat: 0, here: true })).toBe(false);
    expect(takes("answer", { seat: 1.5, here: true })).toBe(false);
    expect(takes("counts", { officers: 3, quorum: 4 })).toBe(false);
    expect(takes("hear", { step: "s", words: ["a", "b", "c"] })).toBe(false);
    expect(takes("prepare", { volume: "v", label: "officer-11" })).toBe(false);
  });
});
