// The processes of a rehearsal in the window: vaults, the HSM, and the connection to it.
import {
  followSignIn,
  HSM_METHODS,
  hsmOver,
  type HsmMethods,
  type RehearsalAddress,
} from "../hsm/remote-hsm.ts";
import { isMicrosofts, type Site } from "../hsm/site.ts";
import { callsOver, callsTo } from "../pipe/pipe.ts";
import { forkUtility } from "../pipe/utility-child.ts";
import { identity } from "../session/identity.ts";
import type { SessionHooks, HsmPlace, RunningHsm } from "../session/session.ts";
import type { ElectronVaults } from "../vault/electron-vaults.ts";
import type { Places } from "./places.ts";
import type { Waits } from "./waits.ts";

/** Wrong passphrases that one turn allows. */
const PATIENCE = 3;

/**
 * @param vaults the app's vaults; made once, so that all can be ended at once
 * @param runtime its name for the record
 */
export const electronHooks = (
  places: Places,
  vaults: ElectronVaults,
  runtime: string,
  waits: Waits,
): Omit<SessionHooks, "call" | "leave" | "dismiss" | "invite" | "notice"> => ({
  vaults,
  startHsm: (place) => startHsm(places, place, waits.hsmSeconds),
  patience: PATIENCE,
  pollSeconds: waits.pollSeconds,
  restoreWaitSeconds: waits.restoreSeconds,
  seeSeconds: waits.pairSeconds,
  software: identity(__BUILD__, runtime, places.program),
});

/** The HSM and the only process that may talk to it; a station that asks nothing starts neither. */
async function startHsm(
  places: Places,
  place: HsmPlace,
  pendingSeconds: number,
): Promise<RunningHsm> {
  const { name, dir, store, quote = "known", site, onSignIn, quick = false } = place;
  if (site !== undefined) return connectTo(places, site, onSignIn);
  const words = [dir, store, name, String(quick ? 0 : pendingSeconds), quote];
  const hsm = forkUtility(places.rehearsalHsm, words, "rehearsal-hsm");
  const connection = forkUtility(places.connected, [], "connected-station", "outward");
  const life = { gone: false };
  for (const { channel } of [hsm, connection]) channel.onClose(() => (life.gone = true));
  const end = async (): Promise<void> => {
    await Promise.all([connection.end(), hsm.end()]);
  };
  try {
    const [{ greeting }, { call }] = await Promise.all([
      callsOver(hsm.channel, []),
      callsOver<HsmMethods>(connection.channel, HSM_METHODS),
    ]);
    await call.connect({ name, ...(greeting as Omit<RehearsalAddress, "name">) });
    return { client: () => Promise.resolve(hsmOver(name, call)), isGone: () => life.gone, end };
  } catch (error) {
    // A surviving one of the two would block the HSM's folder for the next attempt.
    await end();
    throw error;
  }
}

/** The process that signs in to a site's HSM and asks it. Only it ever has a token. */
async function connectTo(
  places: Places,
  site: Site,
  told: HsmPlace["onSignIn"],
): Promise<RunningHsm> {
  const connection = forkUtility(places.connected, [], "connected-station", "outward");
  const life = { gone: false };
  connection.channel.onClose(() => (life.gone = true));
  const { call } = await callsTo<HsmMethods>(connection, HSM_METHODS);
  try {
    await call.connect({ site });
  } catch (error) {
    await connection.end();
    throw error;
  }
  if (told !== undefined) void followSignIn(call, told);
  return {
    client: () => Promise.resolve(hsmOver(site.name, call, isMicrosofts(site.cloud))),
    isGone: () => life.gone,
    cancelSignIn: async () => {
      await call.cancelSignIn(null);
    },
    end: () => connection.end(),
  };
}
