// What a package says of its own runtime: whose it is, and what its program must be to the byte.
import { createHash } from "node:crypto";
import { copyFileSync, createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { flipFuses, FuseV1Options, FuseVersion } from "@electron/fuses";
import { FUSES } from "./fuses.mjs";

/**
 * @typedef {object} RuntimeNote
 * @property {string} electron the version of Electron
 * @property {"electron" | "registry"} source whose it is: `electron` checked its own download by
 *   the SHA-256 that it brings along; a registry's package was put together by a third party
 * @property {string} sha256 of the program, its fuses set, in hex
 */

/**
 * Computed from the runtime at hand, before anything is packed: what lies in the package in the
 * end is held against it.
 * @param {import("../setup/registry-runtime.mjs").Runtime} runtime
 * @returns {Promise<RuntimeNote>}
 */
export async function runtimeNote({ path, version, source }) {
  const folder = mkdtempSync(join(tmpdir(), "sd-fuses-"));
  try {
    const copy = join(folder, "electron");
    copyFileSync(path, copy);
    await flipFuses(copy, { version: FuseVersion.V1, ...wire() });
    return { electron: version, source, sha256: await sha256Of(copy) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file @returns {Promise<string>} its SHA-256, in hex */
export async function sha256Of(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** The fuses by their numbers; electron-builder's names are theirs but for the first letter. */
function wire() {
  return Object.fromEntries(
    Object.entries(FUSES).map(([name, on]) => {
      const known = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return [FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (known)], on];
    }),
  );
}
