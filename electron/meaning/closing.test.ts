// How many officers must sign the end of each ceremony, and what nobody vouches for where fewer did.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { CEREMONIES } from "../../ceremony-scripts/index.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf, UNEVENTFUL } from "./ceremony.fixture.ts";
import { copyOf, draftOf, sealed } from "./drafts.fixture.ts";
import { closedByFirst } from "./lie.fixture.ts";
import { makePool } from "./pool.fixture.ts";
import { checkVouched, rely } from "./reliance.ts";

const pool = makePool();
const activation = ceremonyOf("activation", pool, 1);
const FIRST: readonly string[] = ["activation", "recovery-alone", "adoption"];
const made = (name: string, happening = UNEVENTFUL) =>
  ceremonyOf(name, pool, 1, { before: FIRST.includes(name) ? null : after(activation), happening });

/** Of the page: the smaller of the quorum, and how many the script wants to come. */
const DUE: Readonly<Record<string, number>> = {
  activation: 2,
  adoption: 2,
  attestation: 0,
  "attestation-part": 1,
  "dry-run": 2,
  "hand-off": 0,
  recovery: 2,
  "recovery-alone": 2,
  replacement: 2,
};

describe("the end of a ceremony", () => {
  it.each(CEREMONIES)("is vouched for where all who were there closed it: %s", (name) => {
    const relied = rely(verifyRecord(made(name).record));
    expect(relied.meaning.closed).toMatchObject({ due: DUE[name], isShort: false });
    expect(checkVouched(relied, [])).toEqual([]);
  });

  const signed = CEREMONIES.filter((name) => draftOf(made(name).drafts, "closing") !== undefined);

  it.each(signed)("is not where fewer officers signed than were due: %s", (name) => {
    const ceremony = made(name);
    const { present } = draftOf(ceremony.drafts, "closing")!.data;
    for (let officers = present.length - 1; officers > 0; officers--) {
      const copy = copyOf(ceremony);
      closedByFirst(copy.drafts, officers);
      const verdict = verifyRecord(sealed(copy));
      const relied = rely(verdict, { head: verdict.head });
      const isShort = officers < DUE[name]!;
      expect(relied.meaning.closed, String(officers)).toMatchObject({ signed: officers, isShort });
      expect(relied.lack).toBe(isShort ? "signers" : null);
      expect(codeOf(() => checkVouched(relied, ["0".repeat(64)]))).toBe(
        isShort ? "E-CLOSED-SHORT" : "nothing thrown",
      );
      expect(checkVouched(relied, [verdict.head])).toEqual(isShort ? ["E-CLOSED-SHORT"] : []);
    }
  });

  it("is vouched for up to the last act that enough officers signed", () => {
    const copy = copyOf(activation);
    closedByFirst(copy.drafts, 1);
    const acts = copy.drafts.flatMap(({ type }, seq) => (type === "act-signing" ? [seq] : []));
    expect(acts).toHaveLength(1);
    const { meaning } = rely(verifyRecord(sealed(copy)));
    expect(meaning.closed?.vouchedTo).toBe(acts.at(-1));
  });

  it("is vouched for by nobody, from its first entry on, where no act was signed", () => {
    const copy = copyOf(made("dry-run"));
    expect(draftOf(copy.drafts, "act-signing")).toBeUndefined();
    closedByFirst(copy.drafts, 1);
    expect(rely(verifyRecord(sealed(copy))).meaning.closed).toMatchObject({
      isShort: true,
      vouchedTo: null,
    });
  });

  it("is aborted rather than short where it was aborted", () => {
    const aborted = made("activation", { ...UNEVENTFUL, abortedBefore: "make-key-1" });
    const relied = rely(verifyRecord(aborted.record));
    expect(relied).toMatchObject({ lack: "aborted", meaning: { closed: { isShort: false } } });
  });

  it("is not vouched for on paper either, where fewer officers were present than were due", () => {
    const copy = copyOf(made("adoption"));
    const end = draftOf(copy.drafts, "closing-on-paper")!;
    end.data.present = end.data.present.filter((role) => !/^officer-[23]$/.test(role));
    copy.drafts.splice(copy.drafts.indexOf(end), 0, {
      ...end,
      id: 2_000_000,
      type: "exception-noted",
      data: {
        expected: "Everyone signs the paper.",
        happened: "Two officers left.",
        decided: "Continue.",
        decidedBy: ["administrator", "witness"],
        step: "close",
        decision: "continue",
      },
    });
    const verdict = verifyRecord(sealed(copy));
    expect(rely(verdict, { head: verdict.head })).toMatchObject({
      lack: "signers",
      meaning: { closed: { signed: 3, of: 5, isShort: true } },
    });
  });
});

/** Ceremonies that continue another, after one in which officers made keys, or none did. */
const CONTINUING = CEREMONIES.filter((name) => !FIRST.includes(name));
const adoption = made("adoption");

/** A replacement after the adoption, by which so many officers have a key to sign with. */
const replaced = (count: number) =>
  Array.from({ length: 60 }, (_, n) =>
    ceremonyOf("replacement", pool, n + 1, { before: after(adoption) }),
  ).find(({ drafts }) => draftOf(drafts, "opened")!.data.renewed?.length === count)!;

/** By what a ceremony of each kind is vouched for, by who signed it, and who could. */
function verdictOf(due: number, signed: number, able: number): "yes" | "by its head" | "no" {
  if (signed >= due) return "yes";
  return signed === able && able > 0 ? "by its head" : "no";
}

describe("every ceremony, by who could sign its end and who did", () => {
  const rows = [0, 1, 2, 3].flatMap((keys) => {
    const before = keys === 0 ? adoption : replaced(keys);
    // The pool has one further key for each officer: nobody's is replaced twice.
    return CONTINUING.filter((name) => keys === 0 || name !== "replacement").flatMap((name) =>
      [1, 2].map((seed) => {
        const ceremony = ceremonyOf(name, pool, seed, { before: after(before) });
        return { name, keys, seed, ceremony };
      }),
    );
  });

  it.each(rows)("$name, $keys of three had a key before, as in $seed", ({ name, ceremony }) => {
    const whole = rely(verifyRecord(ceremony.record)).meaning.closed!;
    const signing = draftOf(ceremony.drafts, "closing");
    if (signing === undefined) {
      const { officers } = whole;
      expect(whole).toMatchObject({ isByHand: false, isShort: officers.signed < DUE[name]! });
      return;
    }
    const able = signing.data.present.length;
    for (let signed = able; signed > 0; signed--) {
      const copy = copyOf(ceremony);
      if (signed < able) closedByFirst(copy.drafts, signed);
      const verdict = verifyRecord(sealed(copy));
      const [alone, heard] = [rely(verdict), rely(verdict, { head: verdict.head })];
      const expected = verdictOf(DUE[name]!, signed, able);
      expect(alone.meaning.closed?.isShort, `${signed} of ${able}`).toBe(expected !== "yes");
      expect(heard.meaning.closed?.isShort, `${signed} of ${able}, heard`).toBe(expected === "no");
      expect(heard.lack).toBe(expected === "no" ? "signers" : null);
      expect(alone.meaning.closed?.officers).toMatchObject({ signed });
    }
  });

  it("has a row for each verdict", () => {
    const found = rows.flatMap(({ name, ceremony }) => {
      const able = draftOf(ceremony.drafts, "closing")?.data.present.length ?? 0;
      return Array.from({ length: able }, (_, n) => verdictOf(DUE[name]!, n + 1, able));
    });
    expect(new Set(found)).toEqual(new Set(["yes", "by its head", "no"]));
  });
});
