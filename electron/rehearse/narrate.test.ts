// What a rehearsal prints during a step.
import { describe, expect, it } from "vitest";
import { fault } from "../hsm/faults.ts";
import { sentence, type Value } from "../text/sentence.ts";
import { tellNotice } from "./narrate.ts";

describe("a line about long work", () => {
  it("says its note in English, and what kept it waiting", () => {
    const told = (note: Value): readonly string[] => {
      const lines: string[] = [];
      const asked = {
        kind: "asked",
        what: "restore",
        state: "running",
        details: "",
        seconds: 3,
      } as const;
      tellNotice((line) => lines.push(line.trim()), { ...asked, note });
      return lines;
    };
    expect(told("")).toEqual(["restore of the full backup: (3 s)"]);
    expect(told(sentence("waiting.secondsLeft", { seconds: 40 }))[0]).toContain("40");
    expect(told(fault("E-HSM-TIMEOUT", { seconds: 5 }).sentences.message)[0]).toContain(
      "No answer came within 5 seconds.",
    );
  });
});
