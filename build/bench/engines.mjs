// The product's cryptography for measuring it in one process: bundled from its sources, then loaded.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

const SOURCES = `
export * as forge from "./crypto/forge.ts";
export * as native from "./crypto/native.ts";
export { makeDomain, makeOfficer } from "./crypto/domain.fixture.ts";
export { readSecurityDomain, shareFor, utf8, writePem } from "./crypto/index.ts";
export { generateRsa } from "./crypto/rsa-key.ts";
export { openShare, proveQuorum } from "./crypto/secret-half.ts";
`;

/**
 * @typedef {object} Engines
 * @property {typeof import("../../crypto/forge.ts")} forge
 * @property {typeof import("../../crypto/native.ts")} native
 * @property {typeof import("../../crypto/domain.fixture.ts").makeDomain} makeDomain
 * @property {typeof import("../../crypto/domain.fixture.ts").makeOfficer} makeOfficer
 * @property {typeof import("../../crypto/index.ts").readSecurityDomain} readSecurityDomain
 * @property {typeof import("../../crypto/index.ts").shareFor} shareFor
 * @property {typeof import("../../crypto/index.ts").utf8} utf8
 * @property {typeof import("../../crypto/index.ts").writePem} writePem
 * @property {typeof import("../../crypto/rsa-key.ts").generateRsa} generateRsa
 * @property {typeof import("../../crypto/secret-half.ts").openShare} openShare
 * @property {typeof import("../../crypto/secret-half.ts").proveQuorum} proveQuorum
 */

/**
 * @param {string} root the project's folder @param {string} folder for the bundle
 * @returns {Promise<Engines>}
 */
export async function loadEngines(root, folder) {
  const { outputFiles: [bundled] } = await build({
    stdin: { contents: SOURCES, resolveDir: root, loader: "ts" },
    bundle: true, write: false, platform: "node", target: "node20", format: "cjs",
    logLevel: "warning",
  });
  const file = join(folder, "engines.cjs");
  writeFileSync(file, bundled?.contents ?? "");
  return createRequire(file)(file);
}
