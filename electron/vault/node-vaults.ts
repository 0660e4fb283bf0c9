// Vaults as child processes of plain Node: forked from the command line's own file.
import { fork, type ChildProcess } from "node:child_process";
import type { Channel, VaultKind } from "./protocol.ts";
import { serveVault } from "./serve.ts";
import { vaultsOver, type Vaults } from "./vault.ts";

/** The word on the command line that makes a process a vault. */
export const VAULT_COMMAND = "vault-process";

/** Vaults started from `entry`, a bundle that calls `runNodeVault` on `VAULT_COMMAND`. */
export function nodeVaults(entry: string): Vaults {
  return vaultsOver((kind) => {
    const child = fork(entry, [VAULT_COMMAND, kind], {
      serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv: [],
    });
    return { channel: channelTo(child), end: () => ended(child) };
  });
}

/** Makes this process a vault; it ends with its parent's channel. */
export async function runNodeVault(kind: VaultKind): Promise<void> {
  const channel: Channel = {
    send: (message) => process.send?.(message),
    onMessage: (listener) => process.on("message", listener),
    onClose: (listener) => process.on("disconnect", listener),
  };
  await serveVault(kind, channel, () => process.exit(0));
}

function channelTo(child: ChildProcess): Channel {
  return {
    send: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) => child.on("message", listener),
    onClose: (listener) => child.on("exit", listener),
  };
}

/** Disconnecting is the vault's signal to go; one that does not go in two seconds is killed. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill("SIGKILL"), 2000);
    child.once("exit", () => {
      clearTimeout(kill);
      resolve();
    });
    if (child.connected) child.disconnect();
  });
}
