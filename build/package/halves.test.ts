// A program for several processors has its fuses once for each.
import { expect, test } from "vitest";
import { burnFuses, FUSES } from "./fuses.mjs";

test("in every half of a program for several processors the fuses are set", () => {
  const wire = (sign: string): string =>
    `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001${String.fromCharCode(FUSES.length)}${sign.repeat(FUSES.length)}`;
  const program = Buffer.from(`one${wire("1")}two${wire("0")}end`, "latin1");
  burnFuses(program);
  const set = FUSES.map(([, on]) => (on ? "1" : "0")).join("");
  const halves = program
    .toString("latin1")
    .split(/one|two|end/)
    .filter((half) => half !== "");
  expect(halves.map((half) => half.slice(-FUSES.length))).toEqual([set, set]);
});
