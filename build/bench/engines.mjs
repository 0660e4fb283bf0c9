// The product's cryptography, to be measured in one process: bundled from its sources, loaded.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

const SOURCES = `
export * as forge from "./crypto/forge.ts";
export * as native from "./crypto/native.ts";
export { makeDomain, makeOfficer } from "./crypto/domain.fixture.ts";
export { readSecurityDomain, shareFor, utf8, writePem } from "./crypto/index.ts";
export { makeRsaKey } from "./crypto/rsa-key.ts";
export { openShare, openWithPrivateKey, proveQuorum } from "./crypto/secret-half.ts";
`;

/**
 * An officer with a key in the clear (PKCS #8 in DER).
 * @typedef {{pkcs8: Uint8Array, certificate: {pem: string}}} Officer
 */

/** @typedef {{oaepDecrypt: (pkcs8: Uint8Array, data: Uint8Array) => Uint8Array | null}} Engine */

/**
 * @typedef {(count: number, required: number, officers: readonly Officer[]) => {text: string}}
 *   MakeDomain
 * @typedef {(domain: object, certificate: object, n: number) =>
 *   {share: {jwe: {encryptedKey: Uint8Array}}}} ShareFor
 */

/**
 * What is measured, and what makes its inputs; opaque values go from one to the other.
 * @typedef {object} Engines
 * @property {Engine} forge
 * @property {Engine} native
 * @property {(jwe: object, pkcs8: Uint8Array) => Uint8Array} openWithPrivateKey
 * @property {MakeDomain} makeDomain
 * @property {(name: string, bits: number) => Officer} makeOfficer
 * @property {(bytes: Uint8Array) => object} readSecurityDomain
 * @property {ShareFor} shareFor
 * @property {(text: string) => Uint8Array} utf8
 * @property {(label: string, der: Uint8Array) => string} writePem
 * @property {(bits: number) => Promise<Uint8Array>} makeRsaKey
 * @property {(domain: object, key: object, certificate: object, n: number) => object} openShare
 * @property {(domain: object, shares: readonly object[], now: Date) => object} proveQuorum
 */

/**
 * @param {string} root the project's folder @param {string} folder for the bundle
 * @returns {Promise<Engines>}
 */
export async function loadEngines(root, folder) {
  const {
    outputFiles: [bundled],
  } = await build({
    stdin: { contents: SOURCES, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "warning",
  });
  const file = join(folder, "engines.cjs");
  writeFileSync(file, bundled?.contents ?? "");
  return createRequire(file)(file);
}
