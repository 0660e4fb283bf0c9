// The marks of officers: their outlines, where they are on a quorum's ring, and each officer's part of it.
import { expect, it } from "vitest";
import { arcOf, outlineOf, placeOf, RING_SIDE } from "./marks.ts";

const COUNTS = Array.from({ length: 8 }, (_, i) => i + 3);
const seatsOf = (officers: number) => Array.from({ length: officers }, (_, i) => i + 1);
/** Where an arc begins and ends. */
const endsOf = (path: string): readonly number[] => path.match(/[\d.]+/g)!.map(Number);

it("ten officers have ten outlines: without colours each is told by outline and number", () => {
  expect(new Set(seatsOf(10).map(outlineOf)).size).toBe(10);
});

it.each(COUNTS)("%i officers are as far from each other as from both neighbours", (officers) => {
  const places = seatsOf(officers).map((seat) => placeOf(seat, officers));
  expect(places[0]!.x).toBe(RING_SIDE / 2);
  const gaps = places.map((place, i) => {
    const next = places[(i + 1) % officers]!;
    return Math.hypot(next.x - place.x, next.y - place.y).toFixed(6);
  });
  expect(new Set(gaps).size).toBe(1);
});

it.each(COUNTS)(
  "the parts of %i officers do not touch, and a share begins where its part does",
  (n) => {
    for (const seat of seatsOf(n)) {
      const [whole, half, next] = [arcOf(seat, n), arcOf(seat, n, 0.5), arcOf((seat % n) + 1, n)];
      expect(half.split("A")[0]).toBe(whole.split("A")[0]);
      expect(endsOf(half).slice(-2)).not.toEqual(endsOf(whole).slice(-2));
      expect(endsOf(whole).slice(-2)).not.toEqual(endsOf(next).slice(0, 2));
    }
  },
);
