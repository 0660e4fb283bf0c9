// The session of a rehearsal: its media, and a built-in HSM, or a site's. The command line has
// simulated people in it, the window real ones.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { INTEL_ROOT, isFault, random, rootIn } from "../../crypto/index.ts";
import { fold, standingOf, type State } from "../ceremony/ceremony.ts";
import { readPlain } from "../disk/read-plain.ts";
import { readRecord, takeLock, type Lock } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { restores, type Script } from "../../ceremony-scripts/index.ts";
import type { Site, SiteMembers } from "../hsm/site.ts";
import { folderMedia, prepareMedium, type MediaSource } from "../media/media.ts";
import { fault } from "../session/faults.ts";
import {
  anchorIn,
  ceremoniesIn,
  chooseCeremony,
  hiddenIn,
  latestIn,
  makeFolder,
  needsEarlier,
  partsIn,
  scriptNamed,
  STATIONS,
  stationFolder,
  type CeremonyFolder,
} from "../session/folders.ts";
import { keepScript } from "../session/script-kept.ts";
import { recordedKeys } from "../session/keys-seen.ts";
import {
  endOf,
  placeOf,
  startedOnce,
  stationsOf,
  type HsmPlace,
  type Session,
  type SessionHooks,
  type SessionPlan,
} from "../session/session.ts";
import { siteFor } from "../session/site-kept.ts";
import { stampsOf } from "../session/stamp-folder.ts";
import type { Stations } from "../session/stations.ts";
import { MEDIA } from "../usecases/deps.ts";
import { backupSheet } from "./disaster.ts";
import { makeForeignDomain } from "./foreign.ts";
import { settleOldMedia } from "./old-media.ts";

/** Replacements for what the app has. */
export interface RehearsalOptions {
  /** Where its media are; those were prepared one by one. */
  readonly drives?: MediaSource | undefined;
  /** The members of a site file, for a new ceremony; an unfinished one keeps its own. */
  readonly site?: SiteMembers | undefined;
}

/**
 * Opens the unfinished ceremony of this script, or a new one. The HSM is started when a station
 * first asks it.
 * @param media the folder of the rehearsal and its media
 * @throws Fault E-REHEARSE-*, E-MEDIA-*, E-HSM-SITE
 */
export async function openRehearsal(
  script: Script,
  media: string,
  hooks: SessionHooks,
  options: RehearsalOptions = {},
): Promise<Session> {
  makeFolder(media);
  const lock = takeMedia(media);
  try {
    const session = await openAlone(script, media, hooks, options);
    const end = async () => {
      try {
        await session.end();
      } finally {
        lock.release();
      }
    };
    return { ...session, end };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Locks the media for this program: of two that prepare them at once, each would find the other's
 * markers where it wrote its own.
 * @throws Fault E-REHEARSE-BUSY, E-LOG-LOCK-AWAY, E-LOG-SPACE, -READONLY, -IO
 */
function takeMedia(media: string): Lock {
  try {
    return takeLock(hiddenIn(media));
  } catch (error) {
    if (isFault(error) && error.code === "E-LOG-LOCK") throw fault("E-REHEARSE-BUSY");
    throw error;
  }
}

async function openAlone(
  script: Script,
  media: string,
  hooks: SessionHooks,
  { drives, site: given }: RehearsalOptions,
): Promise<Session> {
  const ceremony = chooseCeremony(media, script);
  makeFolder(ceremony.folder);
  keepScript(ceremony, script, scriptNamed(ceremony));
  const site = siteFor(ceremony, given ?? null);
  const plan = await settle(script, media, ceremony, hooks, site);
  if (drives === undefined && ceremoniesIn(media).every(hasNotBegun)) prepareMedia(script, media);
  // On drives people bring what they have, and a site's HSM gives its domain only to its owners.
  if (drives === undefined && site === null && script.finds && !restores(script.steps))
    await makeForeignDomain(media, script, plan.hsm, () =>
      hooks.startHsm(placeOf(media, plan.hsm)),
    );
  const place = (): HsmPlace => ({
    ...placeOf(media, hsmName(stations, plan.hsm)),
    ...(site === null ? {} : { site }),
  });
  const hsm = startedOnce(() => hooks.startHsm(place()), hooks.notice);
  const stations: Stations = stationsOf(
    script,
    drives ?? folderMedia(media),
    ceremony,
    hooks,
    "REHEARSAL",
    { hsm: hsm.client, sgxRoot: () => sgxRootOf(place()) },
  );
  const settleMedia = () => {
    if (drives === undefined) settleOldMedia(media, ceremony, stateIn(stations));
  };
  settleMedia();
  return {
    ceremony,
    stations,
    at: null,
    plan,
    settleMedia,
    site,
    cancelSignIn: hsm.cancelSignIn,
    end: () => endOf(stations, hsm),
  };
}

/** The HSM that the record names; before its first entry, the planned one. */
const hsmName = (stations: Stations, planned: string): string =>
  stateIn(stations).opened?.hsm ?? planned;

/** The state by the longer of both copies. */
function stateIn(stations: Stations): State {
  const copies = Object.values(stations).map(
    ({ record }) => record.open?.entries ?? readRecord(record.folder)?.entries ?? [],
  );
  return fold(copies.reduce((a, b) => (a.length >= b.length ? a : b)));
}

const PEM_BYTES_MAX = 1024 * 1024;

/**
 * The root of the quotes of this rehearsal's HSM; none before it has one. For one's own cloud it is
 * Intel's, unless the site file names another.
 */
function sgxRootOf({ dir, site }: HsmPlace): string {
  const file = site === undefined ? join(dir, "sgx-root.pem") : site.cloud.sgxRootFile;
  if (file === undefined) return INTEL_ROOT;
  const pem = existsSync(file) ? readPlain(file, PEM_BYTES_MAX) : null;
  return pem === null ? INTEL_ROOT : rootIn(pem);
}

/**
 * HSM names, the earlier record, and for a recovery the backup sheet of the lost HSM. Only a
 * rehearsal's own HSM has one: with a site people bring it.
 */
async function settle(
  script: Script,
  media: string,
  ceremony: CeremonyFolder,
  hooks: SessionHooks,
  site: Site | null,
): Promise<SessionPlan> {
  const none = {
    backup: null,
    keysSeen: null,
    anchor: "none" as const,
    stamps: [],
    parts: new Map<number, Uint8Array>(),
  };
  if (!needsEarlier(script))
    return { ...none, hsm: site?.name ?? "Contoso-Rehearsal-HSM", earlier: null };
  const all = ceremoniesIn(media);
  const earlier = latestIn(all);
  if (earlier === null) throw fault("E-REHEARSE-NO-ACTIVATION");
  const { entries, head } = verifyRecord(earlier);
  const parts = partsIn(all, head);
  const { hsm: lost } = standingOf(entries);
  const anchor = anchorIn(all, head);
  const stamps = stampsOf(media, all, earlier);
  if (!restores(script.steps)) return { ...none, hsm: lost, earlier, anchor, stamps, parts };
  const goesOn = script.continues ? earlier : null;
  if (site !== null)
    return {
      ...none,
      hsm: site.name,
      earlier: goesOn,
      anchor,
      stamps,
      parts,
      keysSeen: goesOn === null ? null : recordedKeys(all, lost),
    };
  const backup = await backupSheet(ceremony, earlier, (name) =>
    hooks.startHsm(placeOf(media, name)),
  );
  const hsm = `Contoso-Recovery-${String(ceremony.number)}`;
  return { ...none, hsm, earlier: goesOn, anchor, stamps, backup, parts };
}

/** Without any entry, what is on the media belongs to no ceremony yet. */
const hasNotBegun = (ceremony: CeremonyFolder): boolean =>
  STATIONS.every(
    (station) => (readRecord(stationFolder(ceremony, station))?.entries ?? []).length === 0,
  );

/** Once anything was written on them, a missing medium is an error, and is never made again. */
function prepareMedia(script: Script, media: string): void {
  const seats = Array.from({ length: script.officers }, (_, i) => i + 1);
  const own = seats.flatMap((seat) => [MEDIA.own(seat), MEDIA.backup(seat)]);
  for (const label of [...own, MEDIA.transfer, MEDIA.domainCopy])
    prepareMedium(media, label, "REHEARSAL", random);
}
