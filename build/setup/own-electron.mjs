// Electron's own release for a package: its archive, checked to the byte, unpacked afresh. What lies
// unpacked in node_modules may have been changed since, and tells no difference.
import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";

/** Names of variables that say where Electron comes from, or that it need not be checked. */
const MIRRORS = /^(?:npm_(?:package_)?config_)?electron_(?!builder_)/i;

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {readonly string[]} the names in it that could lead to another Electron
 */
export function mirrorsIn(env) {
  return Object.keys(env).filter((name) => MIRRORS.test(name));
}

/**
 * Unpacks the release of the version that the project names, for this system.
 * @param {string} root the project's folder
 * @param {string} to an empty folder
 * @param {string} [zip] its archive, brought along; without it, it is fetched or found in the cache
 *   of downloads
 * @returns {Promise<{readonly version: string, readonly folder: string}>}
 * @throws where the archive is not the one in the checksums of the electron package
 */
export async function ownElectron(root, to, zip) {
  const { version, checksums } = electronOf(root);
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const wanted = checksums[name];
  if (wanted === undefined) throw new Error(`Electron ${version} has no ${basename(name)}`);
  const archive = zip ?? (await download(version, checksums));
  const sha256 = createHash("sha256");
  await pipeline(createReadStream(archive), sha256);
  if (sha256.digest("hex") !== wanted)
    throw new Error(`${basename(archive)} is not Electron's own ${name}: its SHA-256 differs`);
  const { extract } = await import("@electron-internal/extract-zip");
  const folder = join(to, "electron");
  mkdirSync(folder);
  await extract(archive, { dir: folder });
  return { version, folder };
}

/** @param {string} root */
function electronOf(root) {
  const file = (/** @type {string} */ name) => join(root, "node_modules", "electron", name);
  const { version } = JSON.parse(readFileSync(file("package.json"), "utf8"));
  /** @type {Readonly<Record<string, string>>} */
  const checksums = JSON.parse(readFileSync(file("checksums.json"), "utf8"));
  return { version, checksums };
}

/** @param {string} version @param {Readonly<Record<string, string>>} checksums */
async function download(version, checksums) {
  for (const name of mirrorsIn(process.env)) delete process.env[name];
  const { downloadArtifact } = await import("@electron/get");
  const { platform, arch } = process;
  return downloadArtifact({
    version,
    artifactName: "electron",
    checksums: { ...checksums },
    platform,
    arch,
  });
}
