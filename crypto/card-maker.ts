// Cards for rehearsals and tests: certificates and statements of the forms that Azure's have, under a root
// that nobody else trusts.
import { concat, uint32, utf8 } from "./bytes.ts";
import { writeTime } from "./certificate-time.ts";
import { integer, oid, sequence, TAG, writeDer } from "./der.ts";
import { extension } from "./ec-certificate.ts";
import { TYPES, writeStatement, type Attribute } from "./key-statement.ts";
import { sha1 } from "./native.ts";
import { signed, signedBare, spkiOf } from "./native-card.ts";
import { writePem } from "./pem.ts";
import { generateRsa, rsaOf } from "./rsa-key.ts";

/** A key pair, PKCS #8 and SPKI in DER. */
export interface CardPair {
  readonly pkcs8: Uint8Array;
  readonly spki: Uint8Array;
}

/** A card with one partition that belongs to an HSM. */
export interface Card {
  /** PEM of the root of cards: pinning it accepts these statements. */
  readonly root: string;
  /** PEM of the four certificates, as an answer has them. */
  readonly certificates: string;
  /** Signs statements. */
  readonly partition: Uint8Array;
}

/** The pairs behind it. */
export type CardPairs = Readonly<Record<"root" | "card" | "partition" | "pool", CardPair>>;

/** How a card may differ from a genuine one. */
export interface CardForm {
  readonly cardName?: string;
  readonly partitionName?: string;
  readonly cardExtensions?: readonly Uint8Array[];
  /** Of the pool's certificate of the partition. */
  readonly poolPartition?: CardPair;
  readonly poolLeaf?: readonly Uint8Array[];
  readonly until?: Date;
}

const BITS = 2048;
const [UTF8_STRING, SET, VERSION, EXTENSIONS, KEY_IDENTIFIER] = [0x0c, 0x31, 0xa0, 0xa3, 0x80];
const V3 = 2;
const DAY_MS = 86_400_000;
const YEARS = 10;
const MODE = "for non-FIPS mode";

export function makeCardPairs(): CardPairs {
  const pair = (): CardPair => generateRsa(BITS);
  return { root: pair(), card: pair(), partition: pair(), pool: pair() };
}

/** What all rehearsal HSMs have in common, and how far its primes are from their places. */
const SHARED = {
  root: ["root of cards", [406, 1299]],
  card: ["card", [83, 78]],
  partition: ["partition", [250, 47]],
} as const;

/**
 * Those of a rehearsal HSM, with a root of its own. They follow from its name, so that one that is made again,
 * when a rehearsal is continued, states the same of its keys. Everyone can make them: they show nothing.
 */
export const rehearsalPairs = (hsm: string): CardPairs => ({
  ...sharedPairs(),
  pool: rsaOf(`REHEARSAL pool of ${hsm}`),
});

/** Those of the maker, the card and its partition. */
export function sharedPairs(): Omit<CardPairs, "pool"> {
  const pair = (name: keyof typeof SHARED): CardPair => {
    const [text, steps] = SHARED[name];
    return rsaOf(`REHEARSAL ${text}`, steps);
  };
  return { root: pair("root"), card: pair("card"), partition: pair("partition") };
}

/** A card of these keys. @param hsm the name that the HSM's own root has */
export function makeCard(pairs: CardPairs, hsm: string, now: Date, form: CardForm = {}): Card {
  const until = form.until ?? new Date(now.getTime() + YEARS * 365 * DAY_MS);
  const dates = [new Date(now.getTime() - DAY_MS), until] as const;
  const own = [
    ["L", "REHEARSAL"],
    ["O", "REHEARSAL"],
  ] as const;
  const names = {
    root: name([
      ["O", "REHEARSAL"],
      ["CN", "REHEARSAL root of cards"],
    ]),
    card: name([...own, ["CN", form.cardName ?? `HSM:REHEARSAL-CARD, ${MODE}`]]),
    partition: name([
      ...own,
      ["CN", form.partitionName ?? `HSM:0123456789abcdef:PARTN:1, ${MODE}`],
    ]),
    pool: name([
      ["O", "REHEARSAL"],
      ["CN", hsm],
    ]),
  };
  const { root, card, partition, pool } = pairs;
  const made = (
    subject: keyof typeof names,
    issuer: keyof typeof names,
    { spki }: CardPair,
    extensions: readonly Uint8Array[] | null,
  ): string => {
    const form = { subject: names[subject], issuer: names[issuer], dates, extensions };
    return writePem("CERTIFICATE", makeCertificate(form, spki, pairs[issuer].pkcs8));
  };
  return {
    root: made("root", "root", root, authority(root, root)),
    certificates: [
      // A card's certificate is of version 1.
      made("card", "root", card, form.cardExtensions ?? null),
      made("partition", "card", partition, []),
      made("pool", "pool", pool, authority(pool, pool)),
      made(
        "partition",
        "pool",
        form.poolPartition ?? partition,
        form.poolLeaf ?? leaf(partition, pool),
      ),
    ].join(""),
    partition: partition.pkcs8,
  };
}

interface Form {
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly dates: readonly [Date, Date];
  /** Null for version 1. */
  readonly extensions: readonly Uint8Array[] | null;
}

function makeCertificate(form: Form, spki: Uint8Array, issuer: Uint8Array): Uint8Array {
  const { subject, issuer: by, dates, extensions } = form;
  const algorithm = sequence(oid("1.2.840.113549.1.1.11"), writeDer(TAG.nullValue));
  const isNamed = extensions !== null && extensions.length > 0;
  const tbs = sequence(
    ...(extensions === null ? [] : [writeDer(VERSION, integer(V3))]),
    integer(1),
    algorithm,
    by,
    sequence(...dates.map(writeTime)),
    subject,
    spki,
    ...(isNamed ? [writeDer(EXTENSIONS, sequence(...extensions))] : []),
  );
  const signature = signed(issuer, tbs);
  return sequence(tbs, algorithm, writeDer(TAG.bitString, Uint8Array.of(0), signature));
}

const TYPES_OF_NAMES = { CN: "2.5.4.3", L: "2.5.4.7", O: "2.5.4.10" } as const;

const name = (parts: readonly (readonly [keyof typeof TYPES_OF_NAMES, string])[]): Uint8Array =>
  sequence(
    ...parts.map(([type, text]) =>
      writeDer(SET, sequence(oid(TYPES_OF_NAMES[type]), writeDer(UTF8_STRING, utf8(text)))),
    ),
  );

const isTrue = writeDer(TAG.boolean, Uint8Array.of(0xff));

/** Digital signature and signing of certificates, critical, with its key's identifiers. */
export const authority = (own: CardPair, issuer: CardPair): readonly Uint8Array[] => [
  extension("2.5.29.19", isTrue, sequence(isTrue)),
  extension("2.5.29.15", isTrue, writeDer(TAG.bitString, Uint8Array.of(2, 0x84))),
  ...keyNames(own, issuer),
];

const leaf = (own: CardPair, issuer: CardPair): readonly Uint8Array[] => [
  extension("2.5.29.19", isTrue, sequence()),
  ...keyNames(own, issuer),
];

const keyNames = ({ spki }: CardPair, issuer: CardPair): readonly Uint8Array[] => [
  extension("2.5.29.14", writeDer(TAG.octetString, sha1(spki))),
  extension("2.5.29.35", sequence(writeDer(KEY_IDENTIFIER, sha1(issuer.spki)))),
];

/** A key as a card states it. */
export interface StatedKey {
  /** `/keys/NAME/VERSION`. */
  readonly path: string;
  readonly modulus: Uint8Array;
  /** False for one that was brought into the HSM. */
  readonly local?: boolean;
  readonly extractable?: boolean;
}

const [PRIVATE, PUBLIC] = [3, 2];
const ID_BYTES = 128;
/** An RSA pair by X9.31, and PKCS #11's word for a key that was not generated. */
const [X931, NOT_GENERATED] = [10, 0xff_ff_ff_ff];
/** Attributes that are not looked at, as an HSM's answers have many: LABEL, TOKEN, TRUSTED. */
const OTHERS: readonly Attribute[] = [
  [0x00_03, filled(utf8("customer_key"))],
  [0x00_01, Uint8Array.of(1)],
  [0x00_86, Uint8Array.of(0)],
];

/** The attributes of one half of an RSA key. */
export function attributesOf(key: StatedKey, half: "private" | "public"): readonly Attribute[] {
  const isPrivate = half === "private";
  const [isLocal, isOut] = [key.local !== false, key.extractable === true];
  const confined = isPrivate && !isOut;
  const flag = (is: boolean): Uint8Array => Uint8Array.of(is ? 1 : 0);
  const spki = spkiOf(key.modulus);
  return [
    [TYPES.class, Uint8Array.of(isPrivate ? PRIVATE : PUBLIC)],
    [TYPES.type, Uint8Array.of(0)],
    [TYPES.id, filled(utf8(key.path))],
    [TYPES.modulus, key.modulus],
    [TYPES.bits, uint32(key.modulus.length * 8)],
    [TYPES.exponent, Uint8Array.of(1, 0, 1)],
    [TYPES.kcv, sha1(spki).subarray(0, 3)],
    [TYPES.local, flag(isLocal)],
    [TYPES.extractable, flag(!confined)],
    [TYPES.neverExtractable, flag(confined && isLocal)],
    [TYPES.sensitive, flag(isPrivate)],
    [TYPES.alwaysSensitive, flag(isPrivate && isLocal)],
    [TYPES.mechanism, uint32(isLocal ? X931 : NOT_GENERATED)],
    ...OTHERS,
  ];
}

function filled(text: Uint8Array): Uint8Array {
  const value = new Uint8Array(ID_BYTES);
  value.set(text);
  return value;
}

/** The statement of one half, signed by the partition. */
export function makeStatement(
  { partition }: Card,
  key: StatedKey,
  half: "private" | "public",
): Uint8Array {
  const statement = writeStatement(attributesOf(key, half), half === "private" ? 2 : 1);
  return concat(statement, signedBare(partition, statement));
}
