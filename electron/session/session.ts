// A session of a ceremony: both stations over one record, and the HSM that they ask. Whoever opens
// it says what differs in a rehearsal and in earnest.
import { dirname, join } from "node:path";
import { random } from "../../crypto/index.ts";
import type { Script, Station } from "../../ceremony-scripts/index.ts";
import type { Anchor, Mode } from "../ceremony/ceremony.ts";
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
  /** Its long work ends at once: nobody watches. */
  readonly quick?: boolean;
  readonly site?: Site;
  /** Told of each change of the sign-in to a site's HSM. */
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
  /** How the network is read; of a rehearsal with a cable on trial not as this machine's is. */
  readonly network?: Deps["network"];
  readonly traces?: Deps["traces"];
  /** Searches a medium; left out it is done in this process. */
  readonly search?: Deps["search"];
  /** Roles that a rehearsal's simulated crew has now. */
  readonly simulated?: Deps["simulated"];
  /** The time of what is made as if long ago; else the computer's. */
  readonly clock?: Deps["clock"];
  /** Waits between two questions; a person may end it. */
  readonly sleep?: Deps["sleep"];
};

/** What is settled before a ceremony opens. */
export interface SessionPlan {
  readonly hsm: string;
  readonly earlier: Uint8Array | null;
  /** How sure it is that this is the record that people closed. */
  readonly anchor: Anchor;
  /** What a rehearsal knows of its own HSM that is lost; null where people must say it. */
  readonly backup: KnowBackupRequest | null;
  /** Keys of the lost HSM that an earlier record holds. */
  readonly keysSeen: RecordedKeys | null;
  /** Closed parts of an attestation, by the seat of the officer who held each. */
  readonly parts: ReadonlyMap<number, Uint8Array>;
}

/** A ceremony that goes on here: its folder, its stations over one record, and its HSM. */
export interface Session {
  readonly ceremony: CeremonyFolder;
  readonly stations: Stations;
  /** The station that this computer is in earnest; null where it rehearses both. */
  readonly at: Station | null;
  readonly plan: SessionPlan;
  /** The HSM that is asked instead of the built-in one. */
  readonly site: Site | null;
  readonly cancelSignIn: () => Promise<void>;
  /** Does with old media what people do by hand, as the record says. On drives people do it. */
  readonly settleMedia: () => void;
  /** Ends the HSM, and lets go of the record. */
  readonly end: () => Promise<void>;
}

export const clock = (): Date => new Date();

const sleep = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Lets go of the record, and ends the HSM, each whatever became of the others: an HSM that is left
 * would keep this process from its end.
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
 * An HSM that is started when it is first asked, and again when it died. While a question is not
 * answered, that is told; and what fails because it died says so, for nobody need ask again.
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

/** Vaults of whose silence the people are told. */
function heard({ vaults, notice }: Pick<SessionHooks, "vaults" | "notice">): Deps["vaults"] {
  const silent = (who: "officer-vault" | "quorum-vault") => (seconds: number) =>
    notice({ kind: "silent", who, seconds });
  return {
    openOfficerVault: () => vaults.openOfficerVault(silent("officer-vault")),
    openQuorumVault: () => vaults.openQuorumVault(silent("quorum-vault")),
  };
}

/** Where a rehearsal HSM keeps its state: under the media, apart from them. */
export const placeOf = (media: string, name: string): HsmPlace => ({
  name,
  dir: join(hiddenIn(media), "hsm", name),
  store: join(hiddenIn(media), "store"),
});

/** Both stations of this ceremony; the one that is another computer's is never asked. */
export function stationsOf(
  script: Script,
  media: MediaSource,
  ceremony: CeremonyFolder,
  hooks: SessionHooks,
  mode: Mode,
  { hsm, sgxRoot }: Pick<Deps, "hsm" | "sgxRoot">,
): Stations {
  // Beside all ceremonies of this profile: a mark is this computer's.
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
