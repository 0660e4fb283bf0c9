// A certificate in a record, read once for all rules.
import { isFault, readCertificate, sha256Hex, utf8, type Certificate } from "../../crypto/index.ts";

/** What the rules need of it, and of its text as a file. */
export interface Pem extends Pick<
  Certificate,
  "thumbprint" | "organization" | "commonName" | "modulus" | "bits"
> {
  /** SHA-256 (hex) and size in bytes of the text itself. */
  readonly file: { readonly sha256: string; readonly size: number };
}

/** @param accepted codes that people overruled in this ceremony */
export function certificateIn(text: string, accepted: readonly string[] = []): Pem | null {
  const bytes = utf8(text);
  try {
    const { thumbprint, organization, commonName, modulus, bits } = readCertificate(
      bytes,
      accepted,
    );
    const file = { sha256: sha256Hex(bytes), size: bytes.length };
    return { thumbprint, organization, commonName, modulus, bits, file };
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}
