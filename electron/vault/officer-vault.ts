// An officer's vault: has their key and passphrase for one turn, and lets out only what is no
// secret.
import {
  bindingOf,
  isFault,
  random,
  readCertificate,
  readSecurityDomain,
  toBase64,
  utf8,
  type Certificate,
} from "../../crypto/index.ts";
import {
  isProtected,
  checkProtected,
  makeSigningKey,
  makeWrappingKey,
  openChallenge,
  openKeyFile,
  openShare,
  proveKeyFile,
  signMessage,
  type PrivateKey,
} from "../../crypto/secret-half.ts";
import { sendSecret } from "./secret-socket.ts";
import { fault } from "./faults.ts";
import type { PassphraseDesk } from "./passphrase.ts";
import type { OfficerMethods } from "./protocol.ts";

/** One wrong passphrase a second: guessing at the screen stays slow. */
const WRONG_PASSPHRASE_MS = 1000;

/** A key file with its certificate, as on the medium, and whose they are. */
interface KeyFile {
  readonly keyPem: string;
  readonly certificatePem: string;
  readonly seat: number;
}

/** The methods of an officer's vault over the desk where their passphrase comes in. */
export function officerVault(
  desk: PassphraseDesk,
  wait: (milliseconds: number) => Promise<void>,
): OfficerMethods {
  const opened = async (
    keyPem: string,
    certificate: Certificate,
    seat: number,
    mayBeOpen = false,
  ): Promise<PrivateKey> => {
    if (mayBeOpen && !isProtected(utf8(keyPem)))
      return openKeyFile(utf8(keyPem), certificate, "", seat);
    checkProtected(utf8(keyPem));
    return slowly(desk, wait, (passphrase) =>
      openKeyFile(utf8(keyPem), certificate, passphrase, seat),
    );
  };
  const signed = async ({ keyPem, certificatePem, seat }: KeyFile, message: Uint8Array) => {
    const certificate = readCertificate(utf8(certificatePem));
    const key = await opened(keyPem, certificate, seat);
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
    answer: async ({ keyPem, certificatePem, seat, challenge, mayBeOpen }) => {
      const certificate = readCertificate(utf8(certificatePem));
      const key = await opened(keyPem, certificate, seat, mayBeOpen);
      return toBase64(openChallenge(challenge, key));
    },
    share: async ({ keyPem, certificatePem, seat, domain, quorumSocket, accepted, mayBeOpen }) => {
      const certificate = readCertificate(utf8(certificatePem), accepted);
      const key = await opened(keyPem, certificate, seat, mayBeOpen);
      const share = openShare(readSecurityDomain(domain, accepted), key, certificate, seat);
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

/** A signing key signs digests and nothing else. @throws Fault E-VAULT-CALL */
function checkDigest(text: string): void {
  if (!/^[0-9a-f]{64}$/.test(text)) throw fault("E-VAULT-CALL");
}

/**
 * Does the work with the turn's passphrase; a wrong one is forgotten and answered a second later.
 */
async function slowly<Result>(
  desk: PassphraseDesk,
  wait: (milliseconds: number) => Promise<void>,
  work: (passphrase: string) => Result,
): Promise<Result> {
  const passphrase = await desk.ofThisTurn();
  try {
    return work(passphrase);
  } catch (error) {
    if (isFault(error) && error.code === "E-KEY-PASSPHRASE") {
      desk.forget();
      await wait(WRONG_PASSPHRASE_MS);
    }
    throw error;
  }
}
