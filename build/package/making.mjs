// What `npm run package`, `npm run release` and `npm run image` are asked for, in the words after `--`.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { typedPassphrase } from "./typed-passphrase.mjs";

/**
 * @typedef {object} Making what a package is made with; without key and signature it is unsigned
 * @property {string | undefined} [electron] the archive of Electron's own release, brought along
 * @property {{readonly pem: string, readonly passphrase: string} | undefined} [key] the release key
 * @property {Uint8Array | undefined} [signature] of an earlier making of the same bytes, in place of
 *   the key: a signature is another one each time
 */

/**
 * Reads `[FOLDER] [--key RELEASE-KEY | --signature MANIFEST.sig] [--electron ZIP]`, and the key's
 * passphrase from standard input.
 * @param {readonly string[]} args
 * @param {string} folder where nothing else is asked for
 * @param {readonly string[]} [more] switches beside these, without their hyphens
 * @returns {Promise<{out: string, making: Making, has: (name: string) => boolean}>} `has`: whether
 *   that switch was given
 * @throws where a word is not known, or both the key and a signature are given
 */
export async function readMaking(args, folder, more = []) {
  /** @type {Record<string, {type: "boolean"}>} */
  const switches = Object.fromEntries(more.map((name) => [name, { type: "boolean" }]));
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: "string" },
      signature: { type: "string" },
      electron: { type: "string" },
      ...switches,
    },
  });
  const { key, signature, electron } = values;
  if (positionals.length > 1) throw new Error(`one folder, and not ${positionals.join(" ")}`);
  if (key !== undefined && signature !== undefined)
    throw new Error("give --key or --signature, and not both");
  const making = {
    electron,
    signature: signature === undefined ? undefined : readFileSync(signature),
    key:
      key === undefined
        ? undefined
        : { pem: readFileSync(key, "utf8"), passphrase: await typedPassphrase() },
  };
  const has = (/** @type {string} */ name) => Object.entries(values).some(([one]) => one === name);
  return { out: resolve(positionals[0] ?? folder), making, has };
}

/** @param {Making} making @returns {boolean} whether what is made of it is signed */
export const isSignedBy = ({ key, signature }) => key !== undefined || signature !== undefined;
