// For tests: restore blobs opened without our cryptography, and how the other programs are called.
import { createHmac, createPrivateKey } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { compactDecrypt } from "jose";
import { run, type Ended } from "../cli/program.fixture.ts";
import { madeOnce } from "../disk/made-once.fixture.ts";

/** Debian's own Python, for Debian's own packages. */
export const PYTHON = "/usr/bin/python3";
const AZ = "/usr/bin/az";

/** True if azure-cli and Microsoft's Python client are missing and nothing is checked. */
export const passedOver =
  process.env["CI"] !== "true"
  && !(
    existsSync(AZ) && existsSync("/usr/lib/python3/dist-packages/azure/keyvault/securitydomain")
  );

/** The environment of az: where it stores its settings, and no telemetry. */
export const azSettings = (home: string, settings: string) => ({
  HOME: home,
  AZURE_CONFIG_DIR: settings,
  AZURE_CORE_COLLECT_TELEMETRY: "0",
  PATH: "/usr/bin:/bin",
});

/**
 * Makes the folder of az's settings, empty except for the list of az's own commands, which would
 * take az three seconds to make in each.
 */
export async function makeSettings(settings: string): Promise<void> {
  const list = "commandIndex.json";
  const { home } = await madeOnce("az-commands", async (folder) => {
    const { code, errors } = await run(AZ, ["keyvault", "--help"], {
      env: azSettings(folder, folder),
    });
    if (code !== 0) throw new Error(errors);
    return null;
  });
  mkdirSync(settings);
  copyFileSync(join(home, list), join(settings, list));
}

/**
 * Calls azure-cli, with a home of its own, so that it has no account and keeps nothing. Its
 * warnings about itself go to stderr; only the exit code counts.
 */
export async function az(home: string, args: readonly string[]): Promise<Ended> {
  const settings = join(home, "az");
  await makeSettings(settings);
  return run(AZ, args, { env: azSettings(home, settings) });
}

interface BlobJson {
  readonly EncData: { readonly data: readonly { compact_jwe: string; tag: string }[] };
  readonly WrappedKey: { readonly enc_key: string };
}

/**
 * The contents of a restore blob, opened with the exchange key by jose and node's HMAC alone.
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
