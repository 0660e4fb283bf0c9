// Whether a genuine card keeps a Managed HSM's key, made it, and never lets it out: verifies the answer of
// GET keys/NAME/VERSION/attestation offline. Microsoft's own tool does not compare the padding of the
// signatures, the dates, the halves or the key that is meant. What it cannot tell is in FORMAT.md: whose
// HSM it is, unless its root is known; when it was asked; and whether a backup exists.
import { fromHex, toHex } from "./bytes.ts";
import { readCardChain, type CardChain, type KeyPlace } from "./card-chain.ts";
import type { CardRoot } from "./card-roots.ts";
import type { Fault } from "./errors.ts";
import { fault } from "./faults.ts";
import type { JsonObject } from "./json.ts";
import { readKeyAnswer, readShownKey, type ShownKey } from "./key-answer.ts";
import {
  flagOf,
  hexOf,
  isNewLayout,
  pathOf,
  readStatement,
  type Statement,
} from "./key-statement.ts";
import * as native from "./native.ts";
import { isSignedBare, spkiOf } from "./native-card.ts";

/** `not-attested`: genuine, but weak in something, or not compared with a key. */
export type KeyVerdict = "attested" | "not-attested" | "refused";

/** The checks, in order. `attested` needs all; a failed one refuses, except for `WEAK`. */
export const KEY_CHECKS = {
  certificates: "It carries four certificates, all different, in PEM as Azure writes it.",
  card: "The maker's pinned root certified the card.",
  partition: "The card certified its partition.",
  pool: "The HSM's own root certified the same partition: one key, one name.",
  dates: "All four certificates are valid on the day of the check.",
  "known-layout": "The statements have the layout that is known from Azure.",
  statements: "The statements are whole: each attribute once, nothing behind the last.",
  signatures: "The partition's key signed both statements.",
  halves: "They are of the private and the public half of one key.",
  key: "It is the key that was given: its name, its version, its modulus.",
  "pool-root": "The HSM's root is the one that was given.",
  kind: "It is an RSA key.",
  compared: "The key it speaks of was given.",
  made: "The key was made in the card.",
  confined: "The private half is sensitive, and cannot be extracted.",
  always: "It has been so since the key was made.",
} as const;

/** A genuine answer may fail these. */
const WEAK: readonly KeyCheckName[] = [
  "known-layout",
  "kind",
  "compared",
  "made",
  "confined",
  "always",
];

/** The name of a check. */
export type KeyCheckName = keyof typeof KEY_CHECKS;

/** One check and its outcome. */
export interface KeyCheck {
  readonly check: KeyCheckName;
  readonly ok: boolean;
}

/** What is attested, for people to compare. Names are shown as those of certificates. */
export interface AttestedKey {
  /** `/keys/NAME/VERSION`, which is signed. */
  readonly path: string;
  /** The address beside it, whose host nothing vouches for; "" if none was given. */
  readonly kid: string;
  readonly bits: number;
  /** SHA-256 (hex) of the key's SubjectPublicKeyInfo. */
  readonly key: string;
  readonly local: boolean;
  readonly extractable: boolean;
  readonly neverExtractable: boolean;
}

/**
 * The verdict as data. `place` is null where it could not be read; `key` as well, and of what is refused:
 * what it says of a key is then worth nothing.
 */
export interface KeyAttestation {
  readonly verdict: KeyVerdict;
  readonly checks: readonly KeyCheck[];
  readonly place: KeyPlace | null;
  readonly key: AttestedKey | null;
}

/** What an attestation is checked by. */
export interface KeyCheckBy {
  readonly at: Date;
  /** The key that is meant: what `az keyvault key show` prints. */
  readonly key: Uint8Array | null;
  /** SHA-256 (hex) of the SubjectPublicKeyInfo of the HSM's root. */
  readonly poolRoot: string | null;
  /** A rehearsal's root of cards, in place of the maker's. */
  readonly rehearsalRoot: CardRoot | null;
}

/**
 * Verifies an answer; a wrong one gives a verdict too.
 * @param file the answer, or what was read from it
 * @throws Fault E-KA-SHAPE if it is another file, or `key` is
 */
export function checkKeyAttestation(file: Uint8Array | JsonObject, by: KeyCheckBy): KeyAttestation {
  const answer = readKeyAnswer(file);
  const given = [answer.key, by.key === null ? null : readShownKey(by.key)];
  const shown = given.filter((one) => one !== null);
  const chain = readCardChain(answer.pem, by.rehearsalRoot, by.at);
  const isNew = answer.halves.some(isNewLayout);
  const halves = isNew ? [] : answer.halves.map(readStatement).filter((one) => one !== null);
  const isRead = halves.length === answer.halves.length;
  const checks = [
    ...chainChecks(chain),
    ...(chain.partition === null
      ? []
      : [
          check("known-layout", !isNew),
          ...(isNew ? [] : [check("statements", isRead)]),
          ...(isRead && !isNew ? keyChecks(halves, chain, shown, by) : []),
        ]),
  ];
  const failed = checks.filter(({ ok }) => !ok).map((one) => one.check);
  const isGenuine = failed.every((one) => WEAK.includes(one));
  const verdict = failed.length === 0 ? "attested" : isGenuine ? "not-attested" : "refused";
  const [half] = halves;
  return {
    verdict,
    checks,
    place: chain.place,
    key: verdict !== "refused" && half !== undefined ? attestedOf(half, shown) : null,
  };
}

/** The refusal of an attestation that is wrong in anything; null for any other verdict. */
export function untrustedKey({ verdict, checks }: KeyAttestation): Fault | null {
  if (verdict !== "refused") return null;
  const failed = checks.find(({ check: name, ok }) => !ok && !WEAK.includes(name));
  return fault("E-KA-UNTRUSTED", { check: failed?.check ?? "certificates" });
}

const check = (name: KeyCheckName, ok: boolean): KeyCheck => ({ check: name, ok });

function chainChecks(chain: CardChain): readonly KeyCheck[] {
  const { isWhole, hasCard, hasPartition, hasPool, isCurrent } = chain;
  if (!isWhole) return [check("certificates", false)];
  return [
    check("certificates", true),
    check("card", hasCard),
    check("partition", hasPartition),
    check("pool", hasPool),
    check("dates", isCurrent),
  ];
}

/** The classes of the private and of the public half (PKCS #11), and an RSA key's type. */
const [PRIVATE, PUBLIC, RSA] = ["03", "02", "00"];
const EXPONENT = "010001";
/** PKCS #11's word for a key that was not generated where it is. */
const NOT_GENERATED = "ffffffff";

function keyChecks(
  halves: readonly Statement[],
  { partition, place }: CardChain,
  shown: readonly ShownKey[],
  { poolRoot }: KeyCheckBy,
): readonly KeyCheck[] {
  const [half, other] = halves;
  if (half === undefined || partition === null) return [check("statements", false)];
  const isRsa = hexOf(half, "type") === RSA;
  const is = (type: Parameters<typeof flagOf>[1]): boolean => flagOf(half, type) === true;
  return [
    check(
      "signatures",
      halves.every((one) => isSignedBare(partition, one.signed, one.signature)),
    ),
    check("halves", isHalf(half, PRIVATE, isRsa) && (other ? areOne(half, other) : !isRsa)),
    check(
      "key",
      shown.every((key) => isOf(key, half)),
    ),
    ...(poolRoot === null ? [] : [check("pool-root", place?.poolRoot === poolRoot)]),
    check("kind", isRsa),
    check("compared", shown.length > 0),
    check("made", is("local") && hexOf(half, "mechanism") !== NOT_GENERATED),
    check("confined", is("sensitive") && flagOf(half, "extractable") === false),
    check("always", is("alwaysSensitive") && is("neverExtractable")),
  ];
}

const FLAGS = ["local", "sensitive", "extractable", "alwaysSensitive", "neverExtractable"] as const;

/** Whether it has all that is read, and each fits to the others. */
function isHalf(half: Statement, ofClass: string | undefined, isRsa: boolean): boolean {
  const isRead =
    FLAGS.every((type) => flagOf(half, type) !== null)
    && pathOf(half) !== null
    && hexOf(half, "mechanism").length === 8;
  if (!isRsa) return isRead;
  const [modulus, bits] = [hexOf(half, "modulus"), Number.parseInt(hexOf(half, "bits"), 16)];
  return (
    isRead
    && hexOf(half, "class") === ofClass
    && bits === BigInt(`0x0${modulus}`).toString(2).length
    && modulus.length * 4 === bits
    && hexOf(half, "exponent") === EXPONENT
    && hexOf(half, "kcv") === toHex(native.sha1(spkiIn(half)).subarray(0, 3))
  );
}

/** An RSA key's public half says the same of it. */
const areOne = (half: Statement, other: Statement): boolean =>
  hexOf(other, "type") === hexOf(half, "type")
  && hexOf(other, "id") === hexOf(half, "id")
  && hexOf(other, "modulus") === hexOf(half, "modulus")
  && isHalf(other, PUBLIC, hexOf(half, "type") === RSA);

const spkiIn = (half: Statement): Uint8Array =>
  spkiOf(fromHex(hexOf(half, "modulus")) ?? new Uint8Array());

/** A key's address: its host, and its path. */
const ADDRESS = /^https:\/\/[0-9A-Za-z._:-]+(\/keys\/[0-9A-Za-z-]+\/[0-9a-f]{32})$/;

/** Whether the key as Azure shows it is this one, by name, version and numbers. */
const isOf = ({ kid, kty, modulus, exponent }: ShownKey, half: Statement): boolean =>
  ADDRESS.exec(kid)?.[1] === pathOf(half)
  && (hexOf(half, "type") !== RSA
    || (kty === "RSA-HSM"
      && toHex(modulus) === hexOf(half, "modulus")
      && toHex(exponent) === hexOf(half, "exponent")));

function attestedOf(half: Statement, [shown]: readonly ShownKey[]): AttestedKey {
  const isRsa = hexOf(half, "type") === RSA;
  return {
    path: pathOf(half) ?? "",
    kid: shown !== undefined && ADDRESS.test(shown.kid) ? shown.kid : "",
    bits: isRsa ? hexOf(half, "modulus").length * 4 : 0,
    key: isRsa ? native.sha256Hex(spkiIn(half)) : "",
    local: flagOf(half, "local") === true,
    extractable: flagOf(half, "extractable") === true,
    neverExtractable: flagOf(half, "neverExtractable") === true,
  };
}
