// Starts the process that keeps the deployment: a program of its own, which no offline station starts.
import { KEEPER_METHODS, type Keeper, type KeeperMethods } from "../deployment-record/keeper.ts";
import { callsOver } from "../pipe/pipe.ts";
import { forkUtility } from "../pipe/utility-child.ts";
import type { Places } from "./places.ts";

/** @throws Fault with which it refuses the record, E-WORKER-GONE */
export async function startDeployment(
  places: Places,
  { root, mode }: { readonly root: string; readonly mode: string },
): Promise<Keeper> {
  const child = forkUtility(places.deployment, [root, mode], "deployment");
  const life = { gone: false };
  child.channel.onClose(() => (life.gone = true));
  try {
    const { call } = await callsOver<KeeperMethods>(child.channel, KEEPER_METHODS);
    return { ...call, isGone: () => life.gone, end: () => child.end() };
  } catch (error) {
    await child.end();
    throw error;
  }
}
