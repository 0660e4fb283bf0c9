// What a view that main sends has in common with the one before.
import { expect, it } from "vitest";
import { kept } from "./kept.ts";

const at = "2026-12-01T21:00:00.000Z";
const view = () => ({
  revision: 1,
  ceremony: { step: { id: "open" }, ledger: [{ seq: 0, at: new Date(at) }, { seq: 1 }] },
  activity: { kind: "working", lines: [["a", "b"], []] },
  none: null as null | object,
  gone: undefined as unknown,
});

it("is the view before, if nothing changed", () => {
  const before = view();
  expect(kept(before, view())).toBe(before);
});

it("is the next, with each part that did not change as it was", () => {
  const before = view();
  const next = view();
  next.revision = 2;
  next.ceremony.ledger.push({ seq: 2 });
  const is = kept(before, next);
  expect(is).toEqual(next);
  expect(is).not.toBe(before);
  expect(is.ceremony.step).toBe(before.ceremony.step);
  expect(is.ceremony.ledger.slice(0, 2).map((one, i) => one === before.ceremony.ledger[i])).toEqual(
    [true, true],
  );
  expect(is.activity).toBe(before.activity);
});

it.each([
  ["a member is gone", (one: ReturnType<typeof view>) => void Reflect.deleteProperty(one, "gone")],
  ["a member is new", (one) => void Object.assign(one, { more: undefined })],
  ["a list is shorter", (one) => void one.ceremony.ledger.pop()],
  ["a list became an object", (one) => void Object.assign(one.activity, { lines: { 0: "a" } })],
  ["an object became nothing", (one) => void Object.assign(one, { ceremony: null })],
  ["nothing became an object", (one) => void (one.none = {})],
  ["another date", (one) => void (one.ceremony.ledger[0]!.at = new Date(0))],
  ["a text of digits", (one) => void Object.assign(one, { revision: "1" })],
] as readonly (readonly [string, (one: ReturnType<typeof view>) => void])[])(
  "is the next wherever it differs: %s",
  (_, change) => {
    const before = view();
    const next = view();
    change(next);
    const is = kept(before, next);
    expect(is).toStrictEqual(next);
    expect(is).not.toBe(before);
  },
);
