// Every entry that a ceremony can write has its sentence.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SAMPLE_ENTRIES } from "../../electron/ceremony/samples.fixture.ts";
import { EN } from "../../electron/text/en/en.ts";
import { ledger } from "../../electron/ceremony/ledger.ts";
import { ledgerSentence, type LedgerLine } from "./ledger.ts";

const lines = ledger(SAMPLE_ENTRIES);

/** The line of a type, with other facts or another seat. */
const say = <Type extends LedgerLine["type"]>(
  type: Type,
  more: Partial<Extract<LedgerLine, { readonly type: Type }>>,
  titleOf: (step: string) => string = String,
): string =>
  ledgerSentence({ ...lines.find((line) => line.type === type), ...more } as LedgerLine, titleOf);

describe("the ledger", () => {
  it.each(lines)("says $type in one short line of words", (line) => {
    const said = ledgerSentence(line, () => "Key of officer 2");
    expect(said).toMatch(/^[A-Z].{5,}$/);
    expect(said).not.toMatch(/undefined|null|\n/);
  });

  it("has no row for what is no entry", () => {
    const table = readFileSync(new URL("ledger.ts", import.meta.url), "utf8");
    const types = lines.map(({ type }): string => type);
    const isNamed = (key: string) =>
      table.includes(`ledger.${key}"`) || table.includes(`ledger.${key.split(".")[0]}.`);
    expect(Object.keys(EN.ledger).filter((key) => !types.includes(key) && !isNamed(key))).toEqual(
      [],
    );
  });

  it("names the officer, and the step by its title", () => {
    expect(say("seat-taken", { seat: 2 })).toBe("Officer 2 took the seat, alone at the screen.");
    expect(say("step-done", { facts: { step: "make-key-2" } }, () => "Key of officer 2")).toBe(
      "Done and confirmed: Key of officer 2",
    );
  });

  it("says what becomes of the step after an exception", () => {
    const said = (decision: "repeat" | "abort" | "continue") =>
      say("exception-noted", { facts: { happened: "A bell", decided: "Wait", decision } });
    expect(said("repeat")).toContain("The step is done again.");
    expect(said("abort")).toContain("The ceremony is aborted.");
    expect(said("continue")).not.toContain("The ");
  });

  it("shows sizes in groups, and the beginning of a digest", () => {
    expect(
      say("domain-written", { facts: { size: 18885, sha256: `0123abcd${"0".repeat(56)}` } }),
    ).toBe("The security domain is on two media, 18\u00a0885 bytes, SHA-256 0123 abcd\u2026");
  });
});
