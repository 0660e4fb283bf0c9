// The site file with which a ceremony began: stored beside its record, so that it continues with
// the same HSM after any interruption. It contains no secret.
import { equal, utf8 } from "../../crypto/index.ts";
import { readSiteFile, siteOf, type Site, type SiteMembers } from "../hsm/site.ts";
import { readRecord } from "../journal/journal.ts";
import { STATIONS, stationFolder, type CeremonyFolder } from "./folders.ts";
import { keepFile, keptFile } from "./kept-file.ts";

const SITE_FILE = "site.json";
/** Stored instead for a ceremony with the built-in HSM. */
const NONE = utf8("null");

/**
 * The site of this ceremony, or null for the built-in HSM. Without a record, what is given now
 * counts; later, what it began with.
 * @throws Fault E-HSM-SITE, E-REHEARSE-FOLDER
 */
export function siteFor(ceremony: CeremonyFolder, given: SiteMembers | null): Site | null {
  const isBegun = STATIONS.some(
    (station) => (readRecord(stationFolder(ceremony, station))?.entries.length ?? 0) > 0,
  );
  if (isBegun) return siteKept(ceremony);
  const site = given === null ? null : siteOf(given);
  keepSite(ceremony, given);
  return site;
}

/**
 * Durably stores the members of a site file: the ceremony continues with it after any interruption.
 * @throws Fault E-REHEARSE-FOLDER
 */
export function keepSite({ folder }: CeremonyFolder, members: SiteMembers | null): void {
  keepFile(folder, SITE_FILE, members === null ? NONE : utf8(JSON.stringify(members)));
}

/** The site that a ceremony began with, or null. @throws Fault E-HSM-SITE, E-REHEARSE-FOLDER */
export function siteKept({ folder }: CeremonyFolder): Site | null {
  const bytes = keptFile(folder, SITE_FILE);
  return bytes === null || equal(bytes, NONE) ? null : siteOf(readSiteFile(bytes));
}
