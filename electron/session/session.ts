// A session of a ceremony: both stations over one record, and the HSM that they ask. Its opener
// supplies what differs between a rehearsal and a ceremony in earnest.
import { dirname, join } from "node:path";
import { random } from "../../crypto/index.ts";
import type { Script, Station } from "../../ceremony-scripts/index.ts";
import type { Anchor, EventData, Mode } from "../ceremony/ceremony.ts";
import type { AskedHsm, SignInView } from "../hsm/hsm.ts";
import type { Site } from "../hsm/site.ts";
import type { MediaSource } from "../media/media.ts";
import { latchedNetwork } from "../network/latch.ts";
import { readTraces } from "../network/network.ts";
import type { Deps } from "../usecases/deps.ts";
import type { KnowBackupRequest } from "../usecases/know-backup.ts";
import { letGo } from "../usecases/turn.ts";
import { ceremoniesIn, hiddenIn, stationFolder, type CeremonyFolder } from "./folders.ts";
import type { RecordedKeys } from "./keys-seen.ts";
import { scriptsKept } from "./script-kept.ts";
import type { Stations } from "./stations.ts";
import { watchedHsm } from "./watched-hsm.ts";

/** A running rehearsal HSM, or a connection to a site's. */
export interface RunningHsm {
  readonly client: () => Promise<AskedHsm>;
  /** Ends the current sign-in. */
  readonly cancelSignIn?: () => Promise<void>;
  /** One of its processes has died: it must be started again. */
  readonly isGone: () => boolean;
  readonly end: () => Promise<void>;
}

/**
 * Where the HSM of this name stores its state, and what it shares with others for backups; a site's
 * HSM stores its own.
 */
export interface HsmPlace {
  readonly name: string;
  readonly dir: string;
  readonly store: string;
  /** Whose quote its exchange key has, when that is made; by default the known signer's. */
  readonly quote?: "known" | "unknown";
  /** Its long work ends at once, because nobody watches. */
  readonly quick?: boolean;
  readonly site?: Site;
  /** Gets each change of the sign-in to a site's HSM. */
  readonly onSignIn?: (view: SignInView) => void;
}

/** What the program around a session supplies: its processes, and how people are called. */
export type SessionHooks = Pick<
  Deps,
  | "vaults"
  | "call"
  | "leave"
  | "dismiss"
  | "invite"
  | "patience"
  | "notice"
  | "software"
  | "pollSeconds"
  | "restoreWaitSeconds"
  | "seeSeconds"
> & {
  readonly startHsm: (place: HsmPlace) => Promise<RunningHsm>;
  /** How the network is read; a rehearsal with a simulated cable has another reading. */
  readonly network?: Deps["network"];
  readonly traces?: Deps["traces"];
  /** Searches a medium; by default in this process. */
  readonly search?: Deps["search"];
  /** Roles that a rehearsal's simulated crew has now. */
  readonly simulated?: Deps["simulated"];
  /** The time for records that pretend to be old; by default the computer's. */
  readonly clock?: Deps["clock"];
  /** Waits between two questions; a person may end it. */
  readonly sleep?: Deps["sleep"];
};

/** What is decided before a ceremony opens. */
export interface SessionPlan {
  readonly hsm: string;
  readonly earlier: Uint8Array | null;
  /** How certain it is that this is the record that people closed. */
  readonly anchor: Anchor;
  /** The timestamps that are beside it, as each says of itself. */
  readonly stamps: NonNullable<EventData["opened"]["stamps"]>;
  /** What a rehearsal knows of its own lost HSM; null if people must say it. */
  readonly backup: KnowBackupRequest | null;
  /** Keys of the lost HSM in an earlier record. */
  readonly keysSeen: RecordedKeys | null;
  /** Closed parts of an attestation, by the officer's seat. */
  readonly parts: ReadonlyMap<number, Uint8Array>;
}

/** A ceremony in progress here: its folder, its stations over one record, and its HSM. */
export interface Session {
  readonly ceremony: CeremonyFolder;
  readonly stations: Stations;
  /** The station of this computer in earnest; null if it rehearses both. */
  readonly at: Station | null;
  readonly plan: SessionPlan;
  /** The HSM that is asked instead of the built-in one. */
  readonly site: Site | null;
  readonly cancelSignIn: () => Promise<void>;
  /** Does with old media what people do by hand, as the record says. On drives people do it. */
  readonly settleMedia: () => void;
  /** Ends the HSM, and releases the record. */
  readonly end: () => Promise<void>;
}

export const clock = (): Date => new Date();

const sleep = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Releases the record, and ends the HSM, each even if the other fails: an HSM that is left would
 * keep this process alive.
 * @throws Fault E-LOG-SPACE, -READONLY, -IO
 */
export async function endOf(
  { offline, connected }: Stations,
  hsm: Pick<RunningHsm, "end">,
): Promise<void> {
  try {
    letGo(offline.record);
  } finally {
    try {
      letGo(connected.record);
    } finally {
      await hsm.end();
    }
  }
}

/**
 * An HSM that is started when it is first asked, and again after it died. An unanswered question is
 * reported; what fails because it died says so, because asking again is useless.
 */
export function startedOnce(
  start: () => Promise<RunningHsm>,
  notice: Deps["notice"],
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
      return watchedHsm(await running.client(), running.isGone, (seconds) =>
        notice({ kind: "silent", who: "hsm", seconds }),
      );
    },
    cancelSignIn: async () => running?.cancelSignIn?.(),
    end,
  };
}

/** Vaults whose silence is reported to the people. */
function heard({ vaults, notice }: Pick<SessionHooks, "vaults" | "notice">): Deps["vaults"] {
  const silent = (who: "officer-vault" | "quorum-vault") => (seconds: number) =>
    notice({ kind: "silent", who, seconds });
  return {
    openOfficerVault: () => vaults.openOfficerVault(silent("officer-vault")),
    openQuorumVault: () => vaults.openQuorumVault(silent("quorum-vault")),
  };
}

/** Where a rehearsal HSM stores its state: under the media, apart from them. */
export const placeOf = (media: string, name: string): HsmPlace => ({
  name,
  dir: join(hiddenIn(media), "hsm", name),
  store: join(hiddenIn(media), "store"),
});

/** Both stations of this ceremony; the one on another computer is never asked. */
export function stationsOf(
  script: Script,
  media: MediaSource,
  ceremony: CeremonyFolder,
  hooks: SessionHooks,
  mode: Mode,
  { hsm, sgxRoot }: Pick<Deps, "hsm" | "sgxRoot">,
): Stations {
  // Beside all ceremonies of this profile: a mark belongs to this computer.
  const network = hooks.network ?? latchedNetwork(dirname(ceremony.folder));
  const here = dirname(dirname(ceremony.folder));
  const station = (name: "offline" | "connected"): Deps => ({
    script,
    scripts: (sha256) => scriptsKept(ceremoniesIn(here))(sha256),
    hsm,
    clock: hooks.clock ?? clock,
    random,
    sleep: hooks.sleep ?? sleep,
    mode,
    media,
    ...(hooks.search === undefined ? {} : { search: hooks.search }),
    vaults: heard(hooks),
    call: hooks.call,
    leave: hooks.leave,
    dismiss: hooks.dismiss,
    seeSeconds: hooks.seeSeconds,
    invite: hooks.invite,
    patience: hooks.patience,
    notice: hooks.notice,
    ...(mode === "REHEARSAL" && hooks.simulated !== undefined
      ? { simulated: hooks.simulated }
      : {}),
    software: hooks.software,
    pollSeconds: hooks.pollSeconds,
    restoreWaitSeconds: hooks.restoreWaitSeconds,
    network,
    traces: hooks.traces ?? readTraces,
    sgxRoot,
    station: name,
    record: { folder: stationFolder(ceremony, name), open: null },
  });
  return { offline: station("offline"), connected: station("connected") };
}
