// Starts the processes of a deployment: its keeper, the reader of Azure, and a rehearsal's
// subscription. Offline stations start none.
import type { Reach } from "../disk/own-environment.ts";
import { KEEPER_METHODS, type Keeper, type KeeperMethods } from "../deployment-record/keeper.ts";
import { READER_METHODS, READS, type Reader, type ReaderMethods } from "../hsm/remote-reader.ts";
import { callsTo } from "../pipe/pipe.ts";
import { forkUtility } from "../pipe/utility-child.ts";
import {
  SUBSCRIPTION_METHODS,
  type Subscription,
  type SubscriptionMethods,
} from "../rehearsal-arm/subscription.ts";
import type { Places } from "./places.ts";

/** @throws Fault with which it refuses the record, E-WORKER-GONE */
export const startDeployment = (
  places: Places,
  { root, mode }: { readonly root: string; readonly mode: string },
): Promise<Keeper> =>
  started<KeeperMethods>(places.deployment, [root, mode], "deployment", KEEPER_METHODS);

/** The connected station's own program, in a process only for reading. @throws Fault E-WORKER-GONE */
export const startReader = (places: Places): Promise<Reader> =>
  started<ReaderMethods>(places.connected, [READS], "connected-station", READER_METHODS, "outward");

/** @throws Fault E-WORKER-GONE */
export const startSubscription = (places: Places): Promise<Subscription> =>
  started<SubscriptionMethods>(places.rehearsalArm, [], "rehearsal-arm", SUBSCRIPTION_METHODS);

interface Life {
  readonly isGone: () => boolean;
  readonly end: () => Promise<void>;
}

async function started<Of extends object>(
  program: string,
  words: readonly string[],
  name: string,
  methods: readonly (keyof Of & string)[],
  reach: Reach = "every",
): Promise<Of & Life> {
  const child = forkUtility(program, words, name, reach);
  const life = { gone: false };
  child.channel.onClose(() => (life.gone = true));
  const { call } = await callsTo<Of>(child, methods);
  return { ...call, isGone: () => life.gone, end: () => child.end() };
}
