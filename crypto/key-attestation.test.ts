// A key is attested by its card, or weak, or refused; and each forgery that is known is refused by its check.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toBase64, toBase64Url } from "./base64.ts";
import { power } from "./big-numbers.ts";
import { concat, fromBigInt, toBigInt, utf8 } from "./bytes.ts";
import {
  attributesOf,
  authority,
  makeCard,
  makeCardPairs,
  makeStatement,
  rehearsalPairs,
  sharedPairs,
  type Card,
  type CardPair,
  type StatedKey,
} from "./card-maker.ts";
import { cardRootIn } from "./card-chain.ts";
import { CARD_ROOTS, REHEARSAL_CARD_ROOT } from "./card-roots.ts";
import { signed, signedBare, spkiOf } from "./native-card.ts";
import { certificateDer } from "./certificate.ts";
import { codeOf } from "./code-of.fixture.ts";
import { integer, readDer, sequence, TAG, writeDer } from "./der.ts";
import { extension } from "./ec-certificate.ts";
import {
  checkKeyAttestation,
  untrustedKey,
  type KeyCheckBy,
  type KeyCheckName,
} from "./key-attestation.ts";
import { TYPES, writeStatement, type Attribute } from "./key-statement.ts";
import * as native from "./native.ts";
import { readPem, writePem } from "./pem.ts";
import { generateRsa, rsaOf } from "./rsa-key.ts";

const long = process.env["LONG"] === "1";
const azure = new URL("../../shared/vectors/azure/", import.meta.url);

/** Every so many bytes are changed, of what is long and of what is short. */
const [EVERY, NEAR] = long ? [1, 1] : [211, 23];

const MADE_AT = new Date(Date.UTC(2026, 4, 1));
const AT = new Date(Date.UTC(2027, 0, 1));
const HSM = "Contoso-HSM";
const pairs = makeCardPairs();
const strangers = makeCardPairs();
const card = makeCard(pairs, HSM, MADE_AT);
const rootOf = ({ root: pem }: Card) => cardRootIn(certificateDer(utf8(pem)));
const root = rootOf(card);
const VERSION = "0123456789abcdef0123456789abcdef";
const PATH = `/keys/contoso-data/${VERSION}`;
const modulusOf = (spki: Uint8Array): Uint8Array => spki.subarray(33, 33 + 256);
const KEY: StatedKey = { path: PATH, modulus: modulusOf(generateRsa(2048).spki) };
const OTHER: StatedKey = { path: PATH, modulus: modulusOf(generateRsa(2048).spki) };

type Halves = Readonly<Partial<Record<"private" | "public", Uint8Array>>>;

const shownKey = ({ path, modulus }: StatedKey, e = "AQAB") => ({
  kid: `https://contoso-hsm.managedhsm.azure.net${path}`,
  kty: "RSA-HSM",
  n: toBase64Url(modulus),
  e,
  key_ops: ["wrapKey", "unwrapKey"],
});

/** The answer of REST. */
function answerOf({
  by = card,
  stated = KEY,
  halves = {},
  shown = stated,
  pem = by.certificates,
}: {
  by?: Card;
  stated?: StatedKey;
  halves?: Halves;
  shown?: StatedKey | null;
  pem?: string;
} = {}) {
  return {
    attributes: {
      attestation: {
        certificatePemFile: toBase64Url(utf8(pem)),
        privateKeyAttestation: toBase64Url(halves.private ?? makeStatement(by, stated, "private")),
        publicKeyAttestation: toBase64Url(halves.public ?? makeStatement(by, stated, "public")),
        version: "MRVL-1",
      },
      enabled: true,
      exportable: false,
    },
    ...(shown === null ? {} : { key: shownKey(shown) }),
  };
}

const BY: KeyCheckBy = { at: AT, key: null, poolRoot: null, rehearsalRoot: root };
const check = (answer: object, by: Partial<KeyCheckBy> = {}) =>
  checkKeyAttestation(utf8(JSON.stringify(answer)), { ...BY, ...by });

/** The verdict and what failed. */
function said(answer: object, by: Partial<KeyCheckBy> = {}): readonly [string, ...KeyCheckName[]] {
  const { verdict, checks } = check(answer, by);
  return [verdict, ...checks.filter(({ ok }) => !ok).map((one) => one.check)];
}

const signedBy = (signer: Uint8Array, statement: Uint8Array): Uint8Array =>
  concat(statement, signedBare(signer, statement));

/** The private half with other attributes, truly signed. */
function half(change: (all: readonly Attribute[]) => readonly Attribute[]): Uint8Array {
  return signedBy(card.partition, writeStatement(change(attributesOf(KEY, "private")), 2));
}

const withValue = (type: number, value: Uint8Array | null): Uint8Array =>
  half((all) =>
    all.flatMap(([of, before]): Attribute[] =>
      of !== type ? [[of, before]] : value === null ? [] : [[of, value]],
    ),
  );

const changed = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, n) => (n === at ? byte ^ 1 : byte));

describe("a key that the HSM made", () => {
  it("is attested under its card's root, and says where it is kept", () => {
    const { verdict, checks, place, key } = check(answerOf());
    expect(verdict).toBe("attested");
    expect(checks.map((one) => one.check)).toContain("confined");
    expect(place).toMatchObject({ card: "HSM:REHEARSAL-CARD, for non-FIPS mode", pool: HSM });
    expect(key).toMatchObject({ path: PATH, bits: 2048, local: true, neverExtractable: true });
  });

  it("is refused under the maker's own root, and under a stranger's of the same name", () => {
    const stranger = makeCard(strangers, HSM, MADE_AT);
    expect(said(answerOf(), { rehearsalRoot: null })).toEqual(["refused", "card", "partition"]);
    const by = { rehearsalRoot: rootOf(stranger) };
    expect(said(answerOf(), by)).toEqual(["refused", "card", "partition"]);
  });

  it("is compared with the HSM's own root, if that is known", () => {
    const poolRoot = check(answerOf()).place?.poolRoot ?? "";
    expect(said(answerOf(), { poolRoot })).toEqual(["attested"]);
    // Anyone can make a root with this name, under a partition of their own.
    const pool = strangers.pool;
    const imitated = answerOf({ by: makeCard({ ...pairs, pool }, HSM, MADE_AT) });
    expect(said(imitated)).toEqual(["attested"]);
    expect(said(imitated, { poolRoot })).toEqual(["refused", "pool-root"]);
  });

  it("is not attested if there is no key to compare, until one is given", () => {
    const bare = answerOf({ shown: null });
    expect(said(bare)).toEqual(["not-attested", "compared"]);
    const key = utf8(JSON.stringify({ key: shownKey(KEY) }));
    expect(said(bare, { key })).toEqual(["attested"]);
    expect(said(bare.attributes.attestation, { key })).toEqual(["attested"]);
  });

  it("is read as az writes it too: base64 with padding", () => {
    const { attestation } = answerOf().attributes;
    const spelled = Object.fromEntries(
      Object.entries(attestation).map(([name, value]) => [
        name,
        name === "version" ? value : toBase64(new Uint8Array(Buffer.from(value, "base64url"))),
      ]),
    );
    const key = utf8(JSON.stringify({ key: { ...shownKey(KEY), n: toBase64(KEY.modulus) } }));
    expect(said(spelled, { key })).toEqual(["attested"]);
  });
});

it("each pinned root is the key whose SHA-256 is pinned beside it", () => {
  for (const { modulus, key } of CARD_ROOTS)
    expect(native.sha256Hex(spkiOf(new Uint8Array(Buffer.from(modulus, "base64url"))))).toBe(key);
});

describe("a rehearsal's card", () => {
  const shared = sharedPairs();
  const made = makeCard({ ...shared, pool: pairs.pool }, HSM, MADE_AT);

  it("has the root that is known, under which everyone can sign", () => {
    expect(rootOf(made)).toEqual(REHEARSAL_CARD_ROOT);
    const by = { rehearsalRoot: REHEARSAL_CARD_ROOT };
    expect(said(answerOf({ by: made }), by)).toEqual(["attested"]);
    expect(said(answerOf({ by: made }), { rehearsalRoot: null })[0]).toBe("refused");
  });

  if (long)
    it("follows from names: the primes of its keys are found again", () => {
      for (const [name, text] of [
        ["root", "root of cards"],
        ["card", "card"],
        ["partition", "partition"],
      ] as const)
        expect(rsaOf(`REHEARSAL ${text}`)).toEqual(shared[name]);
      const [one, again, other] = [HSM, HSM, "Other-HSM"].map(
        (hsm) => rehearsalPairs(hsm).pool.spki,
      );
      expect(again).toEqual(one);
      expect(other).not.toEqual(one);
    });
});

describe("B199 a key that is weak", () => {
  it.each<[string, Partial<StatedKey>, readonly KeyCheckName[]]>([
    ["was brought into the HSM", { local: false }, ["made", "always"]],
    ["can be extracted", { extractable: true }, ["confined", "always"]],
  ])("%s: genuine, and not attested", (_, more, failed) => {
    const stated = { ...KEY, ...more };
    expect(said(answerOf({ stated }))).toEqual(["not-attested", ...failed]);
    expect(untrustedKey(check(answerOf({ stated })))).toBeNull();
  });
});

describe("B198 a forgery", () => {
  const HASH_AT_END = (stated: Uint8Array): Uint8Array => {
    // Microsoft's tool compares the last 32 bytes alone.
    const block = concat(Uint8Array.of(0), new Uint8Array(223).fill(7), native.sha256(stated));
    return concat(stated, rawSign(card.partition, block));
  };
  const statement = writeStatement(attributesOf(KEY, "private"), 2);
  const cases: readonly [string, () => object, KeyCheckName][] = [
    [
      "a flag is altered after signing",
      () =>
        answerOf({
          halves: {
            private: unflagged(makeStatement(card, { ...KEY, extractable: true }, "private")),
          },
        }),
      "signatures",
    ],
    [
      "the hash is at the end of a block of another form",
      () => answerOf({ halves: { private: HASH_AT_END(statement) } }),
      "signatures",
    ],
    [
      "the hash is signed with DigestInfo",
      () => answerOf({ halves: { private: concat(statement, signed(card.partition, statement)) } }),
      "signatures",
    ],
    [
      "another key signed it",
      () => answerOf({ halves: { private: signedBy(strangers.partition.pkcs8, statement) } }),
      "signatures",
    ],
    [
      "the pool certified another key",
      () => answerOf({ by: makeCard(pairs, HSM, MADE_AT, { poolPartition: strangers.partition }) }),
      "pool",
    ],
    ["the modulus is another key's", () => answerOf({ stated: OTHER, shown: KEY }), "key"],
    [
      "the name is another",
      () => answerOf({ shown: { ...KEY, path: `/keys/other/${VERSION}` } }),
      "key",
    ],
    [
      "the version is another",
      () =>
        answerOf({ shown: { ...KEY, path: `/keys/contoso-data/${VERSION.replace("0", "1")}` } }),
      "key",
    ],
    [
      "the public half is given as the private one",
      () => answerOf({ halves: { private: makeStatement(card, KEY, "public") } }),
      "halves",
    ],
    [
      "the halves are of two keys",
      () => answerOf({ halves: { public: makeStatement(card, OTHER, "public") } }),
      "halves",
    ],
    [
      "the private half alone is there",
      () => ({
        ...answerOf(),
        attributes: {
          attestation: { ...answerOf().attributes.attestation, publicKeyAttestation: null },
        },
      }),
      "halves",
    ],
    [
      "an attribute is there twice",
      () =>
        answerOf({
          halves: { private: half((all) => [[TYPES.extractable, Uint8Array.of(1)], ...all]) },
        }),
      "statements",
    ],
    [
      "a value goes on behind the end",
      () => answerOf({ halves: { private: signedBy(card.partition, longValue(statement)) } }),
      "statements",
    ],
    [
      "something is behind the last attribute",
      () =>
        answerOf({
          halves: { private: signedBy(card.partition, changed(statement, statement.length - 9)) },
        }),
      "statements",
    ],
    [
      "a card of version 3 does not say that it may certify",
      () => answerOf({ by: makeCard(pairs, HSM, MADE_AT, { cardExtensions: [] }) }),
      "card",
    ],
    [
      "a card of version 3 may not certify",
      () => answerOf({ by: makeCard(pairs, HSM, MADE_AT, { cardExtensions: NO_AUTHORITY }) }),
      "card",
    ],
    [
      "a partition's exponent is 3, for which a cube root signs",
      () =>
        answerOf({ by: makeCard({ ...pairs, partition: cubed(pairs.partition) }, HSM, MADE_AT) }),
      "certificates",
    ],
    [
      "a half has no modulus",
      () => answerOf({ halves: { private: withValue(TYPES.modulus, null) } }),
      "halves",
    ],
    [
      "card and partition are in two modes",
      () =>
        answerOf({ by: makeCard(pairs, HSM, MADE_AT, { cardName: "HSM:card, for FIPS mode" }) }),
      "partition",
    ],
    [
      "a card has another name",
      () => answerOf({ by: makeCard(pairs, HSM, MADE_AT, { cardName: "card" }) }),
      "partition",
    ],
    [
      "a partition may certify",
      () =>
        answerOf({
          by: makeCard(pairs, HSM, MADE_AT, { poolLeaf: authority(pairs.partition, pairs.pool) }),
        }),
      "pool",
    ],
    [
      "a flag is neither 0 nor 1",
      () => answerOf({ halves: { private: withValue(TYPES.local, Uint8Array.of(2)) } }),
      "halves",
    ],
    [
      "a flag is missing",
      () => answerOf({ halves: { private: withValue(TYPES.neverExtractable, null) } }),
      "halves",
    ],
    [
      "the check value is another",
      () => answerOf({ halves: { private: withValue(TYPES.kcv, Uint8Array.of(1, 2, 3)) } }),
      "halves",
    ],
    [
      "the exponent is 3",
      () => answerOf({ halves: { private: withValue(TYPES.exponent, Uint8Array.of(3)) } }),
      "halves",
    ],
    [
      "the bits are other than the modulus has",
      () => answerOf({ halves: { private: withValue(TYPES.bits, Uint8Array.of(0, 0, 8, 1)) } }),
      "halves",
    ],
    [
      "one certificate is there twice",
      () => answerOf({ pem: card.certificates + blocksOf(card)[0]! }),
      "certificates",
    ],
    [
      "a certificate is missing",
      () => answerOf({ pem: blocksOf(card).slice(1).join("") }),
      "certificates",
    ],
    [
      "the maker's root is beside them",
      () => answerOf({ pem: card.certificates + card.root }),
      "certificates",
    ],
    [
      "the PEM has another spelling",
      () => answerOf({ pem: card.certificates.replaceAll("\n", "\r\n") }),
      "certificates",
    ],
  ];
  it.each(cases)("in which %s is refused", (_, forged, failed) => {
    const [verdict, first] = said(forged());
    expect([verdict, first]).toEqual(["refused", failed]);
    expect(check(forged()).key).toBeNull();
    expect(untrustedKey(check(forged()))).toMatchObject({ code: "E-KA-UNTRUSTED" });
  });

  it("is refused by dates that are over on the day of the check, or not come yet", () => {
    const until = new Date(Date.UTC(2026, 10, 1));
    const expired = answerOf({ by: makeCard(pairs, HSM, MADE_AT, { until }) });
    expect(said(expired)).toEqual(["refused", "dates"]);
    expect(said(answerOf(), { at: new Date(Date.UTC(2020, 0, 1)) })).toEqual(["refused", "dates"]);
  });

  it.each([
    ["no answer", {}],
    [
      "an attestation of another version",
      { attestation: { ...answerOf().attributes.attestation, version: "1.0" } },
    ],
    [
      "base64 that mixes alphabets",
      { attestation: { ...answerOf().attributes.attestation, certificatePemFile: "-_+/" } },
    ],
    ["a key without an address", { ...answerOf(), key: {} }],
  ])("is no answer at all: %s", (_, answer) => {
    expect(codeOf(() => check(answer))).toBe("E-KA-SHAPE");
  });

  it("in the layout of firmware 3 is of a form that is not known from Azure", () => {
    const newer = new Uint8Array(600);
    new DataView(newer.buffer).setUint32(4, 3);
    new DataView(newer.buffer).setUint32(8, newer.length);
    expect(said(answerOf({ halves: { private: newer } }))).toEqual([
      "not-attested",
      "known-layout",
    ]);
  });
});

/** Basic constraints that do not say CA. */
const NO_AUTHORITY = [extension("2.5.29.19", sequence())];

/** The same key with the exponent 3. */
function cubed({ pkcs8, spki }: CardPair): CardPair {
  const [algorithm] = readDer(spki)?.children ?? [];
  const modulus = concat(Uint8Array.of(0), modulusOf(spki));
  const key = sequence(writeDer(TAG.integer, modulus), integer(3));
  const bits = writeDer(TAG.bitString, Uint8Array.of(0), key);
  return { pkcs8, spki: sequence(algorithm!.bytes, bits) };
}

/** The private power of a block, whatever its form. */
function rawSign(pkcs8: Uint8Array, block: Uint8Array): Uint8Array {
  const { n = "", d = "" } = native.readPrivateKey(pkcs8) ?? {};
  const [modulus, exponent] = [n, d].map((part) =>
    toBigInt(new Uint8Array(Buffer.from(part, "base64url"))),
  );
  const raised = fromBigInt(power(toBigInt(block), exponent!, modulus!));
  return concat(new Uint8Array(256 - raised.length), raised);
}

const blocksOf = ({ certificates }: Card): readonly string[] => {
  const blocks = readPem(utf8(certificates));
  if (typeof blocks === "number") throw new Error("no PEM");
  return blocks.map(({ der }) => writePem("CERTIFICATE", der));
};

/** EXTRACTABLE is 0 where it was 1. */
function unflagged(statement: Uint8Array): Uint8Array {
  const at = Buffer.from(statement).indexOf(Buffer.from("000001620000000101", "hex"));
  return changed(statement, at + 8);
}

/** The last attribute says that it is longer than its object. */
function longValue(statement: Uint8Array): Uint8Array {
  const copy = statement.slice();
  const at = copy.length - 264 - 5;
  new DataView(copy.buffer).setUint32(at, 200);
  return copy;
}

/** Every byte of it matters: with each changed it is refused, or no answer. */
function everyByte(
  answer: ReturnType<typeof answerOf>,
  every: number,
  by: Partial<KeyCheckBy>,
): void {
  const { attestation } = answer.attributes;
  for (const name of ["privateKeyAttestation", "publicKeyAttestation"] as const) {
    const bytes = new Uint8Array(Buffer.from(attestation[name], "base64url"));
    for (let at = 0; at < bytes.length; at += every) {
      const changedOne = { ...attestation, [name]: toBase64Url(changed(bytes, at)) };
      const one = { ...answer, attributes: { ...answer.attributes, attestation: changedOne } };
      expect(check(one, by).verdict, `${name} ${at}`).toBe("refused");
    }
  }
  const pem = Buffer.from(attestation.certificatePemFile, "base64url");
  const blocks = readPem(new Uint8Array(pem));
  if (typeof blocks === "number") throw new Error("no PEM");
  for (const [n, { der }] of blocks.entries())
    for (let at = 0; at < der.length; at += every) {
      const text = blocks
        .map((block, i) => writePem("CERTIFICATE", i === n ? changed(der, at) : block.der))
        .join("");
      const changedOne = { ...attestation, certificatePemFile: toBase64Url(utf8(text)) };
      const one = { ...answer, attributes: { ...answer.attributes, attestation: changedOne } };
      expect(check(one, by).verdict, `certificate ${n} ${at}`).toBe("refused");
    }
  const { key } = answer as { key?: ReturnType<typeof shownKey> };
  if (key === undefined) throw new Error("no key");
  for (const name of ["n", "e"] as const) {
    const bytes = new Uint8Array(Buffer.from(key[name], "base64url"));
    for (let at = 0; at < bytes.length; at += NEAR) {
      const one = { ...answer, key: { ...key, [name]: toBase64Url(changed(bytes, at)) } };
      expect(check(one, by).verdict, `${name} ${at}`).toBe("refused");
    }
  }
  // The host of the address is not signed.
  for (let at = key.kid.indexOf("/keys/"); at < key.kid.length; at += NEAR) {
    const kid = [...key.kid].map((one, i) => (i === at ? (one === "x" ? "y" : "x") : one)).join("");
    expect(check({ ...answer, key: { ...key, kid } }, by).verdict, `kid ${at}`).toBe("refused");
  }
}

it("is refused with any byte changed, of statements, certificates, modulus, exponent and address", () => {
  everyByte(answerOf(), EVERY, {});
});

describe.runIf(existsSync(azure))("real answers (needs ../shared)", () => {
  const real = { at: new Date(Date.UTC(2026, 10, 27)), rehearsalRoot: null };
  /** The recording of 2025 hides the key's name, which is signed: it is put back into the address. */
  const answer = (year: string) =>
    JSON.parse(
      readFileSync(new URL(`key-attestation-${year}.json`, azure), "utf8").replace(
        "key1-000003",
        "key1-hnhgsllilfcl3pdtpld",
      ),
    ) as ReturnType<typeof answerOf>;

  it.each(["2025", "2026"])("of %s is attested", (year) => {
    expect(said(answer(year), real)).toEqual(["attested"]);
    expect(said(answer(year))).toEqual(["refused", "card", "partition"]);
  });

  it.each(["2025", "2026"])("of %s is refused with any byte changed", (year) => {
    everyByte(answer(year), EVERY, real);
  });
});
