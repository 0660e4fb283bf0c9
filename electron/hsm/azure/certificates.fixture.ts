// Server certificates for tests: made by node-forge, each with a CA of its own.
import forge from "node-forge";
import { writePem } from "../../../crypto/index.ts";
import { generateRsa } from "../../../crypto/secret-half.ts";

export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
  /** What a client must trust to accept it. */
  readonly caPem: string;
}

export interface IdentityOptions {
  readonly host?: string;
  readonly issuer?: string;
  readonly expired?: boolean;
  /** From and until when it is valid, in days from now; by default the ten around now. */
  readonly days?: readonly [from: number, until: number];
  /** The issuer's organization. */
  readonly organization?: string;
}

/** A certificate for localhost and 127.0.0.1, or for `host` alone. */
export function serverIdentity(options: IdentityOptions = {}): ServerIdentity {
  const { organization } = options;
  const issuer = [
    { name: "commonName", value: options.issuer ?? "Test CA" },
    ...(organization === undefined ? [] : [{ name: "organizationName", value: organization }]),
  ];
  const ca = keyPair();
  const caCertificate = certificate(issuer, issuer, ca.publicKey);
  caCertificate.setExtensions([
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, critical: true },
  ]);
  caCertificate.sign(ca.privateKey, forge.md.sha256.create());
  const own = keyPair();
  const subject = [{ name: "commonName", value: options.host ?? "localhost" }];
  const leaf = certificate(subject, issuer, own.publicKey, options);
  const both = [
    { type: 2, value: "localhost" },
    { type: 7, ip: "127.0.0.1" },
  ];
  const altNames = options.host === undefined ? both : [{ type: 2, value: options.host }];
  leaf.setExtensions([{ name: "subjectAltName", altNames }]);
  leaf.sign(ca.privateKey, forge.md.sha256.create());
  return {
    key: forge.pki.privateKeyToPem(own.privateKey),
    cert: forge.pki.certificateToPem(leaf),
    caPem: forge.pki.certificateToPem(caCertificate),
  };
}

function keyPair(): forge.pki.rsa.KeyPair {
  const { pkcs8 } = generateRsa(2048);
  const made = forge.pki.privateKeyFromPem(writePem("PRIVATE KEY", pkcs8));
  return { privateKey: made, publicKey: forge.pki.setRsaPublicKey(made.n, made.e) };
}

function certificate(
  subject: forge.pki.CertificateField[],
  issuer: forge.pki.CertificateField[],
  publicKey: forge.pki.rsa.PublicKey,
  { expired = false, days: [from, until] = [-10, expired ? -1 : 10] }: IdentityOptions = {},
): forge.pki.Certificate {
  const made = forge.pki.createCertificate();
  made.publicKey = publicKey;
  made.serialNumber = expired ? "03" : "02";
  const day = 86_400_000;
  made.validity.notBefore = new Date(Date.now() + from * day);
  made.validity.notAfter = new Date(Date.now() + until * day);
  made.setSubject(subject);
  made.setIssuer(issuer);
  return made;
}
