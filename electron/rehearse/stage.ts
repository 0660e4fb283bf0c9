// A rehearsal's stage: its media, both stations over one record, and the HSM that they ask. The
// command line plays on it with simulated people, the window with real ones.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { INTEL_ROOT, random, rootIn } from "../../crypto/index.ts";
import { fold, standingOf, type Mode, type State } from "../ceremony/ceremony.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { Script, Station } from "../../ceremony-scripts/index.ts";
import type { AskedHsm, SignInView } from "../hsm/hsm.ts";
import type { Site, SiteMembers } from "../hsm/site.ts";
import { folderMedia, prepareMedium, type MediaSource } from "../media/media.ts";
import { readNetwork } from "../network/network.ts";
import { MEDIA, type Deps } from "../usecases/deps.ts";
import { backupSheet } from "./disaster.ts";
import { fault } from "./faults.ts";
import {
  ceremoniesIn, chooseCeremony, hiddenIn, latestIn, makeFolder, needsEarlier, partsIn, restores,
  stationFolder,
  type CeremonyFolder,
} from "./folders.ts";
import { makeForeignDomain } from "./foreign.ts";
import { recordedKeys } from "./keys-seen.ts";
import { settleOldMedia } from "./old-media.ts";
import { siteFor } from "./site-kept.ts";
import type { Plan } from "./scene.ts";
import type { Stations } from "./stations.ts";

/** A running rehearsal HSM, or a connection to a site's. */
export interface RunningHsm {
  readonly client: () => Promise<AskedHsm>;
  /** Nobody signs in now. */
  readonly cancelSignIn?: () => Promise<void>;
  /** One of its processes has died: it must be started again. */
  readonly isGone: () => boolean;
  readonly end: () => Promise<void>;
}

/**
 * Where the HSM of this name keeps its state, and what it shares with others for backups; one of a
 * site keeps its own.
 */
export interface HsmPlace {
  readonly name: string;
  readonly dir: string;
  readonly store: string;
  /** Whose quote its exchange key carries, when that is made; the known signer's unless given. */
  readonly quote?: "known" | "unknown";
  readonly site?: Site;
  /** Told of each change of the sign-in to a site's HSM. */
  readonly onSignIn?: (view: SignInView) => void;
}

/** What differs between the command line and the window: processes, and who is called. */
export type Crew =
  Pick<
    Deps,
    | "vaults" | "call" | "leave" | "dismiss" | "invite" | "patience" | "notice" | "software"
    | "pollSeconds" | "restoreWaitSeconds" | "seeSeconds"
  > & {
    readonly startHsm: (place: HsmPlace) => Promise<RunningHsm>;
    /** How the network is read; of a rehearsal with a cable on trial not as this machine's is. */
    readonly network?: Deps["network"];
    /** Waits between two questions; a person may end it. */
    readonly sleep?: Deps["sleep"];
  };

export interface Stage {
  readonly ceremony: CeremonyFolder;
  readonly stations: Stations;
  /** The station that this computer is in earnest; null where it rehearses both. */
  readonly at: Station | null;
  readonly plan: Omit<Plan, "bits" | "choices" | "officer" | "renewed">;
  /** The HSM that is asked instead of the built-in one. */
  readonly site: Site | null;
  readonly cancelSignIn: () => Promise<void>;
  /** Does with old media what people do by hand, as the record says. On drives people do it. */
  readonly settleMedia: () => void;
  /** Ends the HSM, and lets go of the record. */
  readonly end: () => Promise<void>;
}

export const clock = (): Date => new Date();

export const sleep = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** What a ceremony may be held with in place of what the app has. */
export interface Props {
  /** Where its media are; those were prepared one by one. */
  readonly drives?: MediaSource | undefined;
  /** The members of a site file, for a new ceremony; one that was begun keeps its own. */
  readonly site?: SiteMembers | undefined;
}

/**
 * Sets the stage for the unfinished ceremony of this script, or for a new one. The HSM is started
 * when a station first asks it.
 * @param media the folder of the rehearsal, under which its media lie
 * @throws Fault E-REHEARSE-*, E-MEDIA-*, E-HSM-SITE
 */
export async function setStage(
  script: Script, media: string, crew: Crew, { drives, site: given }: Props = {},
): Promise<Stage> {
  makeFolder(media);
  const ceremony = chooseCeremony(media, script);
  makeFolder(ceremony.folder);
  const site = siteFor(ceremony, given ?? null);
  const plan = await settle(script, media, ceremony, crew, site);
  if (drives === undefined) prepareMedia(script, media);
  // On drives people bring what they have, and what a site's HSM gave nobody else can have.
  if (drives === undefined && site === null && script.finds && !restores(script))
    await makeForeignDomain(media, script, plan.hsm, () => crew.startHsm(placeOf(media, plan.hsm)));
  const place = (): HsmPlace => ({
    ...placeOf(media, hsmName(stations, plan.hsm)), ...(site === null ? {} : { site }),
  });
  const hsm = startedOnce(() => crew.startHsm(place()));
  const stations: Stations = stationsOf(
    script, drives ?? folderMedia(media), ceremony, crew, "REHEARSAL",
    { hsm: hsm.client, sgxRoot: () => sgxRootOf(place()) });
  const settleMedia = () => {
    if (drives === undefined) settleOldMedia(media, ceremony, stateIn(stations));
  };
  settleMedia();
  return {
    ceremony, stations, at: null, plan, settleMedia, site, cancelSignIn: hsm.cancelSignIn,
    end: () => endOf(stations, hsm),
  };
}

/** Lets go of the record, and ends the HSM. */
export async function endOf(stations: Stations, hsm: Pick<RunningHsm, "end">): Promise<void> {
  for (const { record } of Object.values(stations)) {
    record.open?.close();
    record.open = null;
  }
  await hsm.end();
}

/** An HSM that is started when it is first asked, and again when it died. */
export function startedOnce(
  start: () => Promise<RunningHsm>,
): Required<Omit<RunningHsm, "isGone">> {
  let running: RunningHsm | null = null;
  const end = async (): Promise<void> => {
    const ended = running;
    running = null;
    await ended?.end();
  };
  return {
    client: async () => {
      if (running?.isGone() === true) await end();
      running ??= await start();
      return running.client();
    },
    cancelSignIn: async () => running?.cancelSignIn?.(),
    end,
  };
}

/** The HSM that the record names; before its first entry, the one that is planned. */
const hsmName = (stations: Stations, planned: string): string =>
  stateIn(stations).opened?.hsm ?? planned;

/** The state by the longer of both copies. */
function stateIn(stations: Stations): State {
  const copies = Object.values(stations)
    .map(({ record }) => record.open?.entries ?? readRecord(record.folder)?.entries ?? []);
  return fold(copies.reduce((a, b) => a.length >= b.length ? a : b));
}

/** Where a rehearsal HSM keeps its state: under the media, apart from them. */
export const placeOf = (media: string, name: string): HsmPlace => ({
  name, dir: join(hiddenIn(media), "hsm", name), store: join(hiddenIn(media), "store"),
});

/**
 * The root of the quotes of this rehearsal's HSM; before it has one, no quote leads there. That of
 * an own cloud's HSM is Intel's, unless its site file names another.
 */
function sgxRootOf({ dir, site }: HsmPlace): string {
  const file = site === undefined ? join(dir, "sgx-root.pem") : site.cloud.sgxRootFile;
  if (file === undefined) return INTEL_ROOT;
  return existsSync(file) ? rootIn(new Uint8Array(readFileSync(file))) : INTEL_ROOT;
}

/**
 * HSM names, the earlier record, and for a recovery the backup sheet of the lost HSM. That is known
 * of a rehearsal's own HSM alone: with a site people bring it.
 */
async function settle(
  script: Script, media: string, ceremony: CeremonyFolder, crew: Crew, site: Site | null,
): Promise<Stage["plan"]> {
  const none = { backup: null, keysSeen: null, parts: new Map<number, Uint8Array>() };
  if (!needsEarlier(script))
    return { ...none, hsm: site?.name ?? "Contoso-Rehearsal-HSM", earlier: null };
  const all = ceremoniesIn(media);
  const earlier = latestIn(all);
  if (earlier === null) throw fault("E-REHEARSE-NO-ACTIVATION");
  const { entries, head } = verifyRecord(earlier);
  const parts = partsIn(all, head);
  const { hsm: lost } = standingOf(entries);
  if (!restores(script)) return { ...none, hsm: lost, earlier, parts };
  const goesOn = script.continues ? earlier : null;
  if (site !== null)
    return {
      ...none, hsm: site.name, earlier: goesOn, parts,
      keysSeen: goesOn === null ? null : recordedKeys(all, lost),
    };
  const backup = await backupSheet(ceremony, earlier, (name) =>
    crew.startHsm(placeOf(media, name)));
  const hsm = `Contoso-Recovery-${String(ceremony.number)}`;
  return { ...none, hsm, earlier: goesOn, backup, parts };
}

function prepareMedia(script: Script, media: string): void {
  const seats = Array.from({ length: script.officers }, (_, i) => i + 1);
  const own = seats.flatMap((seat) => [MEDIA.own(seat), MEDIA.backup(seat)]);
  for (const label of [...own, MEDIA.transfer, MEDIA.domainCopy])
    prepareMedium(media, label, "REHEARSAL", random);
}

/** Both stations of this ceremony; the one that is another computer's is never asked. */
export function stationsOf(
  script: Script, media: MediaSource, ceremony: CeremonyFolder, crew: Crew, mode: Mode,
  { hsm, sgxRoot }: Pick<Deps, "hsm" | "sgxRoot">,
): Stations {
  const station = (name: "offline" | "connected"): Deps => ({
    script, hsm, clock, random,
    sleep: crew.sleep ?? sleep,
    mode,
    media,
    vaults: crew.vaults,
    call: crew.call,
    leave: crew.leave,
    dismiss: crew.dismiss,
    seeSeconds: crew.seeSeconds,
    invite: crew.invite,
    patience: crew.patience,
    notice: crew.notice,
    software: crew.software,
    pollSeconds: crew.pollSeconds,
    restoreWaitSeconds: crew.restoreWaitSeconds,
    network: crew.network ?? (() => readNetwork()),
    sgxRoot,
    station: name,
    record: { folder: stationFolder(ceremony, name), open: null },
  });
  return { offline: station("offline"), connected: station("connected") };
}
