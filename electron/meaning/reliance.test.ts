// How far a record can be relied on: by itself, and beside others that vouch for it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { verifyRecord, type Verdict } from "../journal/verify.ts";
import { after, ceremonyOf, UNEVENTFUL } from "./ceremony.fixture.ts";
import { makePool } from "./pool.fixture.ts";
import { cardIn, rely, relyOnAll } from "./reliance.ts";

const landed = (name: string): Verdict =>
  verifyRecord(
    new Uint8Array(
      readFileSync(join(import.meta.dirname, "..", "..", "e2e", "landed", `${name}.jsonl`)),
    ),
  );
/** Of an earlier app, each continuing the one before; the second is closed on paper. */
const [ACTIVATION, HAND_OFF, ATTESTATION] = [
  landed("1-activation"),
  landed("2-hand-off"),
  landed("4-attestation"),
] as const;

const pool = makePool();
const cardsOf = ({ signatures }: Verdict) =>
  [...new Set(signatures.map((one) => `${one.officer} ${one.certificate}`))].map(cardIn);
const NONE = { heads: [], cards: [], own: null };
const openOf = ({ entries, ...verdict }: Verdict): Verdict => ({
  ...verdict,
  entries: entries.slice(0, -1),
  closed: false,
  closedBy: null,
});

describe("a record", () => {
  it("decides by its head, or by the cards of all who signed it", () => {
    const cards = cardsOf(ACTIVATION);
    expect(rely(ACTIVATION)).toMatchObject({ lack: "anchor", vouchedBy: null, headGiven: false });
    expect(rely(ACTIVATION, { cards: cards.slice(1) })).toMatchObject({ lack: "anchor" });
    expect(rely(ACTIVATION, { cards })).toMatchObject({ lack: null, vouchedBy: "cards" });
    expect(rely(ACTIVATION, { head: ACTIVATION.head })).toMatchObject({
      lack: null,
      vouchedBy: "head",
      headGiven: true,
    });
  });

  it("decides nothing while it is open, once it was aborted, or on paper, whatever is given", () => {
    const happening = { ...UNEVENTFUL, abortedBefore: "match-domain" };
    const aborted = verifyRecord(ceremonyOf("activation", pool, 1, { happening }).record);
    const cards = cardsOf(aborted);
    expect(rely(aborted, { head: aborted.head, cards })).toMatchObject({ lack: "aborted" });
    expect(rely(HAND_OFF, { head: HAND_OFF.head })).toMatchObject({ lack: "paper" });
    const open = openOf(ACTIVATION);
    expect(rely(open, { cards: cardsOf(ACTIVATION) })).toMatchObject({ lack: "open" });
    const refusal = () => new Error("not closed");
    expect(() => rely(open, {}, refusal)).toThrow("not closed");
    expect(() => rely(ACTIVATION, {}, refusal)).not.toThrow();
  });

  it("is refused with a head or a card of another, and where it does not mean what it says", () => {
    expect(codeOf(() => rely(ACTIVATION, { head: HAND_OFF.head }))).toBe("E-LOG-HEAD");
    expect(codeOf(() => rely(ACTIVATION, { cards: [cardIn("00".repeat(32))] }))).toBe(
      "E-SIGNER-CARD",
    );
    const [first, ...rest] = ACTIVATION.entries;
    const lie = { ...first!, data: { ...(first!.data as object), required: 3 } };
    expect(codeOf(() => rely({ ...ACTIVATION, entries: [lie, ...rest] }))).toBe("E-MEAN-SCRIPT");
  });
});

describe("several records", () => {
  it("are vouched for backwards: by one that decides, the one that it continues, and so on", () => {
    const all = [ACTIVATION, HAND_OFF, ATTESTATION];
    const lacks = (heads: readonly string[], of: readonly Verdict[] = all) =>
      relyOnAll(of, { ...NONE, heads }).map(({ lack }) => lack);
    expect(lacks([])).toEqual(["anchor", "paper", lackOf(ATTESTATION)]);
    // A head of the middle one, on paper, makes none decide.
    expect(lacks([HAND_OFF.head])).toEqual(["anchor", "paper", lackOf(ATTESTATION)]);
    const generated = ceremonyOf("activation", pool, 2);
    const next = ceremonyOf("dry-run", pool, 3, { before: after(generated) });
    const two = [generated, next].map((one) => verifyRecord(one.record));
    expect(lacks([two[1]!.head], two)).toEqual([null, null]);
    expect(lacks([two[0]!.head], two)).toEqual([null, "anchor"]);
    expect(relyOnAll(two, { ...NONE, heads: [two[1]!.head] })[0]).toMatchObject({
      vouchedBy: "successor",
    });
  });

  it("vouch for no record that ended otherwise than they say", () => {
    const generated = ceremonyOf("activation", pool, 2);
    const before = after(generated);
    const wrong = {
      ...before,
      earlier: { ...before.earlier, provenAt: "2026-01-01T00:00:00.000Z" },
    };
    const next = ceremonyOf("dry-run", pool, 3, { before: wrong });
    const two = [generated, next].map((one) => verifyRecord(one.record));
    const relied = relyOnAll(two, { ...NONE, heads: [two[1]!.head] });
    expect(relied.map(({ lack }) => lack)).toEqual(["anchor", null]);
  });

  it("use each head and card for the record it belongs to, and refuse those of no record", () => {
    const other = verifyRecord(ceremonyOf("activation", pool, 4).record);
    const relied = relyOnAll([ACTIVATION, other], {
      ...NONE,
      heads: [other.head],
      cards: cardsOf(ACTIVATION),
    });
    expect(relied.map(({ vouchedBy }) => vouchedBy)).toEqual(["cards", "head"]);
    const refused = (verdicts: readonly Verdict[], heads: readonly string[]) =>
      codeOf(() => relyOnAll(verdicts, { ...NONE, heads }));
    expect(refused([ACTIVATION, HAND_OFF], [other.head])).toBe("E-HEAD-OTHER");
    expect(refused([ACTIVATION], [other.head])).toBe("E-LOG-HEAD");
    expect(
      codeOf(() => relyOnAll([ACTIVATION, HAND_OFF], { ...NONE, cards: cardsOf(other) })),
    ).toBe("E-SIGNER-CARD");
  });
});

const lackOf = (verdict: Verdict) => rely(verdict).lack;

describe("a card", () => {
  it("is of the officer who is named before its words, or of whom they fit", () => {
    for (const text of ["officer-1=a b", "officer-1 a b", " officer-1: a b "])
      expect(cardIn(text).officer).toBe("officer-1");
    expect(cardIn("a b")).toEqual({ officer: null, words: "a b" });
    expect(cardIn("officer-11 a b")).toEqual({ officer: null, words: "officer-11 a b" });
  });
});
