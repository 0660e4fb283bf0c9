// The lists of a release: the SHA-256 of each file in words, and of each file, that of the words
// among them, in hex. The key signs the second, and so everything.
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256Of } from "../package/sha256.mjs";

/** `sha256sum --check` reads it; the key signs it. */
export const SUMS = "SHA256SUMS";
/** What the words of the image come from that go onto a ceremony's paper. */
export const WORDS = "WORDS";

/**
 * Writes both lists into a release that has everything else but the signature.
 * @param {string} out the release's folder
 * @param {string} sd the bundled program `sd`, which turns the words back into hex too
 * @returns {string} the sums
 */
export function writeSums(out, sd) {
  const blocks = readdirSync(out)
    .toSorted()
    .map((name) => `${name}\n${wordsOf(join(out, name), sd)}\n`);
  writeFileSync(join(out, WORDS), blocks.join("\n"));
  const names = readdirSync(out).toSorted();
  const sums = names.map((name) => `${sha256Of(join(out, name))}  ${name}\n`).join("");
  writeFileSync(join(out, SUMS), sums);
  return sums;
}

/** @param {string} file @param {string} sd @returns {string} eight lines of four words */
export function wordsOf(file, sd) {
  const asked = spawnSync(process.execPath, [sd, "words", file], { encoding: "utf8" });
  if (asked.status !== 0) throw new Error("sd words failed");
  const [, ...lines] = asked.stdout.trimEnd().split("\n");
  return lines.join("\n");
}
