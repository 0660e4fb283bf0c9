// A certificate in a record, read once for all rules.
import {
  isFault,
  readCertificate,
  readRecordCertificate,
  sha256Hex,
  utf8,
  type Certificate,
  type RecordCertificate,
} from "../../crypto/index.ts";

/** What the rules need of it, and of its text as a file. */
export interface Pem extends Pick<
  Certificate,
  "thumbprint" | "organization" | "commonName" | "modulus" | "bits"
> {
  /** SHA-256 (hex) and size in bytes of the text itself. */
  readonly file: { readonly sha256: string; readonly size: number };
}

/** One of the form that counts in a record, what its key is for, and when it is valid. */
export interface OwnPem extends Pem, Pick<RecordCertificate, "use" | "notBefore" | "notAfter"> {}

/** An officer's certificate; null for one of any other form than this app makes. */
export function ownCertificateIn(text: string): OwnPem | null {
  const read = readRecordCertificate(text);
  if (read === null) return null;
  const { use, notBefore, notAfter } = read;
  return { ...pemOf(text, read), use, notBefore, notAfter };
}

/**
 * An exchange key's certificate, as Azure made it.
 * @param accepted codes that people overruled in this ceremony
 */
export function certificateIn(text: string, accepted: readonly string[] = []): Pem | null {
  try {
    return pemOf(text, readCertificate(utf8(text), accepted));
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

function pemOf(text: string, certificate: Certificate): Pem {
  const { thumbprint, organization, commonName, modulus, bits } = certificate;
  const bytes = utf8(text);
  const file = { sha256: sha256Hex(bytes), size: bytes.length };
  return { thumbprint, organization, commonName, modulus, bits, file };
}
