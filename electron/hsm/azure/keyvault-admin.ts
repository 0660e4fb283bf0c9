// The administration of an HSM, named and shaped like @azure/keyvault-admin, which the registry
// does not serve: where it is served one day, this file alone makes its three clients instead.
import { accessControlClient, type KeyVaultAccessControlClient } from "./access-control-client.ts";
import { backupClient, type KeyVaultBackupClient } from "./backup-client.ts";
import type { Rest } from "./rest.ts";
import { settingsClient, type KeyVaultSettingsClient } from "./settings-client.ts";

export type {
  KeyVaultRoleAssignment, KeyVaultRoleDefinition,
} from "./access-control-client.ts";

export interface AdminClients {
  readonly accessControl: KeyVaultAccessControlClient;
  readonly backup: KeyVaultBackupClient;
  readonly settings: KeyVaultSettingsClient;
}

/** Sends nothing yet. */
export function adminClients(rest: Rest): AdminClients {
  return {
    accessControl: accessControlClient(rest), backup: backupClient(rest),
    settings: settingsClient(rest),
  };
}
