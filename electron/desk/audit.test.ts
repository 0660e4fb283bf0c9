// The Audit screen's verdict: of a record alone, of a bundle in which it lies, and against what
// came another way.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { toWords, fromHex, utf8 } from "../../crypto/index.ts";
import { bundleOf } from "../evidence/bundle.ts";
import { verifyRecord } from "../journal/verify.ts";
import { ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { copyOf, draftOf, sealed, type Draft } from "../meaning/drafts.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { audit, type Anchors } from "./audit.ts";

const NOW = "2026-11-25T10:00:00.000Z";
const pool = makePool();
const ceremony = ceremonyOf("activation", pool, 1);
const { record, script } = ceremony;
const bundle = bundleOf({ record, script: utf8(script.text), papers: [] });

/** The record with a change, truly signed. */
function recordWith(change: (drafts: Draft[]) => void): Uint8Array {
  const copy = copyOf(ceremony);
  change(copy.drafts);
  return sealed(copy);
}

const codeOfFiles = (files: ReadonlyMap<string, Uint8Array | null>): string =>
  codeOf(() => audit({ record, bundle: files }, NOW));
const wordsOf = (hex: string): string => toWords(fromHex(hex)!).slice(0, 10).join(" ");

describe("an audit", () => {
  it("of a record alone says nothing of files", () => {
    expect(audit({ record, bundle: null }, NOW)).toMatchObject({ files: null, closed: true });
  });

  it("of a whole bundle counts its files, and says of the record what it says alone", () => {
    const alone = audit({ record, bundle: null }, NOW);
    expect(audit({ record, bundle }, NOW)).toEqual({ ...alone, files: bundle.size });
  });

  it("of a bundle that was changed, cut short or added to is a refusal", () => {
    expect(codeOfFiles(new Map([...bundle, ["script.yaml", utf8("other")]]))).toBe("E-BUNDLE-HASH");
    expect(codeOfFiles(new Map([...bundle].slice(0, -1)))).toBe("E-BUNDLE-INCOMPLETE");
    expect(codeOfFiles(new Map([...bundle, ["more", null]]))).toBe("E-BUNDLE-KIND");
    expect(codeOfFiles(new Map([...bundle, ["more", record]]))).toBe("E-BUNDLE-EXTRA");
  });

  it("refuses a truly signed record that lies, and one of no script that the app knows", () => {
    const lie = recordWith((drafts) => {
      draftOf(drafts, "quorum-proven")!.data.domainSha256 = "0".repeat(64);
    });
    expect(codeOf(() => audit({ record: lie, bundle: null }, NOW))).toBe("E-MEAN-PROOF");
    const strange = recordWith((drafts) => {
      draftOf(drafts, "opened")!.data.scriptSha256 = "0".repeat(64);
    });
    expect(codeOf(() => audit({ record: strange, bundle: null }, NOW))).toBe("E-NOT-A-CEREMONY");
  });

  it("says who closed it, and who did not", () => {
    const officers = { signed: 3, of: 3 };
    expect(audit({ record, bundle }, NOW).closing).toMatchObject({
      officers,
      signed: 3,
      of: 3,
      due: 2,
      missing: [],
      isShort: false,
      vouchedTo: verifyRecord(record).entries.findIndex(({ type }) => type === "closing"),
    });
  });
});

describe("an audit with what came another way", () => {
  const { head } = verifyRecord(record);
  const present = ["officer-1", "officer-2", "officer-3"];
  const signers = pool.officers.map(([{ signing }]) => signing.certificate.thumbprint);
  const cards = signers.map(wordsOf);
  const read = (anchors: Partial<Anchors>, bytes = record) =>
    audit({ record: bytes, bundle: null }, NOW, { head: "", cards: [], ...anchors });

  it("without any does not know the signers, nor that the end was read aloud", () => {
    expect(read({})).toMatchObject({
      closedBy: "signatures",
      headGiven: false,
      signersKnown: false,
      unanchored: present,
    });
    expect(read({}).signers.map(({ officer }) => officer)).toEqual(present);
  });

  it("knows the end by its words or digits, and the signers by all their cards", () => {
    for (const heard of [wordsOf(head), head, `  ${head} `])
      expect(read({ head: heard, cards })).toMatchObject({ headGiven: true, signersKnown: true });
    expect(read({ cards: cards.slice(1) })).toMatchObject({
      signersKnown: false,
      unanchored: ["officer-1"],
    });
  });

  it("takes a card for the seat that is said, and refuses one of another seat", () => {
    const said = cards.map((words, i) => `officer-${i + 1} ${words}`);
    expect(read({ cards: said }).signersKnown).toBe(true);
    const swapped = [`officer-1=${cards[1]!}`];
    expect(codeOf(() => read({ cards: swapped }))).toBe("E-SIGNER-CARD");
    const stranger = wordsOf(pool.strangers[0]!.signing.certificate.thumbprint);
    expect(codeOf(() => read({ cards: [stranger] }))).toBe("E-SIGNER-CARD");
  });

  it("finds a cut end, and another record", () => {
    const cut = record.slice(0, record.lastIndexOf(10, record.length - 2) + 1);
    expect(read({}, cut)).toMatchObject({ closed: false, closedBy: null });
    expect(read({}, cut).signers).toHaveLength(2);
    expect(codeOf(() => read({ head: wordsOf(head) }, cut))).toBe("E-LOG-HEAD");
    expect(codeOf(() => read({ head: "ab".repeat(32) }))).toBe("E-LOG-HEAD");
    const another = { head: "ab".repeat(32), cards: [] };
    expect(codeOf(() => audit({ record, bundle }, NOW, another))).toBe("E-LOG-HEAD");
  });

  it("refuses what is no head and no card", () => {
    expect(codeOf(() => read({ head: "some words" }))).toBe("E-HEAD-FORM");
    expect(codeOf(() => read({ cards: ["some words"] }))).toBe("E-SIGNER-FORM");
  });

  it("does not show signatures over a closing that was voided as signatures of the end", () => {
    const voided = recordWith((drafts) => {
      const [, , third] = drafts.slice(-3);
      const closing = drafts.find(({ type }) => type === "closing")!;
      const data = { step: "close", code: "E-KEY-PASSPHRASE" };
      drafts.splice(-2, 2);
      drafts.push({ ...closing, id: 9000, type: "refused", data, at: third!.at });
      drafts.push({ ...closing, id: 9001, at: third!.at });
    });
    expect(read({}, voided)).toMatchObject({ closed: false, signers: [] });
  });
});
