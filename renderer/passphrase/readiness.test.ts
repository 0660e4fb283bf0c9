// When a passphrase may be used, and what is said until then.
import { describe, expect, it } from "vitest";
import { isWeak, lackOfNew, lackOfOpen, look, NEEDED_BITS, NOTHING } from "./readiness.ts";

const REAL = { mode: "PRODUCTION", networkUp: false } as const;
const PLAYED = { mode: "REHEARSAL", networkUp: true } as const;
const strong = { bits: NEEDED_BITS, current: true } as const;
const weak = { bits: NEEDED_BITS - 1, current: true } as const;
const long = "lavender lunacy quickness ladybug playful reaffirm garden";

describe("a look at two lines", () => {
  it("counts and compares, and keeps no character", () => {
    const looked = look("abcd efgh", "abcd");
    expect(looked).toEqual({ length: 9, blank: false, againLength: 4, same: false });
  });
  it("of nothing is what a turn starts with", () => expect(look("", "")).toEqual(NOTHING));
});

describe("a new passphrase", () => {
  const lack = (one: string, two: string, strength: Parameters<typeof lackOfNew>[1] = strong) =>
    lackOfNew(look(one, two), strength, REAL);

  it("may be used when typed twice alike, long and strong enough", () =>
    expect(lack(long, long)).toBeNull());
  it("is asked for first", () => expect(lack("", "")).toBe("nothing"));
  it("takes eight characters", () => {
    expect(lack("1234567", "1234567")).toBe("short");
    expect(lack("12345678", "12345678")).toBeNull();
  });
  it("takes no more than 1024", () => {
    expect(lack("x".repeat(1025), "x".repeat(1025))).toBe("long");
    expect(lack("x".repeat(1024), "x".repeat(1024))).toBeNull();
  });
  it("is more than spaces", () => expect(lack(" ".repeat(9), " ".repeat(9))).toBe("blank"));
  it("must be typed a second time", () => expect(lack(long, "")).toBe("once"));
  it("must be the same the second time", () => expect(lack(long, `${long} `)).toBe("differs"));
  it("that is weak is said to be weak before it is typed again", () =>
    expect(lack(long, "", weak)).toBe("weak"));
  it("waits for the measure of what was typed last", () => {
    expect(lack(long, long, { bits: 100, current: false })).toBe("measuring");
    expect(lack(long, long, { bits: "none", current: true })).toBe("measuring");
  });
  it("that nothing can measure protects no real key", () =>
    expect(lack(long, long, { bits: "unknown", current: true })).toBe("unmeasured"));
});

describe("in a rehearsal", () => {
  it("a weak or unmeasured passphrase may be used", () => {
    for (const strength of [weak, { bits: "unknown", current: false } as const])
      expect(lackOfNew(look(long, long), strength, PLAYED)).toBeNull();
  });
  it("the form is checked anyway", () =>
    expect(lackOfNew(look("short", "short"), weak, PLAYED)).toBe("short"));
});

describe("the passphrase of an existing key", () => {
  it("may be of any form, for the key decides", () => {
    expect(lackOfOpen(look("a", ""), REAL)).toBeNull();
    expect(lackOfOpen(look("", ""), REAL)).toBe("nothing");
    expect(lackOfOpen(look("x".repeat(1025), ""), REAL)).toBe("long");
  });
});

describe("a machine with a network", () => {
  const online = { ...REAL, networkUp: true };
  it("takes no passphrase of a real key, neither a new one nor that of an existing key", () => {
    expect(lackOfNew(look(long, long), strong, online)).toBe("network");
    expect(lackOfOpen(look("a", ""), online)).toBe("network");
  });
  it("may play a rehearsal", () => expect(lackOfOpen(look("a", ""), PLAYED)).toBeNull());
});

it("only known bits are weak", () => {
  expect(isWeak(NEEDED_BITS - 1)).toBe(true);
  for (const bits of [NEEDED_BITS, "none", "unknown"] as const) expect(isWeak(bits)).toBe(false);
});
