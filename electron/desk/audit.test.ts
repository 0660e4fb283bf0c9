// The Audit screen's verdict: of a record alone, of a bundle in which it lies, and against what
// came another way.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { toWords, fromHex, utf8 } from "../../crypto/index.ts";
import { closing, type AnyEvent, type Placed } from "../ceremony/record.fixture.ts";
import { bundleOf } from "../evidence/bundle.ts";
import { activation, activationWith, recordWith } from "../evidence/record.fixture.ts";
import { makeOfficer, signatureOf } from "../journal/record.fixture.ts";
import { verifyRecord } from "../journal/verify.ts";
import { audit, type Anchors } from "./audit.ts";

const NOW = "2026-11-25T10:00:00.000Z";
const record = activation();
// The fixture's script is the text of its own name.
const bundle = bundleOf({ record, script: utf8("script"), papers: [] });

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
});

describe("an audit with what came another way", () => {
  const officers = [1, 2, 3].map((seat) => makeOfficer(`officer-${String(seat)}`));
  const at = (event: AnyEvent): Placed => ({ station: "offline", event });
  const event = (type: string, data: unknown): Placed => at({ type, by: "administrator", data });
  const present = officers.map(({ officer }) => officer);
  const unsigned = [
    ...activationWith(),
    ...officers.map(({ officer, certificate: { pem } }) =>
      event("signer-known", { officer, certificate: pem }),
    ),
    event("step-began", { step: "close" }),
    at(closing(present)),
  ];
  const end = verifyRecord(recordWith(unsigned)).head;
  const signed = recordWith([
    ...unsigned,
    ...officers.map((officer) => event("signed", signatureOf(officer, end))),
  ]);
  const { head } = verifyRecord(signed);
  const cards = officers.map(({ certificate }) => wordsOf(certificate.thumbprint));
  const judged = (anchors: Partial<Anchors>, bytes = signed) =>
    audit({ record: bytes, bundle: null }, NOW, { head: "", cards: [], ...anchors });

  it("without any does not know the signers, nor that the end was read aloud", () => {
    expect(judged({})).toMatchObject({
      closedBy: "signatures",
      headGiven: false,
      signersKnown: false,
    });
    expect(judged({}).signers.map(({ officer }) => officer)).toEqual(present);
  });

  it("knows the end by its words or digits, and the signers by all their cards", () => {
    for (const heard of [wordsOf(head), head, `  ${head} `])
      expect(judged({ head: heard, cards })).toMatchObject({ headGiven: true, signersKnown: true });
    expect(judged({ cards: cards.slice(1) }).signersKnown).toBe(false);
  });

  it("finds a cut end, and another record", () => {
    const cut = signed.slice(0, signed.lastIndexOf(10, signed.length - 2) + 1);
    expect(judged({}, cut)).toMatchObject({ closed: false, closedBy: null });
    expect(judged({}, cut).signers).toHaveLength(2);
    expect(codeOf(() => judged({ head: wordsOf(head) }, cut))).toBe("E-LOG-HEAD");
    expect(codeOf(() => judged({ head: "ab".repeat(32) }))).toBe("E-LOG-HEAD");
    expect(codeOf(() => audit({ record, bundle }, NOW, { head, cards: [] }))).toBe("E-LOG-HEAD");
  });

  it("refuses what is no head and no card", () => {
    expect(codeOf(() => judged({ head: "some words" }))).toBe("E-HEAD-FORM");
    expect(codeOf(() => judged({ cards: ["some words"] }))).toBe("E-SIGNER-FORM");
  });

  it("does not show signatures over a closing that was voided as signatures of the end", () => {
    const voided = recordWith([
      ...unsigned,
      event("signed", signatureOf(officers[0]!, end)),
      event("refused", { step: "close", code: "E-KEY-PASSPHRASE" }),
      at(closing(present)),
    ]);
    expect(judged({}, voided)).toMatchObject({ closed: false, signers: [] });
  });
});
