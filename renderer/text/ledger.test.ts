// Every entry that a ceremony can write has its sentence.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ledgerSentence, toldTypes, type LedgerLine } from "./ledger.ts";

/** Its members' names in a table of entry types. */
function typesIn(file: string, table: string): readonly string[] {
  const text = readFileSync(new URL(`../../electron/ceremony/${file}`, import.meta.url), "utf8");
  const [, rows = ""] = new RegExp(`export interface ${table} [^{]*\\{\\n(.*?)\\n\\}`, "s")
    .exec(text) ?? [];
  return [...rows.matchAll(/^ {2}"?([a-z-]+)"?: (?:\{|[A-Z])/gm)].map(([, type]) => type ?? "");
}

const types = [
  ...typesIn("events.ts", "EventData"), ...typesIn("running-events.ts", "RunningEvents"),
  ...typesIn("hand-off-events.ts", "HandOffEvents"),
  ...typesIn("renewal-events.ts", "RenewalEvents"),
  ...typesIn("recovery-events.ts", "RecoveryEvents"),
  ...typesIn("signer-events.ts", "SignerEvents"),
  ...typesIn("station-events.ts", "StationEvents"),
  ...typesIn("differences.ts", "DifferenceEvents"),
];

const line = (type: string, more: Partial<LedgerLine> = {}): LedgerLine => ({
  seq: 7, at: "2026-11-24T05:36:04Z", type, by: "app", station: "offline", seat: null, facts: {},
  ...more,
});

describe("the ledger", () => {
  it("has a sentence for each type of entry, and for no other", () => {
    expect(types.length).toBeGreaterThan(30);
    expect([...toldTypes()].sort()).toEqual([...types, "signed"].sort());
  });

  it.each([...types, "signed"])("says %s in one short line of words", (type) => {
    const said = ledgerSentence(line(type, { seat: 2 }), () => "Key of officer 2");
    expect(said).toMatch(/^[A-Z].{5,}$/);
    expect(said).not.toMatch(/undefined|null|\n/);
  });

  it("names the officer, and the step by its title", () => {
    expect(ledgerSentence(line("seat-taken", { seat: 2 }), String)).toBe("Officer 2 took the seat");
    const done = line("step-done", { facts: { step: "make-key-2" } });
    expect(ledgerSentence(done, () => "Key of officer 2"))
      .toBe("Done and confirmed: Key of officer 2");
  });

  it("says what becomes of the step after an exception", () => {
    const said = (decision: string) =>
      ledgerSentence(line("exception-noted", { facts: { decision } }), String);
    expect(said("repeat")).toContain("The step is done again.");
    expect(said("abort")).toContain("The ceremony is aborted.");
    expect(said("continue")).not.toContain("The ");
  });

  it("says plainly that it does not know a type", () => {
    expect(ledgerSentence(line("something-new"), String))
      .toBe("An entry of the kind something-new");
  });
});
