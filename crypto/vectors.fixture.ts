// The independent vectors, for tests.
import { readdirSync, readFileSync } from "node:fs";
import { readCertificate, readSecurityDomain } from "./index.ts";
import { openKeyFile, openShare } from "./secret-half.ts";

const FOLDER = new URL("vectors/independent/", import.meta.url);

export const PASSPHRASE = "three officers, two keys";
export const VECTOR_NAMES = ["2of3-rsa2048", "2of3-rsa4096-passphrase", "3of5-rsa3072"] as const;

export const vector = (name: string, file: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`${name}/${file}`, FOLDER)));

/** The officers of a vector, by index. */
const officersOf = (name: string): readonly number[] =>
  readdirSync(new URL(name, FOLDER))
    .filter((file) => /^cert_\d\.key$/.test(file))
    .map((_, i) => i);

/** Every officer's share of a vector, opened. */
export function sharesOf(name: string) {
  const domain = readSecurityDomain(vector(name, "sd.json"));
  const shares = officersOf(name).map((i) => {
    const certificate = readCertificate(vector(name, `cert_${String(i)}.cer`));
    const key = openKeyFile(vector(name, `cert_${String(i)}.key`), certificate, PASSPHRASE, i + 1);
    return openShare(domain, key, certificate, i + 1);
  });
  return { domain, shares };
}
