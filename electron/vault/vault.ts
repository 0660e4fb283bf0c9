// How the rest of the program uses vaults: opened for a turn and ended after it.
import { callsTo, type Channel } from "../pipe/pipe.ts";
import { watchSilence } from "../pipe/silence.ts";
import type { OfficerMethods, QuorumMethods, VaultKind } from "./protocol.ts";
import { removeSocketFolder } from "./socket-folder.ts";
import { ownKey, type Acquainted } from "./socket-key.ts";

export { sendSecret } from "./secret-socket.ts";
export { acquainted, ownKey, type Acquainted } from "./socket-key.ts";
export type { Committed, KeyAt, KeyFileTexts, OfficerMethods, QuorumMethods } from "./protocol.ts";

/** A vault in use: its methods, the socket for what is typed, and its end. */
export interface Vault<Methods> {
  readonly socket: string;
  readonly call: Methods;
  /** Ends the vault's process; resolves when it is gone. */
  readonly end: () => Promise<void>;
}

/** A vault's process: a channel to it, and the way to end it. */
export interface VaultProcess {
  readonly channel: Channel;
  readonly end: () => Promise<void>;
}

/** Gets the seconds for which a vault has not answered; 0 when it answers again. */
export type Silent = (seconds: number) => void;

export interface Vaults {
  readonly openOfficerVault: (silent?: Silent) => Promise<Vault<OfficerMethods>>;
  readonly openQuorumVault: (silent?: Silent) => Promise<Vault<QuorumMethods>>;
}

/**
 * Vaults over whatever starts their processes. Calls reject with Fault E-WORKER-GONE when one dies,
 * or was ended after ten minutes of silence.
 */
export const vaultsOver = (start: (kind: VaultKind) => VaultProcess): Vaults => ({
  openOfficerVault: (silent) =>
    connect<OfficerMethods>(
      start("officer"),
      ["make", "prove", "bind", "look", "answer", "share", "sign"],
      silent,
    ),
  openQuorumVault: (silent) =>
    connect<QuorumMethods>(start("quorum"), ["prove", "subsets", "blob", "dryRun"], silent),
});

async function connect<Methods extends object>(
  started: VaultProcess,
  methods: readonly (keyof Methods & string)[],
  silent: Silent = () => undefined,
): Promise<Vault<Methods>> {
  watchSilence(started.channel, { told: silent, late: () => void started.end() });
  const { greeting, call } = await callsTo<Methods & Acquainted>(started, [...methods, "acquaint"]);
  const socket = String(greeting);
  // One that was killed could not clean up after itself.
  started.channel.onClose(() => removeSocketFolder(socket));
  await call.acquaint(ownKey());
  return { socket, call, end: started.end };
}
