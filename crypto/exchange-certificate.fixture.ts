// Exchange certificates for tests: any extension value, signed by the key itself or not.
import { createPrivateKey, sign } from "node:crypto";
import { utf8 } from "./bytes.ts";
import { writeTime } from "./certificate-time.ts";
import { integer, oid, sequence, TAG, writeDer } from "./der.ts";
import { generateRsa } from "./rsa-key.ts";
import { QUOTE_OID } from "./sgx-quote.ts";

/** A key that an enclave may have made, 2048 bits. */
export interface EnclaveKey {
  readonly spki: Uint8Array;
  readonly pkcs8: Uint8Array;
}

export const enclaveKey = (): EnclaveKey => generateRsa(2048);

const SHA256_RSA = sequence(oid("1.2.840.113549.1.1.11"), writeDer(TAG.nullValue));
const part = (type: string, text: string) =>
  writeDer(0x31, sequence(oid(type), writeDer(0x0c, utf8(text))));
const name = (common: string, organization?: string) =>
  sequence(
    ...(organization === undefined ? [] : [part("2.5.4.10", organization)]),
    part("2.5.4.3", common),
  );

/** What a certificate may say differently. */
export interface ExchangeForm {
  /** Values of the quote's extension; none by default. */
  readonly quotes?: readonly Uint8Array[];
  readonly notBefore?: Date;
  readonly issuer?: string;
  /** Of subject and issuer; none by default. */
  readonly organization?: string;
  /** Who signs, if not the key itself. */
  readonly signer?: EnclaveKey;
}

export const MADE_AT = new Date("2026-11-24T12:00:00Z");
const SUBJECT = "Contoso-Recovery.managedhsm.azure.net";

/** A certificate in DER. */
export function exchangeCertificate(
  key: EnclaveKey,
  {
    quotes = [],
    notBefore = MADE_AT,
    issuer = SUBJECT,
    signer = key,
    organization,
  }: ExchangeForm = {},
): Uint8Array {
  const notAfter = new Date(notBefore.getTime() + 365 * 86_400_000);
  const extensions = quotes.map((value) =>
    sequence(oid(QUOTE_OID), writeDer(TAG.octetString, value)),
  );
  const tbs = sequence(
    writeDer(0xa0, integer(2)),
    integer(1),
    SHA256_RSA,
    name(issuer, organization),
    sequence(writeTime(notBefore), writeTime(notAfter)),
    name(SUBJECT, organization),
    key.spki,
    ...(extensions.length === 0 ? [] : [writeDer(0xa3, sequence(...extensions))]),
  );
  const by = createPrivateKey({ key: Buffer.from(signer.pkcs8), format: "der", type: "pkcs8" });
  const signature = new Uint8Array(sign("sha256", tbs, by));
  return sequence(tbs, SHA256_RSA, writeDer(TAG.bitString, Uint8Array.of(0), signature));
}
