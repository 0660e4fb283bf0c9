// The exchange key: the certificate that a restore blob is made for (docs/azure-protocol.md 3).
import {
  fromHex,
  readCertificateDer,
  sha256Hex,
  toBase64,
  toBase64Url,
  type Certificate,
  sha1,
} from "../../crypto/index.ts";
import {
  generateRsa,
  keyIdentifier,
  makeCertificateOf,
  QUOTE_OID,
} from "../../crypto/secret-half.ts";
import { conflict, ok, type Answer } from "./answer.ts";
import { bytesOf } from "./domain.ts";
import type { Machine } from "./machine.ts";
import type { QuoteFor } from "./quoting.ts";
import type { ExchangeKey, State } from "./state.ts";

const BITS = 4096;

/** How an exchange key differs from a real one's form. */
export interface KeyForm {
  readonly bits?: number;
  readonly commonName?: string;
  /** How many years its certificate is valid. */
  readonly years?: number;
  readonly isQuoted?: boolean;
}

/** Makes the key that is given from now on, in place of any other that is not used up. */
export function makeNextKey(machine: Machine, form: KeyForm): void {
  const { state } = machine;
  if (state.activated || state.download !== null) return;
  machine.commit({ ...state, exchange: makeExchangeKey(state, machine.quoteFor, form) });
}

/** GET securitydomain/upload. Made when first requested, and then the same until it is used up. */
export function getTransferKey(machine: Machine): Answer {
  const { state } = machine;
  if (state.activated) return conflict("The HSM is already active; it takes no security domain.");
  if (state.download !== null)
    return conflict("The HSM is being activated with a security domain of its own.");
  const exchange = state.exchange ?? makeExchangeKey(state, machine.quoteFor);
  if (exchange !== state.exchange) machine.commit({ ...state, exchange });
  const transfer_key = JSON.stringify(jwkOf(exchangeCertificate(exchange)));
  return ok({ key_format: "jwk", transfer_key });
}

export const exchangeCertificate = ({ certificate }: ExchangeKey): Certificate =>
  readCertificateDer(bytesOf(certificate));

/**
 * Like a certificate of 2025 except for the quote's root, which is this rehearsal's own, and for
 * O=REHEARSAL, which tells a real ceremony not to encrypt a real domain for it.
 */
function makeExchangeKey(
  { name, madeAt }: State,
  quoteFor: QuoteFor,
  {
    bits = BITS,
    commonName = `${name}.managedhsm.azure.net`,
    years = 1,
    isQuoted = true,
  }: KeyForm = {},
): ExchangeKey {
  const { pkcs8, spki } = generateRsa(bits);
  const quote = isQuoted ? quoteFor(spki) : null;
  const subject = [
    { shortName: "O", value: "REHEARSAL" } as const,
    { shortName: "CN", value: commonName } as const,
  ];
  const notBefore = new Date(madeAt);
  const notAfter = new Date(madeAt);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  const der = makeCertificateOf(
    {
      subject,
      issuer: subject,
      serial: Uint8Array.of(1),
      notBefore,
      notAfter,
      extensions: [
        { name: "basicConstraints", critical: true, cA: false },
        { name: "keyUsage", critical: true, keyEncipherment: true },
        { name: "subjectKeyIdentifier" },
        { name: "authorityKeyIdentifier", keyIdentifier: keyIdentifier(spki) },
        ...(quote === null ? [] : [{ id: QUOTE_OID, critical: false, value: quote }]),
      ],
    },
    spki,
    pkcs8,
  );
  return { certificate: toBase64(der), pkcs8: toBase64(pkcs8) };
}

/** Members and their order as recorded: no `alg`, no `use`. */
function jwkOf({ der, modulus }: Certificate) {
  return {
    e: "AQAB",
    key_ops: ["wrapKey", "verify", "encrypt"],
    kid: "not used",
    kty: "RSA",
    n: modulus,
    x5c: [toBase64(der)],
    x5t: toBase64Url(sha1(der)),
    "x5t#S256": toBase64Url(fromHex(sha256Hex(der)) ?? new Uint8Array()),
  };
}
