// The packed app as an archive, the same bytes for the same files.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { basename, dirname } from "node:path";
import { pipeline } from "node:stream/promises";

/** Order, owners and times are ours and not the disk's. */
const SAME = ["--sort=name", "--format=gnu", "--owner=0", "--group=0", "--numeric-owner"];
/**
 * By blocks of one size and more than one thread, whatever the machine has: with one thread alone
 * the encoder writes other headers.
 */
const XZ = ["-3", "--threads=2", "--block-size=16MiB"];

/**
 * @param {string} folder what is packed, with its name as the archive's one folder
 * @param {string} file the archive, overwritten
 * @param {number} moment in seconds since 1970
 * @returns {Promise<void>} rejects where tar or xz fails
 */
export async function tarXz(folder, file, moment) {
  const names = ["-C", dirname(folder), "--", basename(folder)];
  const tar = spawn("tar", ["-c", ...SAME, `--mtime=@${moment}`, ...names], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const xz = spawn("xz", ["-c", ...XZ], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = Promise.all([once(tar, "close"), once(xz, "close")]);
  await Promise.all([pipeline(tar.stdout, xz.stdin), pipeline(xz.stdout, createWriteStream(file))]);
  for (const [code] of await ended) if (code !== 0) throw new Error("tar or xz failed");
}
