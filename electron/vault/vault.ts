// How the rest of the program uses vaults: a vault is opened for a turn and ended after it.
import { callsTo, type Channel } from "../pipe/pipe.ts";
import type { OfficerMethods, QuorumMethods, VaultKind } from "./protocol.ts";
import { removeSocketFolder } from "./socket-folder.ts";
import { ownKey, type Acquainted } from "./socket-key.ts";

export { sendSecret } from "./secret-socket.ts";
export { acquainted, ownKey, type Acquainted } from "./socket-key.ts";
export type { KeyAt, KeyFileTexts, KeyLook, OfficerMethods, QuorumMethods } from "./protocol.ts";

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

export interface Vaults {
  readonly openOfficerVault: () => Promise<Vault<OfficerMethods>>;
  readonly openQuorumVault: () => Promise<Vault<QuorumMethods>>;
}

/**
 * Vaults over whatever starts their processes. Calls reject with Fault E-WORKER-GONE when one
 * dies.
 */
export const vaultsOver = (start: (kind: VaultKind) => VaultProcess): Vaults => ({
  openOfficerVault: () =>
    connect<OfficerMethods>(start("officer"), [
      "make",
      "prove",
      "bind",
      "look",
      "answer",
      "share",
      "sign",
    ]),
  openQuorumVault: () =>
    connect<QuorumMethods>(start("quorum"), ["prove", "subsets", "blob", "dryRun"]),
});

async function connect<Methods extends object>(
  started: VaultProcess,
  methods: readonly (keyof Methods & string)[],
): Promise<Vault<Methods>> {
  const { greeting, call } = await callsTo<Methods & Acquainted>(started, [...methods, "acquaint"]);
  const socket = String(greeting);
  // One that was killed could not tidy up after itself.
  started.channel.onClose(() => removeSocketFolder(socket));
  await call.acquaint(ownKey());
  return { socket, call, end: started.end };
}
