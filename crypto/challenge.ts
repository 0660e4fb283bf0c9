// A challenge for an officer's key: fresh bytes encrypted for their certificate as a share is (a
// compact JWE, RSA-OAEP-256 and A256CBC-HS512), which only their key opens.
import { sentence } from "../electron/text/sentence.ts";
import type { Certificate } from "./certificate.ts";
import { openWithPrivateKey, sealForKey } from "./jwe-content.ts";
import { readJwe } from "./jwe.ts";
import type { PrivateKey } from "./private-key.ts";

/** Shows what the message is. */
const KID = "challenge";

/** @throws Fault E-DOUBLE-ENTRY */
export const sealChallenge = (bytes: Uint8Array, { spki }: Certificate): string =>
  sealForKey(bytes, spki, KID);

/** What was sealed, opened by both engines. @throws Fault E-JWE-*, E-DOUBLE-ENTRY */
export const openChallenge = (challenge: string, { pkcs8 }: PrivateKey): Uint8Array =>
  openWithPrivateKey(
    readJwe(challenge, "RSA-OAEP-256"),
    pkcs8,
    sentence("crypto-faults.challenge"),
  );
