// What is reported of a deployment's times: when it was, where a clock went back, and ceremonies from the future.
import { expect, it } from "vitest";
import type { Entry } from "../journal/journal.ts";
import { timesOf } from "./times.ts";

const entryOf = (at: string, type: string, data: object = {}) =>
  ({ at, type, data, by: "Asha Iyer" }) as unknown as Entry;
const linked = (at: string, closedAt: string) => entryOf(at, "ceremony-linked", { closedAt });
const AT = "2026-11-27T09:00:00.000Z";

it("is reported from its first to its last entry, with each at which a clock went back", () => {
  const back = "2026-11-27T08:59:59.999Z";
  const times = timesOf([AT, AT, back, AT].map((at) => entryOf(at, "wait-over")));
  expect(times).toEqual({ begunAt: AT, endedAt: AT, wentBack: [2], linkedAhead: [] });
});

it.each([
  ["2026-11-27T08:00:00.000Z", []],
  ["2026-11-27T09:01:00.000Z", []],
  ["2026-11-27T09:01:00.001Z", [1]],
  ["2036-11-27T09:00:00.000Z", [1]],
  ["2026-02-30T", [1]],
  ["", [1]],
])("a linked ceremony that was closed at %j is reported if that is later", (closedAt, found) => {
  expect(timesOf([entryOf(AT, "deployment-begun"), linked(AT, closedAt)]).linkedAhead).toEqual(
    found,
  );
});
