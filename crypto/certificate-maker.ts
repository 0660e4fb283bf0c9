// Certificates that we make, by the profile in the architecture; both engines read them back.
import { sentence } from "../electron/text/sentence.ts";
import { isCommonName } from "./certificate-name.ts";
import { readCertificateDer, type Certificate } from "./certificate.ts";
import { fault } from "./faults.ts";
import * as forge from "./forge.ts";

/** Who a certificate is for, and when it is made. `now` is the caller's clock. */
export interface Identity {
  readonly commonName: string;
  readonly rehearsal: boolean;
  readonly now: Date;
  readonly random: (length: number) => Uint8Array;
}

export type KeyUse = "keyEncipherment" | "digitalSignature";

const DAY_MS = 86_400_000;
const YEARS = 20;

/**
 * A self-signed certificate: v3, SHA-256, random 16-byte serial, from a day ago (offline clocks run
 * fast) for 20 years, key usage critical, nothing else. Rehearsal ones carry O=REHEARSAL.
 * @throws Fault E-CERT-NAME
 */
export function makeCertificate(identity: Identity, use: KeyUse, pkcs8: Uint8Array): Certificate {
  checkCommonName(identity.commonName);
  const notBefore = new Date(identity.now.getTime() - DAY_MS);
  const notAfter = new Date(identity.now);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS);
  const organization = identity.rehearsal ? [{ shortName: "O", value: "REHEARSAL" } as const] : [];
  const subject = [...organization, { shortName: "CN", value: identity.commonName } as const];
  const extensions = [{ name: "keyUsage", critical: true, [use]: true }];
  const serial = randomSerial(identity.random);
  const form = { subject, issuer: subject, serial, notBefore, notAfter, extensions };
  return readCertificateDer(forge.makeCertificate(form, forge.publicOf(pkcs8), pkcs8));
}

/** Printable ASCII, 1 to 64 characters, no space at an end. @throws Fault E-CERT-NAME */
export function checkCommonName(name: string): void {
  if (!isCommonName(name))
    throw fault("E-CERT-NAME", { wanted: sentence("crypto-faults.asciiName") });
}

/** 16 bytes, positive, without a leading zero byte (RFC 5280 4.1.2.2). */
export function randomSerial(random: (length: number) => Uint8Array): Uint8Array {
  const serial = random(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}
