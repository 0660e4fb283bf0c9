// An officer's key file in each form that a recovery takes: PEM, PEM with its certificate, PKCS
// #12.
import { readCertificate, type Certificate } from "./certificate.ts";
import { isKeyBare, isPkcs12Open, openPkcs12 } from "./pkcs12.ts";
import { isPkcs12 } from "./pkcs12-form.ts";
import { isProtected, openPrivateKeyAside, partKeyFile, type PrivateKey } from "./private-key.ts";

/** A key file before it is opened. */
export interface KeyFile {
  /** A passphrase is needed. */
  readonly isProtected: boolean;
  /** The file alone gives the key: it is not encrypted, or has an empty passphrase. */
  readonly isExposed: boolean;
  /** Whether the certificate is in it, or may be; if so, none is searched beside it. */
  readonly holdsCertificate: boolean;
  /** The certificate in it, if it can be read before the key is opened. */
  readonly certificate: Certificate | null;
  /**
   * @param n the key's number in messages
   * @throws Fault those of `openPrivateKey` and `openPkcs12`
   */
  readonly open: (passphrase: string, n: number) => Promise<OpenedKeyFile>;
}

/** A key, and the certificate that was in its file. */
export interface OpenedKeyFile extends PrivateKey {
  readonly certificate: Certificate | null;
}

/**
 * Recognises the form by the first bytes and checks it; nothing is decrypted yet.
 * @param accepted codes that refuse nothing in the certificate
 * @throws Fault E-KEY-PEM, E-KEY-WEAKKDF, E-KEY-P12, E-KEY-KDFCOST, E-CERT-*
 */
export function readKeyFile(bytes: Uint8Array, accepted: readonly string[] = []): KeyFile {
  if (isPkcs12(bytes)) {
    const isOpen = isPkcs12Open(bytes);
    return {
      isProtected: !isOpen,
      isExposed: isOpen || isKeyBare(bytes),
      holdsCertificate: true,
      certificate: null,
      open: async (passphrase, n) => openPkcs12(bytes, passphrase, n, accepted),
    };
  }
  const { key, certificate: pem } = partKeyFile(bytes);
  const certificate = pem === null ? null : readCertificate(pem, accepted);
  return {
    isProtected: isProtected(key),
    isExposed: !isProtected(key),
    holdsCertificate: certificate !== null,
    certificate,
    open: async (passphrase, n) => ({
      ...(await openPrivateKeyAside(key, passphrase, n)),
      certificate,
    }),
  };
}
