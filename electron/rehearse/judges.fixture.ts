// For tests: restore blobs opened without our cryptography, and how the other judges are called.
import { createHmac, createPrivateKey } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { compactDecrypt } from "jose";
import { run, type Ended } from "../cli/program.fixture.ts";

/** Debian's own Python, for Debian's own packages. */
export const PYTHON = "/usr/bin/python3";
const AZ = "/usr/bin/az";

/** True where azure-cli and Microsoft's Python client are missing and nothing is judged. */
export const passedOver =
  process.env["CI"] !== "true"
  && !(
    existsSync(AZ) && existsSync("/usr/lib/python3/dist-packages/azure/keyvault/securitydomain")
  );

/**
 * Calls azure-cli, with a home of its own so that it knows no account and keeps nothing.
 * Its warnings about itself go to stderr; only the exit code counts.
 */
export const az = (home: string, args: readonly string[]): Promise<Ended> =>
  run(AZ, args, {
    env: {
      HOME: home,
      AZURE_CONFIG_DIR: join(home, "az"),
      AZURE_CORE_COLLECT_TELEMETRY: "0",
      PATH: "/usr/bin:/bin",
    },
  });

interface BlobJson {
  readonly EncData: { readonly data: readonly { compact_jwe: string; tag: string }[] };
  readonly WrappedKey: { readonly enc_key: string };
}

/**
 * What a restore blob holds, opened with the exchange key by jose and node's HMAC alone.
 * @returns tag to hex, as the vectors' secret.json
 */
export async function secretsIn(
  blob: string,
  exchangeKey: string,
): Promise<Readonly<Record<string, string>>> {
  const { EncData, WrappedKey } = JSON.parse(blob) as BlobJson;
  const { plaintext: secret } = await compactDecrypt(
    WrappedKey.enc_key,
    createPrivateKey(exchangeKey),
  );
  const secrets: Record<string, string> = {};
  for (const { compact_jwe, tag } of EncData.data) {
    const { plaintext } = await compactDecrypt(compact_jwe, derived(secret, tag));
    secrets[tag] = Buffer.from(plaintext).toString("hex");
  }
  return secrets;
}

/** SP 800-108 in counter mode with HMAC-SHA-512: counter, label, zero, no context, 512 bits. */
function derived(secret: Uint8Array, label: string): Uint8Array {
  const input = Buffer.concat([
    Buffer.of(0, 0, 0, 1),
    Buffer.from(label),
    Buffer.of(0),
    Buffer.of(0, 0, 2, 0),
  ]);
  return createHmac("sha512", secret).update(input).digest();
}
