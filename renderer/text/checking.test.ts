// The line that tells how far a check is.
import { expect, it } from "vitest";
import { checkingLine } from "./checking.ts";

const since = "2026-11-27T12:00:00.000Z";

it("tells what is checked, how much of it is done if that is known, and for how long", () => {
  const log = { what: "reconcile", since, done: 9_499_999, of: 24_000_000 } as const;
  expect(checkingLine(log, 3)).toBe("Reading Azure\u2019s log: 39 %, for 0:03");
  expect(checkingLine({ what: "audit", since, done: 0, of: 0 }, 61)).toMatch(
    /^Checking the record, for 1:01$/,
  );
});
