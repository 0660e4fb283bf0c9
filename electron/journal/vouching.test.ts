// For whom a record vouches: keys that were bound when they were made, and their successors.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import type { JsonData } from "./canonical.ts";
import {
  bindingFor,
  keysMade,
  makeOfficer,
  makeWrapping,
  messageOf,
  RecordMaker,
  signatureOf,
  type Officer,
} from "./record.fixture.ts";
import { verifyRecord } from "./verify.ts";

const [ONE, TWO, THREE, NEXT] = [1, 2, 3, 3].map((seat) =>
  makeOfficer(`officer-${String(seat)}`),
) as [Officer, Officer, Officer, Officer];
const WRAPPING = makeWrapping("wrapping");
const named = (officer: Officer) => ({
  officer: officer.officer,
  certificate: officer.certificate.thumbprint,
});

/** The first entry of a record that continues another with these signers. */
const opened = (officers: readonly Officer[], more: readonly JsonData[] = []) => ({
  earlier: [
    {
      officers: [
        ...more,
        ...officers.map((one) => ({
          officer: one.officer,
          signingThumbprint: one.certificate.thumbprint,
        })),
      ],
    },
  ],
});

function make(record: RecordMaker, officer: Officer, binding: JsonData | null): void {
  record.add("key-made", keysMade(officer, WRAPPING));
  if (binding !== null) record.add("signer-bound", binding);
}

function close(record: RecordMaker, signers: readonly Officer[]): void {
  const present = signers.map(({ officer }) => officer);
  record.add("closing", { present, consent: { signers: signers.map(named) } });
  const over = record.head;
  for (const signer of signers) record.add("signed", signatureOf(signer, over));
}

/** A record of officers who were known, except for these who made a key in it. */
function continued(
  known: readonly Officer[],
  fresh: readonly Officer[],
  signers: readonly Officer[],
): readonly string[] {
  const record = new RecordMaker();
  record.add("opened", opened(known));
  for (const { officer, certificate } of signers.filter((one) => !fresh.includes(one)))
    record.add("signer-known", { officer, certificate: certificate.pem });
  for (const officer of fresh) make(record, officer, bindingFor(officer, WRAPPING));
  close(record, signers);
  return verifyRecord(record.bytes).unvouched;
}

describe("in a first record, an officer", () => {
  const first = (binding: JsonData | null): RecordMaker => {
    const record = new RecordMaker();
    record.add("opened", {});
    make(record, ONE, binding);
    close(record, [ONE]);
    return record;
  };

  it("is vouched for whose signing key has signed the wrapping key beside it", () => {
    expect(verifyRecord(first(bindingFor(ONE, WRAPPING)).bytes)).toMatchObject({
      closed: true,
      unvouched: [],
    });
  });

  it("is not vouched for whose keys were not bound", () => {
    expect(verifyRecord(first(null).bytes)).toMatchObject({
      closed: true,
      unvouched: ["officer-1"],
    });
  });

  it("cannot be bound by another's signature, to another's key, or before the keys", () => {
    const right = bindingFor(ONE, WRAPPING);
    const { signature } = signatureOf(ONE, WRAPPING.certificate.thumbprint);
    const said = (binding: JsonData) => messageOf(() => verifyRecord(first(binding).bytes));
    expect(said({ ...right, signature })).toBe(
      "The signature in entry 2 is not valid: it does not match what it names.",
    );
    for (const wrong of [
      bindingFor(ONE, TWO),
      { ...right, officer: "officer-2" },
      { ...right, certificate: TWO.certificate.thumbprint },
    ])
      expect(said(wrong)).toBe(
        "Entry 2 of the record is not allowed there: its officer made no such keys before.",
      );
    for (const odd of [
      { ...right, more: 1 },
      { ...right, algorithm: "RSA" },
      { ...right, officer: 1 },
      { ...right, officer: "" },
      { ...right, certificate: right.certificate.toUpperCase() },
      { ...right, wrapping: right.wrapping.toUpperCase() },
      { ...right, signature: "" },
      "text",
      { ...right, signature: "?" },
      { ...right, wrapping: "ab" },
    ])
      expect(codeOf(() => verifyRecord(first(odd).bytes))).toBe("E-LOG-FORM");
  });
});

describe("what only looks like", () => {
  it("a key-made gives nobody a key: another type of entry, members that are not texts", () => {
    const [keys, binding] = [keysMade(ONE, WRAPPING), bindingFor(ONE, WRAPPING)];
    const said = (type: string, data: JsonData) => {
      const record = new RecordMaker();
      record.add("opened", {});
      record.add(type, data);
      record.add("signer-bound", binding);
      return messageOf(() => verifyRecord(record.bytes));
    };
    const strange =
      "Entry 2 of the record is not allowed there: its officer made no such keys before.";
    expect(said("key-made", keys)).toBe("none");
    expect(said("key-seen", keys)).toBe(strange);
    for (const member of ["officer", "certificate", "signingCertificate"])
      expect(said("key-made", { ...keys, [member]: 1 })).toBe(strange);
  });

  it("a consent's name must be a text, and earlier records a list", () => {
    const { officer, certificate } = named(NEXT);
    for (const signer of [
      { officer: [officer], certificate },
      { officer, certificate: [certificate] },
    ]) {
      const record = new RecordMaker();
      record.add("opened", opened([ONE, TWO, THREE]));
      record.add("signer-known", { officer, certificate: THREE.certificate.pem });
      make(record, NEXT, bindingFor(NEXT, WRAPPING));
      const consent = { signers: [signer] };
      const over = record.add("act-signing", { act: "The new keys", present: [officer], consent });
      record.add("signed", signatureOf(THREE, over));
      close(record, [NEXT]);
      expect(verifyRecord(record.bytes).unvouched).toEqual([officer]);
    }
    for (const earlier of ["text", { officers: [] }]) {
      const record = new RecordMaker();
      record.add("opened", { earlier });
      make(record, ONE, bindingFor(ONE, WRAPPING));
      close(record, [ONE]);
      expect(verifyRecord(record.bytes).unvouched).toEqual([]);
    }
  });

  it("the end of an act names nobody: another type of entry with a consent", () => {
    const named3 = (type: string) => {
      const record = new RecordMaker();
      record.add("opened", opened([ONE, TWO, THREE]));
      make(record, NEXT, bindingFor(NEXT, WRAPPING));
      const { certificate, officer } = THREE;
      record.add("signer-known", { officer, certificate: certificate.pem });
      const consent = { signers: [named(NEXT)] };
      const over = record.add(type, { act: "The new keys", present: [officer], consent });
      record.add("signed", signatureOf(THREE, over));
      close(record, [NEXT]);
      return verifyRecord(record.bytes).unvouched;
    };
    expect(named3("act-signing")).toEqual([]);
    expect(named3("act-noted")).toEqual(["officer-3"]);
  });
});

describe("in a record that continues another, an officer", () => {
  it("is vouched for by the certificate of the earlier record", () => {
    expect(continued([ONE, TWO, THREE], [], [ONE, TWO])).toEqual([]);
  });

  it("is vouched for with a new key by two others who were known and signed for it", () => {
    expect(continued([ONE, TWO, THREE], [NEXT], [ONE, TWO, NEXT])).toEqual([]);
  });

  it("is not vouched for by one other alone, nor by those who are new themselves", () => {
    expect(continued([ONE, TWO, THREE], [NEXT], [ONE, NEXT])).toEqual(["officer-3"]);
    const fresh = [makeOfficer("officer-2"), NEXT];
    expect(continued([ONE, TWO, THREE], fresh, [ONE, ...fresh])).toEqual([
      "officer-2",
      "officer-3",
    ]);
  });

  it("is not vouched for by signatures over a closing that does not name the certificate", () => {
    const record = new RecordMaker();
    record.add("opened", opened([ONE, TWO, THREE]));
    for (const { officer, certificate } of [ONE, TWO])
      record.add("signer-known", { officer, certificate: certificate.pem });
    make(record, NEXT, bindingFor(NEXT, WRAPPING));
    const present = ["officer-1", "officer-2", "officer-3"];
    const over = record.add("closing", { present, consent: { signers: [ONE, TWO].map(named) } });
    for (const signer of [ONE, TWO, NEXT]) record.add("signed", signatureOf(signer, over));
    expect(verifyRecord(record.bytes).unvouched).toEqual(["officer-3"]);
  });

  it("is not vouched for by one other who signed for it twice", () => {
    const record = new RecordMaker();
    record.add("opened", opened([ONE, TWO, THREE]));
    const { officer, certificate } = ONE;
    record.add("signer-known", { officer, certificate: certificate.pem });
    make(record, NEXT, bindingFor(NEXT, WRAPPING));
    const consent = { signers: [ONE, NEXT].map(named) };
    const over = record.add("act-signing", { act: "The new keys", present: [officer], consent });
    record.add("signed", signatureOf(ONE, over));
    close(record, [ONE, NEXT]);
    expect(verifyRecord(record.bytes)).toMatchObject({ closed: true, unvouched: ["officer-3"] });
  });

  it("whom the earlier record does not name is a stranger, and vouches for nobody", () => {
    const stranger = makeOfficer("officer-4");
    expect(continued([ONE, TWO, THREE], [stranger], [ONE, stranger])).toEqual(["officer-4"]);
    expect(continued([ONE, TWO, THREE], [stranger, NEXT], [ONE, stranger, NEXT])).toEqual([
      "officer-4",
      "officer-3",
    ]);
  });

  it("is bound by the keys that they made last, not by earlier ones", () => {
    const again = (binding: Officer) => {
      const record = new RecordMaker();
      record.add("opened", {});
      record.add("key-made", keysMade(ONE, TWO));
      make(record, ONE, bindingFor(ONE, binding));
      close(record, [ONE]);
      return verifyRecord(record.bytes).unvouched;
    };
    expect(again(WRAPPING)).toEqual([]);
    expect(messageOf(() => again(TWO))).toBe(
      "Entry 3 of the record is not allowed there: its officer made no such keys before.",
    );
  });

  /** A record in which the third officer's new key is signed for over an act, by these alone. */
  function succeeded(signer: Officer, binding: JsonData | null, names: readonly Officer[]) {
    const record = new RecordMaker();
    record.add("opened", opened([ONE, TWO, THREE]));
    const {
      officer,
      certificate: { pem },
    } = THREE;
    record.add("signer-known", { officer, certificate: pem });
    make(record, NEXT, binding);
    const consent = { signers: names.map(named) };
    const over = record.add("act-signing", { act: "The new keys", present: [officer], consent });
    record.add("signed", signatureOf(signer, over));
    close(record, [NEXT]);
    return verifyRecord(record.bytes);
  }

  it("is vouched for with a new key by the old key alone", () => {
    const bound = bindingFor(NEXT, WRAPPING);
    expect(succeeded(THREE, bound, [ONE, NEXT])).toMatchObject({ closed: true, unvouched: [] });
  });

  it("is not vouched for by the new key itself, nor unbound, nor where it is not named", () => {
    const bound = bindingFor(NEXT, WRAPPING);
    for (const { unvouched } of [
      succeeded(NEXT, bound, [ONE, NEXT]),
      succeeded(THREE, null, [ONE, NEXT]),
      succeeded(THREE, bound, [ONE, THREE]),
    ])
      expect(unvouched).toEqual(["officer-3"]);
  });

  it("is not vouched for by one officer who signed two entries that name the certificate", () => {
    const record = new RecordMaker();
    record.add("opened", opened([ONE, TWO, THREE]));
    record.add("signer-known", { officer: ONE.officer, certificate: ONE.certificate.pem });
    make(record, NEXT, bindingFor(NEXT, WRAPPING));
    const present = [ONE.officer];
    const consent = { signers: [ONE, NEXT].map(named) };
    const over = record.add("act-signing", { act: "The new keys", present, consent });
    record.add("signed", signatureOf(ONE, over));
    close(record, [ONE, NEXT]);
    expect(verifyRecord(record.bytes).unvouched).toEqual(["officer-3"]);
  });

  it("is not vouched for by officers whom the earlier record did not know", () => {
    const record = new RecordMaker();
    const unsigned = ["officer-1", "officer-2"].map((officer) => ({
      officer,
      signingThumbprint: "",
    }));
    record.add("opened", opened([THREE], unsigned));
    for (const officer of [ONE, TWO, NEXT]) make(record, officer, bindingFor(officer, WRAPPING));
    close(record, [ONE, TWO, NEXT]);
    expect(verifyRecord(record.bytes).unvouched).toEqual(["officer-3"]);
  });

  it("is not vouched for by signatures over a closing that became void", () => {
    const signed = (isVoid: boolean): readonly string[] => {
      const record = new RecordMaker();
      record.add("opened", opened([ONE, TWO, THREE]));
      for (const { officer, certificate } of [ONE, TWO])
        record.add("signer-known", { officer, certificate: certificate.pem });
      make(record, NEXT, bindingFor(NEXT, WRAPPING));
      const present = ["officer-1", "officer-2", "officer-3"];
      const consent = { signers: [ONE, TWO, NEXT].map(named) };
      const over = record.add("closing", { present, consent });
      for (const signer of [ONE, TWO]) record.add("signed", signatureOf(signer, over));
      if (isVoid) {
        record.add("exception-noted", {});
        close(record, [ONE, NEXT]);
      } else record.add("signed", signatureOf(NEXT, over));
      return verifyRecord(record.bytes).unvouched;
    };
    expect(signed(false)).toEqual([]);
    expect(signed(true)).toEqual(["officer-3"]);
  });

  it("is not vouched for by what named the certificate before it was bound", () => {
    const record = new RecordMaker();
    record.add("opened", opened([ONE, TWO, THREE]));
    for (const { officer, certificate } of [ONE, TWO])
      record.add("signer-known", { officer, certificate: certificate.pem });
    const present = ["officer-1", "officer-2"];
    const consent = { signers: [ONE, TWO, NEXT].map(named) };
    const over = record.add("act-signing", { act: "The new keys", present, consent });
    for (const signer of [ONE, TWO]) record.add("signed", signatureOf(signer, over));
    make(record, NEXT, bindingFor(NEXT, WRAPPING));
    close(record, [NEXT]);
    expect(verifyRecord(record.bytes).unvouched).toEqual(["officer-3"]);
  });

  it("is not vouched for one ceremony later because it was mentioned once", () => {
    const later = (unvouched: readonly string[]): readonly string[] => {
      const record = new RecordMaker();
      record.add("opened", { ...opened([ONE, TWO, NEXT]), unvouched });
      for (const { officer, certificate } of [ONE, NEXT])
        record.add("signer-known", { officer, certificate: certificate.pem });
      close(record, [ONE, NEXT]);
      return verifyRecord(record.bytes).unvouched;
    };
    expect(later([])).toEqual([]);
    expect(later(["officer-3"])).toEqual(["officer-3"]);
  });

  it("needs no one else for a first signing key beside a key that was made elsewhere", () => {
    const record = new RecordMaker();
    record.add("opened", opened([], [{ officer: "officer-1", signingThumbprint: "" }]));
    make(record, ONE, bindingFor(ONE, WRAPPING));
    close(record, [ONE]);
    expect(verifyRecord(record.bytes).unvouched).toEqual([]);
  });
});
