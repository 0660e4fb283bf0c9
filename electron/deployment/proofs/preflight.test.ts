// Which releases of az may be used, before and after Resource Manager's end for older versions.
import { expect, it } from "vitest";
import { readAnswers } from "../answers/answer.ts";
import { CHECKS } from "./checks.ts";
import { set } from "./changes.fixture.ts";
import { contoso, KNOWN, rightFor } from "./right.fixture.ts";

const accepts = (release: string, day: string): boolean => {
  const named = rightFor("preflight");
  set("version", "azure-cli", release)(named);
  const files = Object.values(named).map((one) => new TextEncoder().encode(JSON.stringify(one)));
  const given = { plan: contoso, answers: readAnswers(files), ...KNOWN, now: new Date(day) };
  return CHECKS.preflight.evaluate(given).length === 0;
};

it.each([
  ["2.72.0", false, false],
  ["2.74.0", true, false],
  ["2.77.0", false, false],
  ["2.88.0", false, false],
  ["2.89.1", false, false],
  ["2.90.0", true, true],
  ["3.0.0", false, false],
])("az %s: before the end %s, after it %s", (release, before, after) => {
  expect([accepts(release, "2027-02-26"), accepts(release, "2027-02-27")]).toEqual([before, after]);
});
