// A record's timestamps: in a folder beside it, in its bundle or not; and the authorities that a site pinned.
import { readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { certificateDer, readAuthority, type Authority } from "../../../crypto/index.ts";
import { readLimited } from "../../disk/read-plain.ts";
import { systemCode } from "../../disk/refusal.ts";
import { readSiteFile, timestampsOf } from "../../hsm/site.ts";
import { isStampFile, STAMPS_FOLDER, type StampFiles } from "../../evidence/stamps.ts";
import { optional, usage, type Given } from "./arguments.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";

/** An answer has some kilobytes: three certificates and a signature. */
const BYTES_MAX = 1024 * 1024;
const FILES_MAX = 500;

/** Where the timestamps of the record at this place are, or would be. */
export function stampsFolder(place: string): string {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  return join(isFolder ? place : dirname(place), STAMPS_FOLDER);
}

/**
 * The timestamps there; none if there is no such folder. What is no plain file of fit size is empty: it shows
 * no time, and says nothing about the record. @throws Fault E-FILE-READ, E-FILE-SIZE
 */
export function stampFilesAt(place: string): StampFiles {
  const folder = stampsFolder(place);
  const names = namesIn(folder).filter(isStampFile);
  if (names.length > FILES_MAX) throw fault("E-FILE-SIZE", { flag: STAMPS_FOLDER });
  return new Map(names.map((name) => [name, bytesOf(join(folder, name))]));
}

function bytesOf(path: string): Uint8Array {
  try {
    const read = readLimited(path, BYTES_MAX);
    return read instanceof Uint8Array ? read : new Uint8Array();
  } catch {
    throw fault("E-FILE-READ", { flag: STAMPS_FOLDER });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return [];
    throw fault("E-FILE-READ", { flag: STAMPS_FOLDER });
  }
}

/** An authority's answer in a file. @throws Fault E-FILE-* */
export const readAnswer = (path: string, flag: string): Uint8Array =>
  readInput(path, flag, BYTES_MAX);

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
