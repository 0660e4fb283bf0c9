// The only door to the vaults for those who ask: a vault is opened for a turn and ended after it.
import { Fault } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import type {
  Answer, Channel, OfficerMethods, QuorumMethods, Ready, VaultKind,
} from "./protocol.ts";

export { knock } from "./door.ts";
export type { Typed } from "./passphrase.ts";
export type { KeyFileTexts, OfficerMethods, QuorumMethods } from "./protocol.ts";

/** A vault in use: its methods, the door for what is typed, and its end. */
export interface Vault<Methods> {
  readonly door: string;
  readonly call: Methods;
  /** Ends the vault's process; resolves when it is gone. */
  readonly end: () => Promise<void>;
}

/** What starts a vault's process: a channel to it, and the way to end it. */
export interface VaultProcess {
  readonly channel: Channel;
  readonly end: () => Promise<void>;
}

export interface Vaults {
  readonly openOfficerVault: () => Promise<Vault<OfficerMethods>>;
  readonly openQuorumVault: () => Promise<Vault<QuorumMethods>>;
}

/** Vaults over whatever starts their processes. Calls reject with Fault E-WORKER-GONE when one dies. */
export function vaultsOver(start: (kind: VaultKind) => VaultProcess): Vaults {
  return {
    openOfficerVault: async () =>
      connect<OfficerMethods>(start("officer"), ["make", "prove", "share", "sign"]),
    openQuorumVault: async () => connect<QuorumMethods>(start("quorum"), ["prove", "blob"]),
  };
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Fault) => void;
}

async function connect<Methods>(
  process: VaultProcess, methods: readonly (keyof Methods & string)[],
): Promise<Vault<Methods>> {
  const pending = new Map<number, Pending>();
  let next = 0;
  const ready = new Promise<Ready>((resolve, reject) => {
    process.channel.onMessage((message) => {
      if ("ready" in (message as object)) resolve(message as Ready);
      else settle(pending, message as Answer);
    });
    process.channel.onClose(() => {
      reject(fault("E-WORKER-GONE"));
      for (const { reject: drop } of pending.values()) drop(fault("E-WORKER-GONE"));
      pending.clear();
    });
  });
  const { door } = await ready;
  const call = (method: string) => (request: unknown) => new Promise((resolve, reject) => {
    const id = next++;
    pending.set(id, { resolve, reject });
    process.channel.send({ id, method, request });
  });
  const table = Object.fromEntries(methods.map((method) => [method, call(method)]));
  return { door, call: table as Methods, end: process.end };
}

function settle(pending: Map<number, Pending>, answer: Answer): void {
  const waiting = pending.get(answer.id);
  pending.delete(answer.id);
  if ("value" in answer) waiting?.resolve(answer.value);
  else waiting?.reject(new Fault(answer.fault.code, answer.fault.message, answer.fault.next));
}
