// Full backup and restore, and the checks before them, as @azure/keyvault-admin's
// KeyVaultBackupClient begins them (docs/azure-protocol.md 6). Waiting is the caller's: a job
// outlives this process.
import type { JsonObject } from "../../../crypto/index.ts";
import { fault } from "../faults.ts";
import type { Progress } from "../hsm.ts";
import { judgedChange } from "./ask.ts";
import type { Rest } from "./rest.ts";
import { progressOf } from "./status.ts";

/** What has begun; its job is asked for by its name. */
export interface Begun {
  getOperationState(): { readonly jobId: string };
}

/**
 * `blobStorageUri` is a container, `folderUri` a backup in one. The storage is reached by the HSM's
 * managed identity, or by a SAS token where one is given. @throws Fault E-HSM-UNKNOWN-OUTCOME
 */
export interface KeyVaultBackupClient {
  beginPreBackup(blobStorageUri: string, sasToken?: string): Promise<Begun>;
  beginBackup(blobStorageUri: string, sasToken?: string): Promise<Begun>;
  beginPreRestore(folderUri: string, sasToken?: string): Promise<Begun>;
  beginRestore(folderUri: string, sasToken?: string): Promise<Begun>;
}

/** The checks are known from this version on. */
const CHECKS = "7.6";

export function backupClient({ ask }: Rest): KeyVaultBackupClient {
  const begin = async (
    method: "POST" | "PUT", path: string, body: JsonObject, apiVersion?: string,
  ): Promise<Begun> => {
    const version = apiVersion === undefined ? {} : { apiVersion };
    const answer = await ask({ method, path, body: JSON.stringify(body), ...version });
    const jobId = await judgedChange(() => checkedJob(answer["jobId"]));
    return { getOperationState: () => ({ jobId }) };
  };
  return {
    beginPreBackup: (uri, sas) => begin("POST", "prebackup", storage(uri, sas), CHECKS),
    beginBackup: (uri, sas) => begin("POST", "backup", storage(uri, sas)),
    beginPreRestore: (uri, sas) => begin("PUT", "prerestore", restore(uri, sas), CHECKS),
    beginRestore: (uri, sas) => begin("PUT", "restore", restore(uri, sas)),
  };
}

const storage = (storageResourceUri: string, token?: string): JsonObject => token === undefined
  ? { storageResourceUri, useManagedIdentity: true } : { storageResourceUri, token };

function restore(folderUri: string, sasToken?: string): JsonObject {
  const [, container = "", folderToRestore = ""] = /^(.*)\/([^/]+)\/?$/.exec(folderUri) ?? [];
  return { sasTokenParameters: storage(container, sasToken), folderToRestore };
}

/** A job's name as it may stand in an address. @throws Fault E-HSM-BODY */
export function checkedJob(job: unknown): string {
  if (typeof job !== "string" || !/^[0-9A-Za-z-]{1,64}$/.test(job)) throw fault("E-HSM-BODY");
  return job;
}

/** A backup's progress, with its folder when it succeeded and the HSM named one. */
export function backupProgress(answer: JsonObject): Progress & { readonly folder?: string } {
  const progress = progressOf(answer);
  const uri = answer["azureStorageBlobContainerUri"];
  const folder = typeof uri === "string" ? /\/([0-9A-Za-z-]{1,128})\/?$/.exec(uri)?.[1] : undefined;
  const named = progress.state === "succeeded" && folder !== undefined;
  return named ? { ...progress, folder } : progress;
}
