// A rehearsal with trials says so from its beginning, and a real ceremony has none.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { type AnyEvent, opened } from "./record.fixture.ts";
import { abort, foldOf, offline, until } from "./running.fixture.ts";

const begun: AnyEvent = { type: "trial-begun", by: "app", data: { sealed: "0".repeat(64) } };
const told: AnyEvent = {
  type: "trial-told",
  by: "app",
  data: {
    seed: "1",
    nonce: "0".repeat(64),
    trials: [{ trial: "cable", step: "s", seat: 1, set: true }],
  },
};

describe("trials in a record", () => {
  it("are begun once and told once, in this order", () => {
    expect(until("export-certificates").trial).toBe("none");
    expect(until("export-certificates", ...offline(begun)).trial).toBe("begun");
    expect(until("export-certificates", ...offline(begun, told)).trial).toBe("told");
    for (const events of [[told], [begun, begun], [begun, told, told], [begun, told, begun]])
      expect(codeOf(() => until("export-certificates", ...offline(...events)))).toBe(
        "E-STATE-RECORD",
      );
  });

  it("are told after an abort too, but are not begun then", () => {
    expect(until("export-certificates", ...offline(begun, abort, told)).trial).toBe("told");
    expect(codeOf(() => until("export-certificates", ...offline(abort, begun)))).toBe(
      "E-STATE-RECORD",
    );
  });

  it("are in no production ceremony", () => {
    const real = opened({ mode: "PRODUCTION" });
    expect(codeOf(() => foldOf(offline(real)))).toBe("nothing thrown");
    expect(codeOf(() => foldOf(offline(real, begun)))).toBe("E-STATE-RECORD");
  });

  it("change nothing of the step that is now", () => {
    const before = until("export-certificates");
    expect({ ...until("export-certificates", ...offline(begun)), trial: "none" }).toEqual(before);
  });

  it("have one form each", () => {
    for (const data of [{}, { sealed: "x" }, { sealed: "0".repeat(64), trial: "cable" }])
      expect(codeOf(() => until("export-certificates", ...offline({ ...begun, data })))).toBe(
        "E-STATE-RECORD",
      );
  });
});
