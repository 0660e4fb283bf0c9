// Full backup and restore, and the checks before them, as @azure/keyvault-admin's
// KeyVaultBackupClient begins them (azure-protocol.md 6). Waiting is the caller's: a job outlives
// this process.
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
 * managed identity; no storage secret passes through us. @throws Fault E-HSM-UNKNOWN-OUTCOME
 */
export interface KeyVaultBackupClient {
  beginPreBackup(blobStorageUri: string): Promise<Begun>;
  beginBackup(blobStorageUri: string): Promise<Begun>;
  beginPreRestore(folderUri: string): Promise<Begun>;
  beginRestore(folderUri: string): Promise<Begun>;
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
    beginPreBackup: (uri) => begin("POST", "prebackup", storage(uri), CHECKS),
    beginBackup: (uri) => begin("POST", "backup", storage(uri)),
    beginPreRestore: (uri) => begin("PUT", "prerestore", restore(uri), CHECKS),
    beginRestore: (uri) => begin("PUT", "restore", restore(uri)),
  };
}

const storage = (storageResourceUri: string): JsonObject =>
  ({ storageResourceUri, useManagedIdentity: true });

function restore(folderUri: string): JsonObject {
  const [, container = "", folderToRestore = ""] = /^(.*)\/([^/]+)\/?$/.exec(folderUri) ?? [];
  return { sasTokenParameters: storage(container), folderToRestore };
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
