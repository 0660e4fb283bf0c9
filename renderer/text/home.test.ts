// What Home says of an unfinished ceremony, also before anybody has named its HSM.
import { expect, test } from "vitest";
import { goOnLine } from "./home.ts";

test("an unfinished ceremony says its step, its HSM if it is named, and when it was opened", () => {
  const step = { at: 1, of: 23 };
  expect(goOnLine("Contoso-HSM", "2026-11-25T10:04:00.000Z", step)).toBe(
    "step 1 of 23; Contoso-HSM, opened 25 November 2026, 10:04 UTC",
  );
  expect(goOnLine("", null, step)).toBe("step 1 of 23; not opened yet");
});
