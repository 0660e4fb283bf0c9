// The site file with which a ceremony was begun: kept beside its record, so that it goes on with
// the same HSM after any stop. It holds no secret.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import { replace } from "../disk/disk.ts";
import { readSiteFile, siteOf, type Site, type SiteMembers } from "../hsm/site.ts";
import { readRecord } from "../journal/journal.ts";
import { STATIONS, stationFolder, type CeremonyFolder } from "./folders.ts";

const SITE_FILE = "site.json";
/** What stands in its place for a ceremony with the built-in HSM. */
const NONE = utf8("null");

/**
 * The site of this ceremony, or null for the built-in HSM. While no record stands, what is given
 * now counts; after that, what it was begun with.
 * @throws Fault E-HSM-SITE
 */
export function siteFor(
  ceremony: CeremonyFolder, given: SiteMembers | null,
): Site | null {
  const isBegun = STATIONS
    .some((station) => (readRecord(stationFolder(ceremony, station))?.entries.length ?? 0) > 0);
  if (isBegun) return siteKept(ceremony);
  const site = given === null ? null : siteOf(given);
  replace(ceremony.folder, SITE_FILE, given === null ? NONE : utf8(JSON.stringify(given)));
  return site;
}

/**
 * The site that a station in earnest asks: the one given now, else the one kept; or null. A file by
 * which nothing is reached, or nobody signs in, does not stay: another one can be given at any
 * time. That it is the HSM of the record is judged before it is asked.
 * @throws Fault E-HSM-SITE
 */
export function siteAt(ceremony: CeremonyFolder, given: SiteMembers | null): Site | null {
  if (given === null) return siteKept(ceremony);
  const site = siteOf(given);
  replace(ceremony.folder, SITE_FILE, utf8(JSON.stringify(given)));
  return site;
}

/** The site that a begun ceremony was begun with, or null. @throws Fault E-HSM-SITE */
export function siteKept({ folder }: CeremonyFolder): Site | null {
  const file = join(folder, SITE_FILE);
  if (!existsSync(file)) return null;
  const bytes = new Uint8Array(readFileSync(file));
  return String(bytes) === String(NONE) ? null : siteOf(readSiteFile(bytes));
}
