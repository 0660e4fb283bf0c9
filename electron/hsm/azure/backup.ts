// Full backup and restore: their bodies, jobs and folders (azure-protocol.md 6).
import type { JsonObject } from "../../../crypto/index.ts";
import { fault } from "../faults.ts";
import type { Progress } from "../hsm.ts";
import { progressOf } from "./status.ts";

/** The storage is reached by the HSM's managed identity; no storage secret passes through us. */
const storage = (container: string) =>
  ({ storageResourceUri: container, useManagedIdentity: true });

export const backupRequest = (container: string): string => JSON.stringify(storage(container));

export const restoreRequest = (container: string, folder: string): string =>
  JSON.stringify({ sasTokenParameters: storage(container), folderToRestore: folder });

/** The job that a start answer names. @throws Fault E-HSM-BODY */
export function jobOf(answer: JsonObject): string {
  return checkedJob(answer["jobId"]);
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
