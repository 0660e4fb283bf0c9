// Vaults as child processes of plain Node: forked from the command line's own file.
import { forkChild, parentChannel } from "../pipe/node-child.ts";
import type { VaultKind } from "./protocol.ts";
import { serveVault } from "./serve.ts";
import { vaultsOver, type Vaults } from "./vault.ts";

/** The argument that makes a process a vault. */
export const VAULT_COMMAND = "vault-process";

/** Vaults started from `entry`, a bundle that calls `runNodeVault` on `VAULT_COMMAND`. */
export const nodeVaults = (entry: string): Vaults =>
  vaultsOver((kind) => forkChild(entry, [VAULT_COMMAND, kind]));

/** Makes this process a vault; it ends with its parent's channel. */
export async function runNodeVault(kind: VaultKind): Promise<void> {
  await serveVault(kind, parentChannel, () => process.exit(0));
}
