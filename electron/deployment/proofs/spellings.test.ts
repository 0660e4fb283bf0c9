// What Azure says is proven however it spells it.
import { describe, expect, it } from "vitest";
import { CHECK_NAMES } from "./checks.ts";
import { findingsOn, respelledFor, SPELLINGS } from "./spellings.fixture.ts";

describe("answers in every other spelling at once", () => {
  const others = SPELLINGS.filter(({ isOtherKind }) => isOtherKind !== true);
  it.each(CHECK_NAMES.filter((check) => check !== "soak"))("prove %s", (check) => {
    expect(findingsOn(check, respelledFor(check, others))).toEqual([]);
  });
});
