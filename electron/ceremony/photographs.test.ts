// Photographs of seals: of bags whose numbers were read here, new ones, and what they leave standing.
import { describe, expect, it } from "vitest";
import {
  changedByPart,
  fold,
  mayPhotograph,
  numbersRead,
  photographedBefore,
  standingOf,
  type Photographed,
} from "./ceremony.ts";
import { digestOf, entriesOf, opened, type AnyEvent } from "./record.fixture.ts";
import { OBJECTS, SOUND } from "./standing.fixture.ts";

const [OWN] = OBJECTS;
const { object, seal, place, custodian } = OWN!;
const LAST = { object, seal, sha256: digestOf("last time"), at: "2025-11-01T10:00:00.000Z" };
const EARLIER = { ...SOUND, head: digestOf("head"), photographs: [LAST] };
const ONE: Photographed = { object, seal, sha256: digestOf("today"), size: 4096, before: "" };

const read = (condition: "intact" | "missing" = "intact"): AnyEvent => ({
  type: "seals-checked",
  by: "administrator",
  data: {
    officer: "officer-1",
    seals: [{ object, expected: seal, found: seal, condition, place, custodian }],
  },
});
const photographed = (...photographs: readonly Photographed[]): AnyEvent => ({
  type: "seals-photographed",
  by: "administrator",
  data: { photographs },
});
const entriesAfter = (...events: readonly AnyEvent[]) =>
  entriesOf(
    [opened({ earlier: [EARLIER] }), ...events].map((event) => ({ station: "offline", event })),
  );
const stateAfter = (...events: readonly AnyEvent[]) => fold(entriesAfter(...events));
const code = (state: ReturnType<typeof stateAfter>, ...all: readonly Photographed[]): string =>
  mayPhotograph(state, all)?.code ?? "may";

describe("a photograph of a seal", () => {
  it("is of a bag whose number people have read, and never before", () => {
    expect(numbersRead(stateAfter())).toEqual([]);
    expect(code(stateAfter(), ONE)).toBe("E-PHOTO-FORM");
    expect(numbersRead(stateAfter(read("missing")))).toEqual([]);
    expect(numbersRead(stateAfter(read()))).toEqual([{ object, seal }]);
    expect(code(stateAfter(read()), ONE)).toBe("may");
  });

  it.each<[string, Partial<Photographed>]>([
    ["of another bag", { seal: "X1" }],
    ["of another object", { object: "officer-2 medium" }],
    ["one of last time", { sha256: LAST.sha256 }],
    ["compared with one that there was not", { before: digestOf("none") }],
  ])("is refused when it is %s", (_, change) => {
    expect(code(stateAfter(read()), { ...ONE, ...change })).toBe("E-PHOTO-FORM");
  });

  it("is recorded once, and may name the one of last time that was beside it", () => {
    const compared = { ...ONE, before: LAST.sha256 };
    expect(code(stateAfter(read()), compared)).toBe("may");
    expect(code(stateAfter(read()), ONE, ONE)).toBe("E-PHOTO-FORM");
    expect(code(stateAfter(read(), photographed(ONE)), ONE)).toBe("E-PHOTO-FORM");
    expect(code(stateAfter(read()))).toBe("E-PHOTO-FORM");
  });
});

describe("photographs of a ceremony", () => {
  const other = { ...ONE, sha256: digestOf("another of today") };

  it("take the place of the object's older ones, and stay together", () => {
    const entries = entriesAfter(read(), photographed(ONE), photographed(other));
    const [, , first, second] = entries.map(({ at }) => at);
    expect(standingOf(entries).photographs).toEqual([
      { object, seal, sha256: ONE.sha256, at: first },
      { object, seal, sha256: other.sha256, at: second },
    ]);
    expect(standingOf(entriesAfter(read())).photographs).toEqual([LAST]);
  });

  it("are found in any record before it, and not in itself", () => {
    const [before, now] = [photographed(ONE), photographed(ONE, other)].map((one) =>
      entriesAfter(read(), one),
    ) as [ReturnType<typeof entriesAfter>, ReturnType<typeof entriesAfter>];
    expect(photographedBefore(now, [[], before])).toEqual([2]);
    expect(photographedBefore(now, [entriesAfter(read(), photographed(other))])).toEqual([2]);
    expect(photographedBefore(before, [entriesAfter(read(), photographed(other))])).toEqual([]);
    expect(photographedBefore(now, [])).toEqual([]);
  });

  it("go along with the officer's part in which they were brought, without older ones", () => {
    const after = standingOf(entriesAfter(read(), photographed(ONE)));
    expect(changedByPart(after, "officer-1", EARLIER).photographs).toMatchObject([
      { sha256: ONE.sha256 },
    ]);
    const none = changedByPart(standingOf(entriesAfter(read())), "officer-1", EARLIER);
    expect("photographs" in none).toBe(false);
  });
});
