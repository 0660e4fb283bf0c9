// The table of custody's geometry names everyone whose loss matters, and only some of the others.
import { expect, it } from "vitest";
import { namesIn } from "./geometry.ts";

type Group = Parameters<typeof namesIn>[0];

const group = (verdict: Group["verdict"], ...names: readonly string[]): Group => ({
  kind: "person",
  verdict,
  of: names.map((name) => ({ kind: "person", name, day: "" })),
  leaves: 9,
  domainLost: false,
  opens: 1,
  hasDomain: false,
});
const TEN = ["Ines", "Jonas", "Meera", "Pedro", "Yuki", "Sara", "Kofi", "Elin", "Ravi", "Olga"];

it("names some of ten where all is well, and each of three", () => {
  expect(namesIn(group("met", ...TEN))).toBe("Ines, Jonas and 8 more");
  expect(namesIn(group("met", ...TEN.slice(0, 3)))).toBe("Ines, Jonas, Meera");
});

it("names each of ten where it is not", () => {
  for (const verdict of ["unmet", "accepted", "thin", "near"] as const)
    expect(namesIn(group(verdict, ...TEN))).toBe(TEN.join(", "));
});
