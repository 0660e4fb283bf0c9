// What came to the connected station is told by its ceremony, its HSM and its day.
import { expect, test } from "vitest";
import { arrivedLine, takePart } from "./arrival.ts";

test("the ceremony that came is named, and when it was opened", () => {
  const arrival = {
    ceremony: "activation",
    hsm: "Contoso-HSM",
    openedAt: "2026-11-25T10:04:00.000Z",
    script: "known",
  } as const;
  expect(takePart(arrival)).toBe("Take part in the activation");
  expect(arrivedLine(arrival)).toBe(
    "Contoso-HSM, opened 25 November 2026, 10:04 UTC. The transfer medium is inserted.",
  );
  expect(arrivedLine({ ...arrival, script: "brought" })).toContain(
    "is inserted. Its script came with it",
  );
  expect(arrivedLine({ ...arrival, script: "missing" })).toContain(
    "use the version that opened it.",
  );
});
