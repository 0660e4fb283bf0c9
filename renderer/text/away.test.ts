// Where the record is and what is seen of its medium: each in words of its own.
import { expect, test } from "vitest";
import { isWrong } from "./away.ts";
import { say } from "./say.ts";

const MEDIA = ["missing", "as-it-left", "without", "other", "damaged", "forked"] as const;

test("each station is told where to carry the medium, and to put it in here when it comes back", () => {
  for (const at of ["offline", "connected"] as const) {
    expect(say(`away.title.${at}`)).toContain(`the ${at} station`);
    expect(say(`away.steps.${at}.0`)).toContain(`domain copy medium to the ${at} station`);
    expect(say(`away.steps.${at}.2`)).toContain("insert the transfer medium here");
  }
});

test("what is on its way is in order; what cannot be continued is not, and says so", () => {
  expect(MEDIA.filter((medium) => isWrong(medium))).toEqual([
    "without",
    "other",
    "damaged",
    "forked",
  ]);
  expect(new Set(MEDIA.map((medium) => say(`away.medium.${medium}`))).size).toBe(MEDIA.length);
  expect(say("away.medium.forked")).toContain("incident");
});
