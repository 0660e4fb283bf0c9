// Security domains made for tests, of any N and M, for keys of a small pool.
import { constants, createPublicKey, publicEncrypt } from "node:crypto";
import type { Certificate } from "./certificate.ts";
import { fromHex } from "./bytes.ts";
import { toBase64Url } from "./base64.ts";
import { makeCertificate } from "./certificate-maker.ts";
import { random } from "./native.ts";
import { generateRsa } from "./rsa-key.ts";
import { deriveEntryKey, sealDirect, sealForKey, split, writeShare } from "./secret-half.ts";

export interface TestOfficer {
  readonly pkcs8: Uint8Array;
  readonly certificate: Certificate;
}

export interface MadeDomain {
  readonly text: string;
  readonly secret: Uint8Array;
  readonly plaintexts: ReadonlyMap<string, Uint8Array>;
  readonly officers: readonly TestOfficer[];
  /** OAEP by node alone, for content keys of a wrong length or with another hash. */
  readonly wrap: (key: Uint8Array, spki: Uint8Array, hash?: string) => Uint8Array;
}

/** An officer with an unprotected key of `bits`. */
export function makeOfficer(name: string, bits = 2048): TestOfficer {
  const { pkcs8 } = generateRsa(bits);
  const identity = {
    commonName: name,
    rehearsal: true,
    now: new Date("2026-11-24T10:00:00Z"),
    random,
  };
  return { pkcs8, certificate: makeCertificate(identity, "keyEncipherment", pkcs8) };
}

/** A domain of `count` officers with a quorum of `required`. */
export function makeDomain(
  count: number,
  required: number,
  officers?: readonly TestOfficer[],
): MadeDomain {
  const holders =
    officers ?? Array.from({ length: count }, (_, i) => makeOfficer(`officer ${String(i + 1)}`));
  const secret = random(32);
  const plaintexts = new Map(
    ["hsm_backup", "base_enclave_backup", "partition_enclave_backup"].map((tag, i) => [
      tag,
      random([8000, 870, 2950][i] ?? 100),
    ]),
  );
  const data = [...plaintexts].map(([tag, plaintext]) => ({
    compact_jwe: sealDirect(plaintext, deriveEntryKey(secret, tag), tag),
    tag,
  }));
  const shares = split(secret, count, required, random);
  const enc_shares = holders.slice(0, count).map(({ certificate }, i) => {
    const share = shares[i];
    if (share === undefined) throw new Error("no share");
    const x5t_256 = toBase64Url(fromHex(certificate.thumbprint) ?? new Uint8Array());
    return { enc_key: sealForKey(writeShare(share), certificate.spki, "not used"), x5t_256 };
  });
  const text = JSON.stringify({
    EncData: { data, kdf: "sp108_kdf" },
    SharedKeys: { enc_shares, key_algorithm: "shamir_share", required },
    version: 2,
  });
  return { text, secret, plaintexts, officers: holders, wrap };
}

function wrap(key: Uint8Array, spki: Uint8Array, oaepHash = "sha256"): Uint8Array {
  const publicKey = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  return new Uint8Array(publicEncrypt({ key: publicKey, padding, oaepHash }, key));
}
