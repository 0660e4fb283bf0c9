// No proof says Proven of a false answer, but for the members that UNREAD.md lists. The long run tries all of
// them, each row of the page too.
import { describe, expect, it } from "vitest";
import { CHECK_NAMES } from "./checks.ts";
import { acceptedBy, proves, wholeRightFor } from "./false-answers.fixture.ts";
import { UNREAD } from "./unread.fixture.ts";

/** A soak has thousands of answers, all alike. */
const CHECKED = CHECK_NAMES.filter((check) => check !== "soak");

describe("false answers", () => {
  it.each(CHECKED)("of which %s accepts none that the page does not name", (check) => {
    expect(proves(check, wholeRightFor(check))).toBe(true);
    const open = acceptedBy(check, { every: 9 }).filter(
      (one) => !UNREAD.some(({ covers }) => covers(one)),
    );
    expect(open).toEqual([]);
  });
});
