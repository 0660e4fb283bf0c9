// The contract: each method takes its own form and nothing else.
import { describe, expect, it } from "vitest";
import { REQUESTS } from "./contract.ts";
import { METHODS, type Method } from "./methods.ts";

/** One good request for each method; a method without one here does not compile. */
const GOOD: Readonly<Record<Method, object>> = {
  crew: { seats: ["witness"], to: "end", pace: "watch" },
  glossary: {},
  room: {},
  site: { on: true },
  copySignIn: { what: "code" },
  cancelSignIn: {},
  evidence: { of: "newest" },
  chooseStationRole: { role: "offline" },
  bring: { head: "" },
  theme: { theme: "dark" },
  setAside: { number: 1, how: "park" },
  carry: {},
  look: {},
  leave: {},
  understood: {},
  resume: {},
  begin: { ceremony: "activation", on: "folders" },
  perform: { step: "make-key-1", input: {}, witnessed: { projector: true, camera: true } },
  points: { step: "s", points: [{ point: "p", reason: "r" }], decidedBy: ["witness"] },
  keyList: { step: "s" },
  storage: { step: "s", by: "sas" },
  answer: { seat: 1, here: true },
  copied: { step: "s" },
  rehear: { step: "s" },
  hear: { step: "s", words: ["a", "b", "c", "d"] },
  weigh: { step: "s", objects: [{ object: "o", seal: "1", place: "p", custodian: "c" }] },
  calendar: {},
  except: {
    expected: "e",
    happened: "h",
    decided: "d",
    decidedBy: ["witness"],
    decision: "repeat",
    corrects: 3,
  },
  confirm: { step: "s" },
  change: {
    role: "witness",
    toRole: "witness",
    to: "W",
    reason: "r",
    decidedBy: ["administrator"],
  },
  end: { how: "paper" },
  accept: { decidedBy: ["witness", "officer-1"] },
  recess: { on: true, seals: [{ object: "o", seal: "1" }] },
  watch: { on: false },
  prepare: { volume: "1234-ABCD", label: "officer-1" },
  eject: { volume: "1234-ABCD" },
  timeline: {},
  pages: {},
  reconcile: {},
  audit: { of: "ab".repeat(32) },
  compare: { head: "", cards: ["words of a card"] },
  trainer: { done: "cable" },
  papers: {},
  paper: { name: "minutes.pdf" },
  print: { ceremony: "recovery" },
  deployment: { act: "decide", runbook: "keys", blocks: ["Q1"], by: ["A", "B"], reason: "r" },
};

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

  it("corrects an entry by its number, or none", () => {
    const members = Object.entries(GOOD.except).filter(([name]) => name !== "corrects");
    expect(takes("except", Object.fromEntries(members))).toBe(true);
    for (const corrects of [-1, 1.5, "3", null, 1_000_000, [3]])
      expect(takes("except", { ...GOOD.except, corrects }), String(corrects)).toBe(false);
  });

  it("bounds what is written and who is named", () => {
    expect(takes("except", { ...GOOD.except, happened: "x".repeat(401) })).toBe(false);
    expect(takes("except", { ...GOOD.except, decidedBy: ["officer-11"] })).toBe(false);
    expect(takes("except", { ...GOOD.except, decision: "ignore" })).toBe(false);
    expect(takes("answer", { seat: 0, here: true })).toBe(false);
    expect(takes("answer", { seat: 1.5, here: true })).toBe(false);
    expect(takes("hear", { step: "s", words: ["a", "b", "c"] })).toBe(false);
    expect(takes("prepare", { volume: "v", label: "officer-4" })).toBe(false);
  });
});
