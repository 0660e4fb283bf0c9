// For tests: what an HSM's card states of its keys, genuine under a rehearsal's root, and false in one thing.
import { concat, utf8 } from "../../../crypto/bytes.ts";
import { toBase64Url } from "../../../crypto/base64.ts";
import {
  makeCard,
  makeStatement,
  sharedPairs,
  type Card,
  type CardForm,
  type CardPair,
  type CardPairs,
  type StatedKey,
} from "../../../crypto/card-maker.ts";
import type { KeyCheckName } from "../../../crypto/key-attestation.ts";
import { signedBare } from "../../../crypto/native-card.ts";
import { generateRsa } from "../../../crypto/rsa-key.ts";
import type { Loose } from "./changes.fixture.ts";

const MADE_AT = new Date("2026-11-01T00:00:00Z");

let shared: ReturnType<typeof sharedPairs> | null = null;
/** Each HSM has a root of its own. */
const pools = new Map<string, CardPair>();
const cards = new Map<string, Card>();

const pairOf = (name: string): CardPair => {
  const pair = pools.get(name) ?? generateRsa(2048);
  pools.set(name, pair);
  return pair;
};

/** What is other than it should be. */
export interface CardLie {
  readonly form?: (stranger: CardPair) => CardForm;
  /** A key that is a stranger's. */
  readonly pair?: keyof CardPairs;
  readonly stated?: Partial<StatedKey>;
  /** Of a half, after it was signed. */
  readonly altered?: (half: Uint8Array) => Uint8Array;
  /** Of a half, and signed. */
  readonly signed?: (half: Uint8Array) => Uint8Array;
  readonly halves?: readonly ("private" | "public")[];
  /** Of the four certificates. */
  readonly certificates?: (pem: string) => string;
}

function cardOf(hsm: string, { form, pair }: CardLie): Card {
  shared ??= sharedPairs();
  const stranger = pairOf("a stranger");
  const pairs = { ...shared, pool: pairOf(hsm) };
  const own = pair === undefined ? pairs : { ...pairs, [pair]: stranger };
  return makeCard(own, hsm, MADE_AT, form?.(stranger));
}

function honestCard(hsm: string): Card {
  const card = cards.get(hsm) ?? cardOf(hsm, {});
  cards.set(hsm, card);
  return card;
}

/** The parts of an attestation. @param key as it is shown: its address and its modulus */
export function statedBy(
  hsm: string,
  key: { readonly kid: string; readonly n: string },
  lie: CardLie = {},
): Loose {
  const card = Object.keys(lie).length === 0 ? honestCard(hsm) : cardOf(hsm, lie);
  const path = new URL(key.kid).pathname;
  const modulus = new Uint8Array(Buffer.from(key.n, "base64url"));
  const stated = { path, modulus, ...lie.stated };
  const again = (bytes: Uint8Array): Uint8Array => {
    const signed = lie.signed?.(bytes.slice(0, -256)) ?? null;
    return signed === null ? bytes : concat(signed, signedBare(card.partition, signed));
  };
  const [own, other] = (lie.halves ?? ["private", "public"]).map((half) =>
    toBase64Url((lie.altered ?? ((one) => one))(again(makeStatement(card, stated, half)))),
  );
  const pem = (lie.certificates ?? ((one) => one))(card.certificates);
  return {
    certificatePemFile: toBase64Url(utf8(pem)),
    privateKeyAttestation: own,
    publicKeyAttestation: other,
    version: "MRVL-1",
  };
}

const ANOTHER = new Uint8Array(256).fill(0xc7);
const flipped =
  (at: number) =>
  (bytes: Uint8Array): Uint8Array =>
    bytes.with(at < 0 ? bytes.length + at : at, (bytes.at(at) ?? 0) ^ 1);
/** Where the card says that a private half cannot be extracted. */
const extractableAt = (half: Uint8Array): number =>
  Buffer.from(half).indexOf("0000016200000001", 0, "hex") + 8;

/** What a card states falsely of a key, and the check that refuses it: those of `crypto/key-attestation.test.ts`. */
export const CARD_LIES: readonly (readonly [state: string, check: KeyCheckName, lie: CardLie])[] = [
  [
    "a certificate is missing",
    "certificates",
    { certificates: (pem) => pem.replace(/-----BEGIN[^]*?END CERTIFICATE-----\n/, "") },
  ],
  ["a root of another maker", "card", { pair: "root" }],
  [
    "another card certified it",
    "partition",
    { form: () => ({ partitionName: "HSM:0123, for FIPS mode" }) },
  ],
  ["the HSM certified another key", "pool", { form: (stranger) => ({ poolPartition: stranger }) }],
  ["the card expired", "dates", { form: () => ({ until: new Date("2026-11-20T00:00:00Z") }) }],
  ["of a layout nobody knows from Azure", "known-layout", { altered: asNewLayout }],
  ["something is behind its end", "statements", { signed: flipped(-1) }],
  [
    "a flag was changed after signing",
    "signatures",
    { stated: { extractable: true }, altered: (half) => flipped(extractableAt(half))(half) },
  ],
  ["the public half as the private one", "halves", { halves: ["public", "public"] }],
  ["of another key", "key", { stated: { modulus: ANOTHER } }],
  ["of another name", "key", { stated: { path: `/keys/other/${"0".repeat(32)}` } }],
  ["it was brought in", "made", { stated: { local: false } }],
  ["it can be extracted", "confined", { stated: { extractable: true } }],
  ["it could have left", "always", { stated: { local: false } }],
  ["a stranger's HSM", "pool-root", { pair: "pool" }],
];

/** Firmware 3.x begins with its own length. */
function asNewLayout(half: Uint8Array): Uint8Array {
  const bytes = half.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(4, 3);
  view.setUint32(8, bytes.length);
  return bytes;
}
