// Sites to pick from while a place is written.
import { expect, test } from "vitest";
import { knownSites } from "./sites.ts";

const view = {
  home: { custody: { objects: [{ place: "Pune, safe 2" }, { place: "Chennai, bank" }] } },
  ceremony: { custody: [{ place: "Pune, drawer" }] },
} as unknown as Parameters<typeof knownSites>[0];

test("each site known or written so far is proposed once, with its comma", () => {
  expect(knownSites(view, ["Hyderabad, vault", "Hydera", ""])).toEqual([
    "Chennai, ",
    "Hyderabad, ",
    "Pune, ",
  ]);
});
