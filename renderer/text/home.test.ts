// What Home says of an unfinished ceremony, also before anyone has named its HSM.
import { expect, test } from "vitest";
import { goOnLine } from "./home.ts";

test("an unfinished ceremony says its step, its HSM if it is named, and when it was opened", () => {
  const step = { done: 0, of: 23 };
  expect(goOnLine("Contoso-HSM", "2026-11-25T10:04:00.000Z", step)).toBe(
    "0 of 23 steps done; Contoso-HSM, opened 25 November 2026, 10:04 UTC",
  );
  expect(goOnLine("", null, step)).toBe("0 of 23 steps done; not opened yet");
});
