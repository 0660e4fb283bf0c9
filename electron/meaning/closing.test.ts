// How many officers must sign the end of each ceremony, and what nobody vouches for where fewer did.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { CEREMONIES } from "../../ceremony-scripts/index.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf, UNEVENTFUL } from "./ceremony.fixture.ts";
import { copyOf, draftOf, sealed } from "./drafts.fixture.ts";
import { closedByFirst } from "./lies.fixture.ts";
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
      expect(codeOf(() => checkVouched(relied, []))).toBe(
        isShort ? "E-CLOSED-SHORT" : "nothing thrown",
      );
      expect(checkVouched(relied, ["E-CLOSED-SHORT"])).toEqual(isShort ? ["E-CLOSED-SHORT"] : []);
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
