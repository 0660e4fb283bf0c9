// A session in earnest: this computer is one station, another computer the other one. Media are
// removable drives; the HSM is a site's, asked only from the connected station.
import { join } from "node:path";
import { restores, type Script, type Station } from "../../ceremony-scripts/index.ts";
import { INTEL_ROOT } from "../../crypto/index.ts";
import { fault as ceremonyFault, standingOf } from "../ceremony/ceremony.ts";
import { siteOf, type Site, type SiteMembers } from "../hsm/site.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { MediaSource } from "../media/media.ts";
import { fault } from "./faults.ts";
import {
  anchorIn,
  ceremoniesIn,
  hiddenIn,
  latestIn,
  nextNumber,
  makeFolder,
  partsIn,
  progressOf,
  scriptNamed,
  type CeremonyFolder,
} from "./folders.ts";
import { keepScript } from "./script-kept.ts";
import { recordedKeys } from "./keys-seen.ts";
import { keepSite, siteKept } from "./site-kept.ts";
import { stampsOf } from "./stamp-folder.ts";
import {
  endOf,
  placeOf,
  startedOnce,
  stationsOf,
  type Session,
  type SessionHooks,
  type SessionPlan,
} from "./session.ts";

/** The interval of questions to Azure, whose long operations take minutes. */
const POLL_SECONDS = 5;

/** The options of a station in earnest. */
export interface StationOptions {
  readonly at: Station;
  readonly drives: MediaSource;
  /** The members of a site file, at the connected station. */
  readonly site?: SiteMembers | undefined;
}

/**
 * The unfinished ceremony of this script in this folder, or a new one. A ceremony that arrives at
 * the connected station gets a folder of its own.
 * @throws Fault E-POST-UNFINISHED, E-POST-EARLIER
 */
export function stationCeremony(at: Station, media: string, script: Script): CeremonyFolder {
  const all = ceremoniesIn(media);
  const last = all.at(-1);
  if (last !== undefined && progressOf(last) !== "delivered") {
    if (last.script === script.name) return last;
    if (progressOf(last) === "unfinished") throw fault("E-POST-UNFINISHED");
  }
  if (at === "offline" && script.continues && latestIn(all) === null) throw fault("E-POST-EARLIER");
  const number = nextNumber(media);
  const name = `${String(number)}-${script.name}`;
  return { number, script: script.name, folder: join(hiddenIn(media), name) };
}

/**
 * Opens a ceremony at this station. The HSM is asked when a step first needs it, and only at the
 * connected station.
 * @param media the folder of this computer's record, apart from all media
 * @throws Fault E-POST-*, E-HSM-SITE, E-REHEARSE-FOLDER
 */
export async function openStationSession(
  script: Script,
  media: string,
  hooks: SessionHooks,
  { at, drives, site: given }: StationOptions,
): Promise<Session> {
  const ceremony = stationCeremony(at, media, script);
  // Nothing is begun that could not continue.
  const site = at === "connected" ? checkedSite(ceremony, given) : null;
  makeFolder(ceremony.folder);
  keepScript(ceremony, script, scriptNamed(ceremony));
  if (given !== undefined && site !== null) keepSite(ceremony, given);
  const hsm = startedOnce(() => {
    if (site === null) throw ceremonyFault("E-STATE-STATION");
    return hooks.startHsm({ ...placeOf(media, site.name), site });
  }, hooks.notice);
  const stations = stationsOf(
    script,
    drives,
    ceremony,
    { ...hooks, pollSeconds: POLL_SECONDS },
    "PRODUCTION",
    { hsm: hsm.client, sgxRoot: () => INTEL_ROOT },
  );
  return {
    ceremony,
    stations,
    at,
    site,
    plan: planOf(script, media),
    cancelSignIn: hsm.cancelSignIn,
    // People do with old media what the record says.
    settleMedia: () => undefined,
    end: () => endOf(stations, hsm),
  };
}

/**
 * The site to ask: the one given now, else the stored one. A file that reaches nothing, or with
 * which nobody can sign in, is not stored: another one can be given at any time. Whether it is the
 * HSM of the record is checked before it is asked.
 * @throws Fault E-POST-SITE, E-POST-ROOT, E-HSM-SITE
 */
export function checkedSite(ceremony: CeremonyFolder, given: SiteMembers | undefined): Site {
  const site = given === undefined ? siteKept(ceremony) : siteOf(given);
  if (site === null) throw fault("E-POST-SITE");
  if (site.cloud.sgxRootFile !== undefined) throw fault("E-POST-ROOT");
  return site;
}

/** The earlier record, the parts of an attestation, and the HSM that is proposed. */
function planOf(script: Script, media: string): SessionPlan {
  const all = ceremoniesIn(media);
  const earlier = script.continues ? latestIn(all) : null;
  const none = { backup: null, keysSeen: null, anchor: "none" as const, stamps: [] };
  if (earlier === null) return { ...none, hsm: "", earlier, parts: new Map() };
  const { entries, head } = verifyRecord(earlier);
  const { hsm } = standingOf(entries);
  return {
    ...none,
    earlier,
    anchor: anchorIn(all, head),
    stamps: stampsOf(media, all, earlier),
    parts: partsIn(all, head),
    ...(restores(script.steps) ? { hsm: "", keysSeen: recordedKeys(all, hsm) } : { hsm }),
  };
}
