// A record's timestamps: in a folder beside it, in its bundle or not; and the authorities that a site pinned.
import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { certificateDer, readAuthority, type Authority } from "../../../crypto/index.ts";
import { readSiteFile, timestampsOf } from "../../hsm/site.ts";
import { STAMPS_FOLDER, type StampFiles } from "../../evidence/stamps.ts";
import { STAMP_BYTES_MAX, stampFilesIn } from "../../session/stamp-folder.ts";
import { optional, usage, type Given } from "./arguments.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";

/** Where the timestamps of the record at this place are, or would be. */
export function stampsFolder(place: string): string {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  return join(isFolder ? place : dirname(place), STAMPS_FOLDER);
}

/** As `stampFilesIn`. @throws Fault E-FILE-READ, E-FILE-SIZE */
export function stampFilesAt(place: string): StampFiles {
  try {
    return stampFilesIn(stampsFolder(place));
  } catch (error) {
    const code = error instanceof RangeError ? "E-FILE-SIZE" : "E-FILE-READ";
    throw fault(code, { flag: STAMPS_FOLDER });
  }
}

/** An authority's answer in a file. @throws Fault E-FILE-* */
export const readAnswer = (path: string, flag: string): Uint8Array =>
  readInput(path, flag, STAMP_BYTES_MAX);

/** As `authoritiesIn`, at least one. @throws Fault E-USAGE and those of `authoritiesIn` */
export function neededAuthorities(given: Given): readonly Authority[] {
  const found = authoritiesIn(given);
  if (found.length === 0)
    throw usage("Say whom you trust: --authority PEM, or --site FILE with two authorities.");
  return found;
}

/**
 * The authorities that were pinned, each once: those that are given, else those of the site file.
 * @throws Fault E-STAMP-AUTHORITY, E-CERT-*, E-FILE-*, E-HSM-SITE
 */
export function authoritiesIn(given: Given): readonly Authority[] {
  const paths = given.values.get("--authority") ?? pathsInSite(given);
  const read = paths.map((path) => {
    const authority = readAuthority(certificateDer(readInput(path, "--authority")));
    if (authority === null) throw fault("E-STAMP-AUTHORITY");
    return authority;
  });
  return [...new Map(read.map((one) => [one.sha256, one])).values()];
}

/** The certificates that a site file names, relative to its own folder. */
function pathsInSite(given: Given): readonly string[] {
  const site = optional(given, "--site");
  if (site === null) return [];
  const members = readSiteFile(readInput(site, "--site"));
  return timestampsOf(members).map(({ certificate }) => resolve(dirname(site), certificate));
}
