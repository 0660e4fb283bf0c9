// Which signatures a record may have, and when it is closed.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { toBase64, utf8 } from "../../crypto/index.ts";
import type { JsonData } from "./canonical.ts";
import {
  keyMade,
  makeOfficer,
  messageOf,
  RecordMaker,
  signatureOf,
  signedRecord,
  unsignedRecord,
} from "./record.fixture.ts";
import { anchoredBy, verifyRecord, type Verdict } from "./verify.ts";

/** Whether these cards, matched to any signer, are those of all who signed. */
const isKnown = (verdict: Verdict, cards: readonly string[]): boolean =>
  anchoredBy(
    verdict,
    cards.map((words) => ({ officer: null, words })),
  ).known;

const ONE = makeOfficer("officer-1");
const TWO = makeOfficer("officer-2");
const BOTH = [ONE, TWO];
const verdictOf = (record: RecordMaker) => verifyRecord(record.bytes);
const codeOfRecord = (record: RecordMaker): string => codeOf(() => verifyRecord(record.bytes));

/** A record in which `data` is the first signature, over the closing unless it says otherwise. */
function withSigned(data: (over: string) => JsonData): RecordMaker {
  const record = unsignedRecord(BOTH);
  record.add("signed", data(record.head));
  return record;
}

describe("a close", () => {
  it("is in progress until all present have signed", () => {
    const record = unsignedRecord(BOTH);
    expect(verdictOf(record)).toMatchObject({ closed: false, missing: ["officer-1", "officer-2"] });
    const over = record.head;
    record.add("signed", signatureOf(TWO, over));
    expect(verdictOf(record)).toMatchObject({ closed: false, missing: ["officer-1"] });
    record.add("signed", signatureOf(ONE, over));
    expect(verdictOf(record)).toMatchObject({ closed: true, missing: [] });
  });

  it("is not in progress before a closing", () => {
    const record = new RecordMaker();
    record.add("opened", {});
    expect(verdictOf(record)).toMatchObject({ closed: false, missing: [] });
  });

  it("that is complete is the end: anything after it is refused", () => {
    const after: readonly ((record: RecordMaker, over: string) => void)[] = [
      (record) => record.add("noted", {}),
      (record) => record.add("closing", { present: ["officer-1"] }),
      (record, over) => record.add("signed", signatureOf(ONE, over)),
      (record) => record.add("signed", signatureOf(ONE, record.head)),
    ];
    for (const add of after) {
      const record = signedRecord(BOTH);
      add(record, verdictOf(record).signatures[0]?.over ?? "");
      expect(codeOfRecord(record)).toBe("E-LOG-SIGNER");
      expect(messageOf(() => verdictOf(record))).toBe(
        "Entry 7 of the record is not allowed there: " + "it comes after everyone has signed.",
      );
    }
  });

  it("is void when anything else comes between, and can be done again", () => {
    const record = unsignedRecord(BOTH);
    const over = record.head;
    record.add("signed", signatureOf(ONE, over));
    record.add("noted", {});
    record.add("signed", signatureOf(TWO, over));
    expect(verdictOf(record)).toMatchObject({ closed: false, missing: [] });
    const again = record.add("closing", { present: ["officer-1", "officer-2"] });
    for (const officer of BOTH) record.add("signed", signatureOf(officer, again));
    expect(verdictOf(record)).toMatchObject({ closed: true, missing: [] });
  });

  it("is void by a second signature of one officer, one over another entry, a stranger's", () => {
    const stranger = makeOfficer("officer-3");
    const spoils: readonly ((record: RecordMaker, over: string) => void)[] = [
      (record, over) => record.add("signed", signatureOf(ONE, over)),
      (record) => record.add("signed", signatureOf(TWO, record.head)),
      (record, over) => record.add("signed", signatureOf(stranger, over)),
    ];
    for (const spoil of spoils) {
      const record = new RecordMaker();
      for (const officer of [...BOTH, stranger]) record.add("key-made", keyMade(officer));
      const over = record.add("closing", { present: ["officer-1", "officer-2"] });
      record.add("signed", signatureOf(ONE, over));
      spoil(record, over);
      record.add("signed", signatureOf(TWO, over));
      expect(verdictOf(record)).toMatchObject({ closed: false, missing: [] });
    }
  });

  it("with nobody present closes nothing", () => {
    const record = new RecordMaker();
    record.add("closing", { present: [] });
    expect(verdictOf(record)).toMatchObject({ closed: false, missing: [] });
    record.add("noted", {});
    expect(codeOfRecord(record)).toBe("nothing thrown");
  });

  it("only counts over an entry of type closing", () => {
    const record = new RecordMaker();
    for (const officer of BOTH) record.add("key-made", keyMade(officer));
    const over = record.add("ending", { present: ["officer-1", "officer-2"] });
    for (const officer of BOTH) record.add("signed", signatureOf(officer, over));
    expect(verdictOf(record)).toMatchObject({ closed: false, missing: [] });
  });

  it.each<[string, JsonData]>([
    ["no list", { present: "officer-1" }],
    ["no member", {}],
    ["numbers", { present: [1] }],
    ["an officer twice", { present: ["officer-1", "officer-1"] }],
    ["a text", "present"],
    ["a list", [["officer-1"]]],
  ])("whose present is %s is refused", (_, data) => {
    const record = new RecordMaker();
    record.add("closing", data);
    expect(codeOfRecord(record)).toBe("E-LOG-FORM");
  });
});

describe("a close on paper", () => {
  const data = { present: ["administrator", "witness"], consent: {} };

  it("closes a record that nobody signed, and says so", () => {
    const record = new RecordMaker();
    record.add("opened", {});
    expect(verdictOf(record).closedBy).toBeNull();
    record.add("closing-on-paper", data);
    expect(verdictOf(record)).toMatchObject({
      closed: true,
      closedBy: "paper",
      signatures: [],
      missing: [],
    });
  });

  it("knows no signer, even if officers had signed before", () => {
    const record = unsignedRecord(BOTH);
    record.add("signed", signatureOf(ONE, record.head));
    const anchors = [ONE.certificate.thumbprint];
    expect(isKnown(verdictOf(record), anchors)).toBe(true);
    record.add("closing-on-paper", data);
    expect(verdictOf(record)).toMatchObject({ closed: true, closedBy: "paper", missing: [] });
    expect(isKnown(verdictOf(record), anchors)).toBe(false);
  });

  it("is the end: anything after it is refused", () => {
    for (const type of ["noted", "closing", "closing-on-paper"]) {
      const record = unsignedRecord(BOTH);
      record.add("closing-on-paper", data);
      record.add(type, data);
      expect(messageOf(() => verdictOf(record))).toBe(
        "Entry 6 of the record is not allowed there: " + "it comes after the closing on paper.",
      );
    }
    const record = unsignedRecord(BOTH);
    const over = record.head;
    record.add("closing-on-paper", data);
    record.add("signed", signatureOf(ONE, over));
    expect(codeOfRecord(record)).toBe("E-LOG-SIGNER");
  });

  it.each<[string, JsonData]>([
    ["nobody", { present: [], consent: {} }],
    ["one alone", { present: ["witness"], consent: {} }],
    ["one twice", { present: ["witness", "witness"], consent: {} }],
    ["one without a name", { present: ["", "witness"], consent: {} }],
    ["a text", { present: "witness", consent: {} }],
    ["nothing", "present"],
    ["no consent", { present: ["administrator", "witness"] }],
    ["a consent that is a list", { present: ["administrator", "witness"], consent: [] }],
    ["a consent that is a text", { present: ["administrator", "witness"], consent: "all" }],
  ])("by %s is refused", (_, wrong) => {
    const record = new RecordMaker();
    record.add("closing-on-paper", wrong);
    expect(codeOfRecord(record)).toBe("E-LOG-FORM");
  });
});

describe("a signature", () => {
  it.each<[string, (over: string) => JsonData]>([
    ["a sixth member", (over) => ({ ...signatureOf(ONE, over), note: "" })],
    [
      "a member missing",
      (over) => {
        const { algorithm, officer, over: of, signature } = signatureOf(ONE, over);
        return { algorithm, officer, over: of, signature };
      },
    ],
    ["another algorithm", (over) => ({ ...signatureOf(ONE, over), algorithm: "RSA-PSS-SHA1" })],
    ["a number as officer", (over) => ({ ...signatureOf(ONE, over), officer: 1 })],
    ["an empty officer", (over) => ({ ...signatureOf(ONE, over), officer: "" })],
    ["over in capitals", (over) => ({ ...signatureOf(ONE, over), over: over.toUpperCase() })],
    [
      "a certificate in capitals",
      (over) => {
        const data = signatureOf(ONE, over);
        return { ...data, certificate: data.certificate.toUpperCase() };
      },
    ],
    ["no signature", (over) => ({ ...signatureOf(ONE, over), signature: "" })],
    ["no base64", (over) => ({ ...signatureOf(ONE, over), signature: "!" })],
    ["base64url", (over) => ({ ...signatureOf(ONE, over), signature: "-_-_" })],
    ["a list as data", (over) => Object.values(signatureOf(ONE, over))],
    ["a text as data", () => "signed"],
  ])("with %s is refused by its form", (_, data) => {
    expect(codeOfRecord(withSigned(data))).toBe("E-LOG-FORM");
  });

  it("must be over an entry before it", () => {
    expect(messageOf(() => verdictOf(withSigned(() => signatureOf(ONE, "ab".repeat(32)))))).toBe(
      "The signature in entry 5 is not valid: it does not name an earlier entry.",
    );
  });

  it("must be made by the key of the certificate it names, over exactly the 64 characters", () => {
    const swapped = withSigned((over) => ({
      ...signatureOf(ONE, over),
      signature: signatureOf(TWO, over).signature,
    }));
    expect(codeOfRecord(swapped)).toBe("E-LOG-SIGNATURE");
    const other = withSigned((over) => ({
      ...signatureOf(ONE, over),
      signature: signatureOf(ONE, `${over}\n`).signature,
    }));
    expect(codeOfRecord(other)).toBe("E-LOG-SIGNATURE");
    const none = withSigned((over) => ({
      ...signatureOf(ONE, over),
      signature: toBase64(utf8("no")),
    }));
    expect(codeOfRecord(none)).toBe("E-LOG-SIGNATURE");
  });

  it("may be under a certificate anywhere in earlier data, if it is a text of its own", () => {
    const { pem } = ONE.certificate;
    const enter = (data: JsonData): string => {
      const record = new RecordMaker();
      const over = record.add("noted", data);
      record.add("signed", signatureOf(ONE, over));
      return codeOfRecord(record);
    };
    expect(enter(pem)).toBe("nothing thrown");
    expect(enter({ a: [[{ b: pem }]] })).toBe("nothing thrown");
    expect(enter({ a: `see ${pem}` })).toBe("E-LOG-SIGNATURE");
    expect(enter({ a: pem + TWO.certificate.pem })).toBe("E-LOG-SIGNATURE");
    expect(enter({ [pem]: "as a name" })).toBe("E-LOG-SIGNATURE");
    expect(enter({ a: pem.replace("MII", "MIJ") })).toBe("E-LOG-SIGNATURE");
    const late = new RecordMaker();
    const over = late.add("noted", {});
    late.add("signed", signatureOf(ONE, over));
    late.add("noted", pem);
    expect(codeOfRecord(late)).toBe("E-LOG-SIGNATURE");
  });

  it("between steps is accepted, and closes nothing", () => {
    const record = new RecordMaker();
    const over = record.add("key-made", keyMade(ONE));
    record.add("noted", {});
    record.add("signed", signatureOf(ONE, over));
    record.add("noted", {});
    expect(verdictOf(record)).toMatchObject({ closed: false, signatures: [{ over, seq: 2 }] });
  });
});

describe("a signing key", () => {
  const theirs = (make: (record: RecordMaker) => void, officer: string): string => {
    const record = new RecordMaker();
    record.add("opened", {});
    make(record);
    record.add("signed", { ...signatureOf(ONE, record.head), officer });
    return codeOfRecord(record);
  };
  const known = (officer: string) => (record: RecordMaker) =>
    record.add("signer-known", { officer, certificate: ONE.certificate.pem });

  it("serves the officer it was entered for and no other", () => {
    const made = (record: RecordMaker) => record.add("key-made", keyMade(ONE));
    expect(theirs(made, "officer-1")).toBe("nothing thrown");
    expect(theirs(made, "officer-2")).toBe("E-LOG-SIGNER");
    expect(theirs(known("officer-2"), "officer-2")).toBe("nothing thrown");
    expect(theirs(known("officer-2"), "officer-1")).toBe("E-LOG-SIGNER");
  });

  it("serves nobody once it was entered for two", () => {
    const make = (record: RecordMaker) => {
      known("officer-1")(record);
      known("officer-2")(record);
    };
    for (const officer of ["officer-1", "officer-2"])
      expect(theirs(make, officer)).toBe("E-LOG-SIGNER");
  });

  it("cannot be replaced by one that was inserted elsewhere", () => {
    const record = new RecordMaker();
    record.add("key-made", keyMade(TWO));
    const over = record.add("noted", ONE.certificate.pem);
    record.add("signed", { ...signatureOf(ONE, over), officer: "officer-2" });
    expect(messageOf(() => verdictOf(record))).toBe(
      "Entry 2 of the record is not allowed there: " + "its officer was given another certificate.",
    );
  });

  it("may be followed by the officer's next one", () => {
    const next = makeOfficer("officer-1");
    const record = new RecordMaker();
    record.add("signer-known", { officer: "officer-1", certificate: ONE.certificate.pem });
    const over = record.add("key-made", keyMade(next));
    record.add("signed", signatureOf(ONE, over));
    record.add("signed", signatureOf(next, over));
    expect(codeOfRecord(record)).toBe("nothing thrown");
  });

  it("does not sign for two officers, nor under two certificates over one key", () => {
    const twin = makeOfficer("officer-2", ONE.pkcs8);
    expect(twin.certificate.thumbprint).not.toBe(ONE.certificate.thumbprint);
    const record = new RecordMaker();
    const over = record.add("noted", [ONE.certificate.pem, twin.certificate.pem]);
    record.add("signed", signatureOf(ONE, over));
    record.add("signed", signatureOf(twin, over));
    expect(codeOfRecord(record)).toBe("E-LOG-SIGNER");
  });
});
