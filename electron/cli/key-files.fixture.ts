// For tests: private key files of forms and with numbers that nobody should bring.
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { integer, oid, sequence, TAG, writeDer } from "../../crypto/der.ts";
import { writePem } from "../../crypto/index.ts";

const OID = {
  pbes1: "1.2.840.113549.1.5.3",
  pbes2: "1.2.840.113549.1.5.13",
  pbkdf2: "1.2.840.113549.1.5.12",
  scrypt: "1.3.6.1.4.1.11591.4.11",
  sha256: "1.2.840.113549.2.9",
  aes: "2.16.840.1.101.3.4.1.42",
  tripleDes: "1.2.840.113549.3.7",
};
const salt = writeDer(TAG.octetString, new Uint8Array(16).fill(5));

/** An encrypted key of this form; what is inside is noise, for the form alone decides. */
function encrypted(scheme: Uint8Array): string {
  const noise = writeDer(TAG.octetString, new Uint8Array(1216).fill(7));
  return writePem("ENCRYPTED PRIVATE KEY", sequence(scheme, noise));
}

function pbes2(kdf: Uint8Array, cipher: string, ivBytes: number): string {
  const iv = writeDer(TAG.octetString, new Uint8Array(ivBytes));
  return encrypted(sequence(oid(OID.pbes2), sequence(kdf, sequence(oid(cipher), iv))));
}

const pbkdf2 = (rounds: number) =>
  sequence(
    oid(OID.pbkdf2),
    sequence(salt, integer(rounds), sequence(oid(OID.sha256), writeDer(TAG.nullValue))),
  );

export const inPbes1 = (): string =>
  encrypted(
    sequence(oid(OID.pbes1), sequence(writeDer(TAG.octetString, new Uint8Array(8)), integer(2048))),
  );
export const inTripleDes = (): string => pbes2(pbkdf2(2048), OID.tripleDes, 8);
export const withRounds = (rounds: number): string => pbes2(pbkdf2(rounds), OID.aes, 16);
export const withScrypt = (cost: number): string =>
  pbes2(
    sequence(oid(OID.scrypt), sequence(salt, integer(cost), integer(8), integer(1))),
    OID.aes,
    16,
  );

/** As openssl wrote keys in the nineties, with a header that names the cipher. */
export const inOldPem = (pem: string, passphrase: string): string =>
  createPrivateKey(pem)
    .export({ type: "pkcs1", format: "pem", cipher: "aes-256-cbc", passphrase })
    .toString();

/** The last bit of the last CRT value is another. */
export function withAlteredCrt(pem: string): string {
  const der = createPrivateKey(pem).export({ type: "pkcs1", format: "der" });
  der.writeUInt8(der.readUInt8(der.length - 1) ^ 1, der.length - 1);
  return writePem("RSA PRIVATE KEY", new Uint8Array(der));
}

/** A key of one officer in the numbers' order, p and q the same. */
export function withEqualPrimes(pem: string): string {
  const jwk = createPrivateKey(pem).export({ format: "jwk" });
  const number = (name: "n" | "e" | "d" | "p" | "dp" | "qi") => {
    const bytes = Buffer.from(jwk[name] ?? "", "base64url");
    return writeDer(TAG.integer, Uint8Array.of(...((bytes[0] ?? 0) < 0x80 ? [] : [0]), ...bytes));
  };
  const [n, e, d, p, dp, qi] = (["n", "e", "d", "p", "dp", "qi"] as const).map(number);
  const numbers = [integer(0), n, e, d, p, p, dp, dp, qi].map((one) => one ?? integer(0));
  return writePem("RSA PRIVATE KEY", sequence(...numbers));
}

/** A sound key that belongs to nobody here. */
export const foreignKey = (): string =>
  generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
