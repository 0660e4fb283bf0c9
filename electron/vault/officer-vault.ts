// An officer's vault: has their key and passphrase for one turn, and returns only what is not
// secret.
import {
  bindingOf,
  FILE_BYTES_MAX,
  isFault,
  random,
  readCertificate,
  readSecurityDomain,
  sha256Hex,
  toBase64,
  utf8,
  type Certificate,
} from "../../crypto/index.ts";
import {
  checkPair,
  checkProtected,
  makeSigningKey,
  makeWrappingKey,
  openChallenge,
  openKeyFile,
  openShare,
  proveKeyFile,
  readKeyFile,
  signMessage,
  type PrivateKey,
} from "../../crypto/secret-half.ts";
import { readFile } from "../media/read-file.ts";
import { sendSecret } from "./secret-socket.ts";
import { fault } from "./faults.ts";
import type { PassphraseDesk } from "./passphrase.ts";
import type { KeyAt, OfficerMethods } from "./protocol.ts";

/** One wrong passphrase per second, so that guessing at the screen stays slow. */
const WRONG_PASSPHRASE_MS = 1000;

/** A key file with its certificate, as on the medium, and whose they are. */
interface KeyFile {
  readonly keyPem: string;
  readonly certificatePem: string;
  readonly seat: number;
}

/** A key file's text, or the path at which the vault reads it. */
interface KeyGiven {
  readonly keyPem?: string;
  readonly keyAt?: KeyAt;
}

/** The methods of an officer's vault, over the desk where their passphrase arrives. */
export function officerVault(
  desk: PassphraseDesk,
  wait: (milliseconds: number) => Promise<void>,
): OfficerMethods {
  const read = keyReader();
  const opened = async (
    { keyPem = "", keyAt }: KeyGiven,
    certificate: Certificate,
    seat: number,
    accepted?: readonly string[],
  ): Promise<PrivateKey> => {
    if (keyAt === undefined) {
      checkProtected(utf8(keyPem));
      return slowly(desk, wait, (passphrase) =>
        openKeyFile(utf8(keyPem), certificate, passphrase, seat),
      );
    }
    // Another tool's key: in any form that a recovery accepts.
    const file = readKeyFile(read(keyAt), accepted);
    const open = async (passphrase: string) => {
      const key = await file.open(passphrase, seat);
      checkPair(key, certificate, seat);
      return key;
    };
    return file.isProtected ? slowly(desk, wait, open) : open("");
  };
  const signed = async ({ keyPem, certificatePem, seat }: KeyFile, message: Uint8Array) => {
    const certificate = readCertificate(utf8(certificatePem));
    const key = await opened({ keyPem }, certificate, seat);
    return toBase64(signMessage(key, certificate, message));
  };
  return {
    make: async ({ commonName, rehearsal, bits, now }) => {
      const passphrase = await desk.fresh();
      const identity = { commonName, rehearsal, random, now: new Date(now) };
      const [wrapping, signing] = await Promise.all([
        makeWrappingKey(identity, bits, passphrase),
        makeSigningKey(identity, passphrase),
      ]);
      return {
        keyPem: wrapping.keyPem,
        certificatePem: wrapping.certificate.pem,
        signingKeyPem: signing.keyPem,
        signingCertificatePem: signing.certificate.pem,
      };
    },
    prove: async ({ keyPem, certificatePem, signingKeyPem, signingCertificatePem, seat }) => {
      for (const pem of [keyPem, signingKeyPem]) checkProtected(utf8(pem));
      await slowly(desk, wait, (passphrase) => {
        proveKeyFile(utf8(keyPem), readCertificate(utf8(certificatePem)), passphrase, seat);
        const signer = readCertificate(utf8(signingCertificatePem));
        signMessage(openKeyFile(utf8(signingKeyPem), signer, passphrase, seat), signer, random(32));
      });
      return null;
    },
    look: async ({ accepted, ...keyAt }) => {
      const bytes = read(keyAt);
      const file = readKeyFile(bytes, accepted);
      return {
        isOpen: !file.isProtected,
        isExposed: file.isExposed,
        size: bytes.length,
        sha256: sha256Hex(bytes),
        certificatePem: await certificateIn(file),
      };
    },
    answer: async ({ certificatePem, seat, challenge, ...given }) => {
      const certificate = readCertificate(utf8(certificatePem));
      const key = await opened(given, certificate, seat);
      return toBase64(openChallenge(challenge, key));
    },
    share: async ({ certificatePem, seat, domain, quorumSocket, accepted, ...given }) => {
      const certificate = readCertificate(utf8(certificatePem), accepted);
      const key = await opened(given, certificate, seat, accepted);
      const share = openShare(
        readSecurityDomain(domain, accepted),
        key,
        certificate,
        seat,
        accepted,
      );
      const answer = await sendSecret(quorumSocket, { share });
      if (!("ok" in answer)) throw fault("E-VAULT-DOOR");
      return null;
    },
    bind: async ({ thumbprint, ...file }) => {
      checkDigest(thumbprint);
      return signed(file, bindingOf(thumbprint));
    },
    sign: async ({ over, ...file }) => {
      checkDigest(over);
      return signed(file, utf8(over));
    },
  };
}

/** As `KeyLook` describes. @throws Fault E-KEY-*, E-CERT-* */
async function certificateIn(file: ReturnType<typeof readKeyFile>): Promise<string | null> {
  if (file.certificate !== null || !file.holdsCertificate) return file.certificate?.pem ?? "";
  if (file.isProtected) return null;
  const { certificate } = await file.open("", 0);
  return certificate?.pem ?? "";
}

/** Reads a key file once per turn: what was inspected is what is opened. */
function keyReader(): (key: KeyAt) => Uint8Array {
  const keys = new Map<string, Uint8Array>();
  return ({ on, name }) => {
    const id = `${on.id}/${name}`;
    const bytes = keys.get(id) ?? readFile(on, name, FILE_BYTES_MAX);
    keys.set(id, bytes);
    return bytes;
  };
}

/** A signing key signs only digests. @throws Fault E-VAULT-CALL */
function checkDigest(text: string): void {
  if (!/^[0-9a-f]{64}$/.test(text)) throw fault("E-VAULT-CALL");
}

/** Works with the turn's passphrase; a wrong one is forgotten and answered a second later. */
async function slowly<Result>(
  desk: PassphraseDesk,
  wait: (milliseconds: number) => Promise<void>,
  work: (passphrase: string) => Result | Promise<Result>,
): Promise<Result> {
  const passphrase = await desk.ofThisTurn();
  try {
    return await work(passphrase);
  } catch (error) {
    if (isFault(error) && error.code === "E-KEY-PASSPHRASE") {
      desk.forget();
      await wait(WRONG_PASSPHRASE_MS);
    }
    throw error;
  }
}
