// Vaults as Electron's utility processes, forked by main from the vault's own file.
import { MessageChannelMain, type MessagePortMain } from "electron";
import { forkUtility, type UtilityChild } from "../pipe/utility-child.ts";
import { fault } from "./faults.ts";
import { vaultsOver, type Vault, type Vaults } from "./vault.ts";

/** Vaults that also have a port for what is typed, beside their sockets. */
export interface ElectronVaults extends Vaults {
  /**
   * One end of a new channel whose other end is at the vault with this socket: for the window in
   * which the passphrase is typed. Main passes it on and never listens to it.
   * @throws Fault E-VAULT-DOOR when that vault is gone
   */
  readonly portTo: (socket: string) => MessagePortMain;
  /** Kills every vault at once: the machine goes to sleep, or the app ends. */
  readonly endAll: () => void;
}

/**
 * Vaults started from `entry`, the bundle of `vault-main.ts`. Only after the app is ready.
 * Calls reject with Fault E-WORKER-GONE when a vault dies, and so does opening one.
 */
export function electronVaults(entry: string): ElectronVaults {
  const running = new Set<UtilityChild>();
  const bySocket = new Map<string, UtilityChild>();
  const vaults = (started: (child: UtilityChild) => unknown) =>
    vaultsOver((kind) => {
      const child = forkUtility(entry, [kind], "vault");
      running.add(child);
      child.channel.onClose(() => running.delete(child));
      started(child);
      return child;
    });
  /** Remembers which process has the socket that its vault answers with. */
  async function known<Methods>(open: (from: Vaults) => Promise<Vault<Methods>>) {
    const forked: UtilityChild[] = [];
    const vault = await open(vaults((child) => forked.push(child)));
    for (const child of forked) bySocket.set(vault.socket, child);
    return {
      ...vault,
      end: async () => {
        bySocket.delete(vault.socket);
        await vault.end();
      },
    };
  }
  return {
    openOfficerVault: (silent) => known((from) => from.openOfficerVault(silent)),
    openQuorumVault: (silent) => known((from) => from.openQuorumVault(silent)),
    portTo: (socket) => {
      const child = bySocket.get(socket);
      if (child === undefined) throw fault("E-VAULT-DOOR");
      const { port1, port2 } = new MessageChannelMain();
      child.givePort(port1);
      return port2;
    },
    endAll: () => {
      for (const child of running) child.kill();
    },
  };
}
