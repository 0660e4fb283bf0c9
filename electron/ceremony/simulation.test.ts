// A rehearsal records which seats the simulated crew has, from when to when; a real ceremony has none.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { type AnyEvent, opened } from "./record.fixture.ts";
import { abort, foldOf, offline, until } from "./running.fixture.ts";

const simulated = (...roles: readonly string[]): AnyEvent => ({
  type: "seats-simulated",
  by: "app",
  data: { roles },
});

describe("simulated seats in a record", () => {
  it("are those reported last, and all that were reported stay known", () => {
    const events = [simulated("witness", "officer-2"), simulated("officer-1"), simulated()];
    const state = until("export-certificates", ...offline(...events));
    expect(state.simulated).toEqual([]);
    expect(state.everSimulated).toEqual(["witness", "officer-2", "officer-1"]);
  });

  it("may be told after an abort", () => {
    const after = until("export-certificates", ...offline(abort, simulated("witness")));
    expect(after.simulated).toEqual(["witness"]);
  });

  it("are in no production ceremony", () => {
    const real = opened({ mode: "PRODUCTION" });
    expect(codeOf(() => foldOf(offline(real, simulated("witness"))))).toBe("E-STATE-RECORD");
  });

  it("change nothing of the step that is now", () => {
    const before = until("export-certificates");
    const after = until("export-certificates", ...offline(simulated("witness")));
    expect({ ...after, simulated: [], everSimulated: [] }).toEqual(before);
  });

  it("are seats", () => {
    for (const roles of [["visitor"], ["officer-0"], "witness", [1]])
      expect(codeOf(() => foldOf(offline(opened(), { ...simulated(), data: { roles } })))).toBe(
        "E-STATE-RECORD",
      );
  });
});
