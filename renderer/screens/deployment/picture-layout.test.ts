// Where boxes stand: none over another, none outside, each with its title in few lines.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { BoxView } from "../../../electron/bridge/deployment-views.ts";
import { layoutOf, linesOf, WIDTH } from "./picture-layout.ts";

const boxOf = (title: string): BoxView => ({
  title,
  detail: "",
  state: "open",
  because: "",
  runbook: null,
  checks: [],
  proofs: [],
});

const areas = fc.array(
  fc.record({
    title: fc.string(),
    boxes: fc.array(fc.string({ maxLength: 60 }).map(boxOf), { maxLength: 14 }),
  }),
  { minLength: 1, maxLength: 9 },
);

it("puts every box into its area, and none over another", () => {
  fc.assert(
    fc.property(areas, (given) => {
      const { areas: placed, height } = layoutOf(given);
      expect(placed.map(({ boxes }) => boxes.length)).toEqual(
        given.map(({ boxes }) => boxes.length),
      );
      for (const area of placed) {
        expect(area.x + area.width).toBeLessThanOrEqual(WIDTH + 0.001);
        for (const [n, box] of area.boxes.entries()) {
          expect(box.x).toBeGreaterThan(area.x);
          expect(box.x + box.width).toBeLessThan(area.x + area.width);
          expect(box.y).toBeGreaterThan(area.y);
          expect(box.y + box.height).toBeLessThan(area.y + area.height);
          expect(area.y + area.height).toBeLessThanOrEqual(height);
          for (const other of area.boxes.slice(n + 1))
            expect(
              other.x >= box.x + box.width
                || box.x >= other.x + other.width
                || other.y >= box.y + box.height,
            ).toBe(true);
        }
      }
    }),
  );
});

it("has one wide column where a word would be broken or a title cut", () => {
  const others = ["Keys", "Services"].map((title) => ({ title, boxes: [] }));
  const widthsOf = (...titles: readonly string[]): readonly number[] =>
    layoutOf([{ title: "The HSM", boxes: titles.map(boxOf) }, ...others]).areas[0]!.boxes.map(
      ({ width }) => Math.round(width),
    );
  expect(widthsOf("Set the rotation policies", "Create the keys")).toEqual([154, 154]);
  expect(widthsOf("Rotationsrichtlinien festlegen", "Create the keys")).toEqual([316, 316]);
  expect(widthsOf("Rehearse the whole recovery on a second HSM, twice")).toEqual([316]);
});

it("breaks a title after a space or a hyphen, and ends what is too long in dots", () => {
  expect(linesOf("Keys", 10, 2)).toEqual(["Keys"]);
  expect(linesOf("Create the keys", 10, 2)).toEqual(["Create the", "keys"]);
  expect(linesOf("Contoso-SQLMI-CMK", 14, 2)).toEqual(["Contoso-SQLMI-", "CMK"]);
  expect(linesOf("privatelink.managedhsm.azure.net", 18, 3)).toEqual([
    "privatelink.",
    "managedhsm.azure.",
    "net",
  ]);
  expect(linesOf("Rehearse it on a second HSM", 12, 3)).toEqual([
    "Rehearse it",
    "on a second",
    "HSM",
  ]);
  expect(linesOf("abcdefghijklmnopqrstuvwxyz", 10, 2)).toEqual(["abcdefghij", "klmnopqrs…"]);
});
