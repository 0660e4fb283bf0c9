// The keys of the people in generated ceremonies, each over a key of its own.
import {
  checkAttestation,
  random,
  readCertificateDer,
  type Attestation,
  type Certificate,
} from "../../crypto/index.ts";
import {
  generateRsa,
  keyIdentifier,
  makeCertificate,
  makeCertificateOf,
  makeQuote,
  makeQuoteAuthority,
  QUOTE_OID,
  type QuoteAuthority,
} from "../../crypto/secret-half.ts";
import { rootIn } from "../../crypto/attestation.ts";
import { utf8 } from "../../crypto/index.ts";

/** A key with its certificate. */
export interface Key {
  readonly pkcs8: Uint8Array;
  readonly certificate: Certificate;
}

/** The two keys of an officer. */
export interface Pair {
  readonly wrapping: Key;
  readonly signing: Key;
}

/** An HSM's exchange key, and what its check finds. */
export interface Exchange {
  readonly certificate: Certificate;
  readonly attestation: Attestation;
}

export interface Pool {
  readonly mode: Mode;
  /** Of each of three officers the first keys, and those that replace them. */
  readonly officers: readonly (readonly [Pair, Pair])[];
  /** The same of any officer; those of a fourth and later one are made when first asked for. */
  readonly pairOf: (seat: number, isReplaced: boolean) => Pair;
  /** Keys of nobody. */
  readonly strangers: readonly Pair[];
  /** Keys whose certificates are not of rehearsals. */
  readonly earnest: Pair;
  readonly attested: readonly Exchange[];
  readonly unattested: Exchange;
  /** Others, each made when it is first asked for. */
  readonly odd: (which: Odd) => Exchange;
}

/** Exchange keys that a rehearsal's HSM never has. */
export type Odd = keyof typeof ODD;

export type Mode = "REHEARSAL" | "PRODUCTION";

export const HSM = "Contoso-Rehearsal";
export const NEW_HSM = "Contoso-Recovery";
const MADE_AT = new Date(Date.UTC(2026, 0, 30));
const BITS = 2048;
/** What people may accept of an exchange key. */
const ANY_NAME = ["E-CERT-NAME"];

/** The certificate of a key: by default of a rehearsal. */
export function certify(
  commonName: string,
  use: "keyEncipherment" | "digitalSignature",
  pkcs8: Uint8Array,
  rehearsal = true,
): Certificate {
  return makeCertificate({ commonName, rehearsal, now: MADE_AT, random }, use, pkcs8);
}

function key(commonName: string, use: "keyEncipherment" | "digitalSignature", rehearsal = true) {
  const { pkcs8 } = generateRsa(BITS);
  return { pkcs8, certificate: certify(commonName, use, pkcs8, rehearsal) };
}

const pair = (name: string, rehearsal = true): Pair => ({
  wrapping: key(`${HSM} ${name}`, "keyEncipherment", rehearsal),
  signing: key(`${HSM} ${name}`, "digitalSignature", rehearsal),
});

function exchange(
  quoteFor: (spki: Uint8Array) => Uint8Array | null,
  root: string,
  rehearsal = true,
  organization: readonly string[] = [],
): Exchange {
  const { pkcs8, spki } = generateRsa(BITS);
  const quote = quoteFor(spki);
  const subject = [
    ...(rehearsal ? [{ shortName: "O", value: "REHEARSAL" } as const] : []),
    ...organization.map((value) => ({ shortName: "O", value }) as const),
    { shortName: "CN", value: `${NEW_HSM}.managedhsm.azure.net` } as const,
  ];
  const form = {
    subject,
    issuer: subject,
    serial: Uint8Array.of(1),
    notBefore: MADE_AT,
    notAfter: new Date(Date.UTC(2027, 0, 30)),
    extensions: [
      { name: "basicConstraints", critical: true, cA: false },
      { name: "keyUsage", critical: true, keyEncipherment: true },
      { name: "subjectKeyIdentifier" },
      { name: "authorityKeyIdentifier", keyIdentifier: keyIdentifier(spki) },
      ...(quote === null ? [] : [{ id: QUOTE_OID, critical: false, value: quote }]),
    ],
  };
  const der = makeCertificateOf(form, spki, pkcs8);
  return {
    certificate: readCertificateDer(der, ANY_NAME),
    attestation: checkAttestation(der, root, ANY_NAME),
  };
}

type QuoteFor = (authority: QuoteAuthority, spki: Uint8Array) => Uint8Array | null;
type QuoteForm = NonNullable<Parameters<typeof makeQuote>[2]>;
const reporting =
  (report: NonNullable<QuoteForm["report"]>): QuoteFor =>
  (by, spki) =>
    makeQuote(by, spki, { report });
const ODD = {
  /** Nobody knows the signer of its enclave. */
  ofAnotherSigner: [reporting({ mrsigner: new Uint8Array(32) }), true],
  debugged: [reporting({ debug: true }), true],
  inEarnest: [() => null, false],
  quotedInEarnest: [reporting({}), false],
  /** One of its names turns the direction of what is read. */
  oddlyNamed: [() => null, true, ["\u202eContoso"]],
} as const satisfies Readonly<
  Record<string, readonly [quote: QuoteFor, rehearsal: boolean, organization?: readonly string[]]>
>;

const pools = new Map<string, Pool>();

/**
 * Made once for all tests of a process.
 * @param mode of the ceremonies, and of the officers' certificates
 * @param whose other people have other keys
 */
export function makePool(mode: Mode = "REHEARSAL", whose: "ours" | "others" = "ours"): Pool {
  const pool = pools.get(`${mode} ${whose}`) ?? newPool(mode);
  pools.set(`${mode} ${whose}`, pool);
  return pool;
}

function newPool(mode: Mode): Pool {
  const isRehearsal = mode === "REHEARSAL";
  const authority = makeQuoteAuthority(MADE_AT, random);
  const root = rootIn(utf8(authority.root));
  const quoted = () => exchange((spki) => makeQuote(authority, spki), root);
  const odd = new Map<Odd, Exchange>();
  const ofOfficer = (seat: number) => pair(`officer ${seat}`, isRehearsal);
  const officers = [1, 2, 3].map((seat) => [ofOfficer(seat), ofOfficer(seat)] as const);
  const others = new Map<string, Pair>();
  return {
    mode,
    officers,
    pairOf: (seat, isReplaced) => {
      const name = `${seat} ${isReplaced}`;
      const one = officers[seat - 1]?.[isReplaced ? 1 : 0] ?? others.get(name) ?? ofOfficer(seat);
      others.set(name, one);
      return one;
    },
    strangers: [1, 2].map((n) => pair(`stranger ${n}`)),
    earnest: pair("in earnest", false),
    attested: [quoted(), quoted()],
    unattested: exchange(() => null, root),
    odd: (which) => {
      const [quote, rehearsal, organization] = ODD[which];
      const quoteFor = (spki: Uint8Array) => quote(authority, spki);
      const one = odd.get(which) ?? exchange(quoteFor, root, rehearsal, organization);
      odd.set(which, one);
      return one;
    },
  };
}
