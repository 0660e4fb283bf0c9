// The quorum triangle is drawn as the quorum is.
import { expect, test } from "vitest";
import {
  along,
  barOf,
  cornerOf,
  halvesOf,
  meetingOf,
  pathOf,
  stateOf,
  subsetsOf,
  weaveOf,
} from "./triangle-geometry.ts";

test("every pair of three officers is named once, in order", () => {
  expect(subsetsOf(3, 2)).toEqual([
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
});

test("larger quorums have every subset of their size", () => {
  expect(subsetsOf(5, 3)).toHaveLength(10);
  expect(subsetsOf(10, 5)).toHaveLength(252);
  expect(subsetsOf(4, 4)).toEqual([[1, 2, 3, 4]]);
});

test("the three officers are equally far apart", () => {
  const sides = subsetsOf(3, 2).map(([a = 0, b = 0]) =>
    Math.hypot(cornerOf(a).x - cornerOf(b).x, cornerOf(a).y - cornerOf(b).y),
  );
  for (const side of sides) expect(side).toBeCloseTo(398, 0);
});

test("the halves of a bar begin at the officers and meet in its middle", () => {
  const bar = barOf(1, 2);
  const [first, second] = halvesOf(bar);
  expect(first.from).toEqual(bar.from);
  expect(second.from).toEqual(bar.to);
  expect(first.to.x).toBeCloseTo(second.to.x);
  expect(first.to).toEqual(along(bar.from, bar.to, 0.5));
});

test("a bar leaves room for the marks of its officers", () => {
  const { from } = barOf(2, 3, 44);
  expect(from.x - cornerOf(2).x).toBeCloseTo(44);
});

test("the stroke in the middle crosses the bar", () => {
  const { from, to } = meetingOf(barOf(2, 3), 20);
  expect(from.x).toBeCloseTo(to.x);
  expect(Math.abs(from.y - to.y)).toBeCloseTo(20);
});

test("a pair's hairlines are parallel to its bar and get shorter towards the third officer", () => {
  const lines = weaveOf(2, 3, 9);
  expect(lines).toHaveLength(9);
  const lengths = lines.map(({ from, to }) => to.x - from.x);
  for (const { from, to } of lines) expect(from.y).toBeCloseTo(to.y);
  expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
});

test("a path has one stroke for each line", () => {
  expect(pathOf(weaveOf(1, 2, 3)).match(/M/g)).toHaveLength(3);
});

test("a subset runs from its first open share, and is proven only when main says so", () => {
  expect(stateOf([1, 2], [], [], [])).toBe("open");
  expect(stateOf([1, 2], [2], [], [])).toBe("running");
  expect(stateOf([1, 2], [1, 2], [], [])).toBe("running");
  expect(stateOf([1, 2], [1, 2], [[2, 1]], [])).toBe("proven");
});

test("a subset with a lost officer cannot be had, though it was proven once", () => {
  expect(stateOf([1, 3], [1], [[1, 3]], [3])).toBe("lost");
});
