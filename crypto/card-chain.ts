// The certificates behind a key's attestation. Two branches certify one key, which signs the statements: the
// cards' maker certified the card, and the card its partition; the HSM's own root certified the same
// partition. They are walked by hand, by their roles: a card's certificate is of version 1, which a
// library's validation of paths refuses (FORMAT.md, "A key's attestation").
import { fromBase64Url, toBase64Url } from "./base64.ts";
import { equal, utf8 } from "./bytes.ts";
import { CARD_ROOTS, type CardRoot } from "./card-roots.ts";
import { readName } from "./certificate-name.ts";
import { readDer, TAG } from "./der.ts";
import * as native from "./native.ts";
import { isSigned as isSignedWith, modulusIn, spkiOf } from "./native-card.ts";
import { isAuthority } from "./pck-chain.ts";
import { readPem, writePem } from "./pem.ts";
import { oidKey, readX509, usesOf, type X509 } from "./x509.ts";

/** Where a key is kept. Names are shown as those of certificates are. */
export interface KeyPlace {
  readonly card: string;
  readonly partition: string;
  /** The name in the HSM's own root, which its owner chose. */
  readonly pool: string;
  /** SHA-256 (hex) of that root's SubjectPublicKeyInfo, and of its certificate. */
  readonly poolRoot: string;
  readonly poolCertificate: string;
  /** Until when all four certificates are valid. */
  readonly until: Date;
}

/** Both branches as far as they lead; `partition` signs the statements. */
export interface CardChain {
  readonly isWhole: boolean;
  readonly hasCard: boolean;
  readonly hasPartition: boolean;
  readonly hasPool: boolean;
  readonly isCurrent: boolean;
  readonly place: KeyPlace | null;
  /** The SubjectPublicKeyInfo (DER) of the partition's key; null if the chain is broken. */
  readonly partition: Uint8Array | null;
}

/** A root of cards: what its name is, and its key. */
interface Root {
  readonly name: string;
  readonly spki: Uint8Array;
}

interface Link extends X509 {
  readonly der: Uint8Array;
  readonly name: string;
}

const SHA256_RSA = oidKey("1.2.840.113549.1.1.11");
const [OF_SUBJECT, OF_ISSUER] = [oidKey("2.5.29.14"), oidKey("2.5.29.35")];
/** The tag of the version, which DER omits in version 1 (RFC 5280 4.1). */
const VERSION = 0xa0;
const CERTIFICATES = 4;
/** Bytes of a modulus of 2048 bits. */
const BYTES_MIN = 256;
/** The names of a card and of its partition, with the card's mode. */
const CARD = /^HSM:[0-9A-Za-z.-]{1,40}, for ((?:non-)?FIPS) mode$/;
const PARTITION = /^HSM:[0-9A-Fa-f]{1,40}:PARTN:\d{1,4}, for ((?:non-)?FIPS) mode$/;

/**
 * @param pem the certificates, in any order
 * @param at the day on which they must be valid; that of the root is not looked at
 * @param root a rehearsal's root of cards, in place of the maker's
 */
export function readCardChain(pem: string, root: CardRoot | null, at: Date): CardChain {
  const links = linksIn(pem);
  const roots = (root === null ? CARD_ROOTS : [root]).flatMap(rootOf);
  const cards = links.filter((one) => roots.some((by) => isUnder(one, by)) && mayCertify(one));
  const card = cards.at(0);
  const partitions = links.filter((one) => card !== undefined && isSignedBy(one, card));
  const pools = links.filter((one) => isSignedBy(one, one) && isPoolRoot(one));
  const pool = pools.at(0);
  const owned = links.filter((one) => one !== pool && pool !== undefined && isOwnedBy(one, pool));
  const partition = partitions.at(0);
  const hasCard = cards.length === 1;
  const hasPartition =
    hasCard
    && partitions.length === 1
    && partition !== undefined
    && !isAuthority(partition)
    && modeIn(card, CARD) !== null
    && modeIn(card, CARD) === modeIn(partition, PARTITION);
  const hasPool =
    pools.length === 1
    && owned.length === 1
    && !owned.some(isAuthority)
    && (partition === undefined || owned.every((one) => isSame(one, partition)));
  const isWhole = links.length === CERTIFICATES;
  return {
    isWhole,
    hasCard,
    hasPartition,
    hasPool,
    isCurrent: links.every(({ notBefore, notAfter }) => notBefore <= at && at <= notAfter),
    place: isWhole && card && partition && pool ? placeOf(links, { card, partition, pool }) : null,
    partition: isWhole && hasPartition && hasPool ? partition.spki : null,
  };
}

/** All of them, if each is different, readable, and in the one spelling of PEM that Azure uses. */
function linksIn(pem: string): readonly Link[] {
  const blocks = readPem(utf8(pem));
  if (typeof blocks === "number" || blocks.length > CERTIFICATES) return [];
  const links = blocks.flatMap(({ label, der }) => {
    const read = readX509(der);
    // Keys of fewer than 2048 bits, or with another exponent than 65537, sign nothing here.
    const bytes = (read === null ? null : modulusIn(read.spki))?.length ?? 0;
    const isStrong = read !== null && bytes >= BYTES_MIN && native.readCertificate(der) !== null;
    return label === "CERTIFICATE" && isStrong ? [{ ...read, der, name: nameOf(read) }] : [];
  });
  const isCanonical = blocks.map(({ der }) => writePem("CERTIFICATE", der)).join("") === pem;
  const isEach = links.every((one, n) => links.findIndex(({ der }) => equal(der, one.der)) === n);
  return isCanonical && isEach && links.length === blocks.length ? links : [];
}

const nameOf = ({ subject }: X509): string => {
  const name = readDer(subject);
  return (name === null ? null : readName(name))?.commonName ?? "";
};

function rootOf({ name, modulus }: CardRoot): readonly Root[] {
  const bytes = fromBase64Url(modulus);
  const isStrong = typeof bytes !== "number" && bytes.length >= BYTES_MIN;
  return isStrong ? [{ name, spki: spkiOf(bytes) }] : [];
}

/** What a certificate (DER) of a root of cards says; under one without an RSA key nothing is attested. */
export function cardRootIn(der: Uint8Array): CardRoot {
  const read = readX509(der);
  const modulus = (read === null ? null : modulusIn(read.spki)) ?? new Uint8Array();
  return {
    name: native.sha256Hex(read?.subject ?? new Uint8Array()),
    key: native.sha256Hex(read?.spki ?? new Uint8Array()),
    modulus: toBase64Url(modulus),
  };
}

const isUnder = (link: X509, root: Root): boolean =>
  native.sha256Hex(link.issuer) === root.name && isSigned(link, root.spki);

const isSignedBy = (link: X509, by: X509): boolean =>
  equal(link.issuer, by.subject) && isSigned(link, by.spki);

const isSigned = ({ algorithm, tbs, signature }: X509, spki: Uint8Array): boolean =>
  algorithm === SHA256_RSA && isSignedWith(spki, tbs, signature);

/** A card's own certificate is of version 1; one of another version must allow it to certify. */
const mayCertify = (card: X509): boolean =>
  readDer(card.tbs)?.children[0]?.tag !== VERSION
  || (isAuthority(card) && usesOf(card.extensions)?.includes("keyCertSign") !== false);

const isPoolRoot = (link: X509): boolean =>
  isAuthority(link) && usesOf(link.extensions)?.includes("keyCertSign") === true;

/** The partition under the HSM's root names that root's key (RFC 5280 4.2.1.1). */
function isOwnedBy(link: X509, pool: X509): boolean {
  const own = readDer(pool.extensions.get(OF_SUBJECT)?.value ?? new Uint8Array());
  const [issuers] =
    readDer(link.extensions.get(OF_ISSUER)?.value ?? new Uint8Array())?.children ?? [];
  return (
    isSignedBy(link, pool)
    && own?.tag === TAG.octetString
    && issuers !== undefined
    && equal(own.content, issuers.content)
  );
}

/** Both branches certify one key under one name. */
const isSame = (owned: Link, partition: Link): boolean =>
  equal(owned.spki, partition.spki) && owned.name === partition.name;

const modeIn = (link: Link | undefined, form: RegExp): string | null =>
  form.exec(link?.name ?? "")?.[1] ?? null;

function placeOf(
  links: readonly Link[],
  { card, partition, pool }: Readonly<Record<"card" | "partition" | "pool", Link>>,
): KeyPlace {
  return {
    card: card.name,
    partition: partition.name,
    pool: pool.name,
    poolRoot: native.sha256Hex(pool.spki),
    poolCertificate: native.sha256Hex(pool.der),
    until: new Date(Math.min(...links.map(({ notAfter }) => notAfter.getTime()))),
  };
}
