// The system as dm-verity checks it: the squashfs, and behind it the tree of its blocks' SHA-256.
import { appendFileSync, statSync } from "node:fs";
import { outputOf } from "./program.mjs";

/** dm-verity's: of data and of hashes. */
const BLOCK = 4096;

/**
 * Adds the tree of hashes to the file of a squashfs.
 * @param {string} file
 * @returns {{blocks: number, root: string}} how many blocks of 4,096 bytes the squashfs has, and the
 *   tree's root in hex: it determines every byte of them
 */
export function addTree(file) {
  const blocks = Math.ceil(statSync(file).size / BLOCK);
  appendFileSync(file, new Uint8Array(blocks * BLOCK - statSync(file).size));
  const said = outputOf("veritysetup", [
    ...["format", "--no-superblock", "--hash=sha256", "--salt=-"],
    ...[`--data-block-size=${BLOCK}`, `--hash-block-size=${BLOCK}`, `--data-blocks=${blocks}`],
    ...[`--hash-offset=${blocks * BLOCK}`, file, file],
  ]);
  const root = /^Root hash:\s+([0-9a-f]{64})$/m.exec(said)?.[1];
  if (root === undefined) throw new Error("veritysetup names no root hash");
  return { blocks, root };
}
