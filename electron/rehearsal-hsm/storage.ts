// The requests of backup and restore: which container, which folder (docs/azure-protocol.md 6).
import { isObject, readJson, type Json, type JsonObject } from "../../crypto/index.ts";

/**
 * A container by its address in Azure's form; `name` is also its folder in the store. It is reached
 * by the SAS token, or if that is null by the HSM's identity, which may do everything in it.
 */
export interface Container {
  readonly uri: string;
  readonly name: string;
  readonly token: string | null;
}

/** Azure's own rule for a container's name; nothing else may become a folder here. */
const CONTAINER = /^https:\/\/[^/?#\s]+\/([a-z0-9](?:-?[a-z0-9]){2,62})\/?$/;
const FOLDER = /^mhsm-[A-Za-z0-9-]{3,24}-\d{14}(?:\d\d)?$/;

/** `{storageResourceUri, token | useManagedIdentity: true}`; null for another form. */
export const readBackupRequest = (body: Uint8Array): Container | null =>
  readContainer(objectOf(body));

/** `{sasTokenParameters: <as above>, folderToRestore}`; null for another form. */
export function readRestoreRequest(
  body: Uint8Array,
): { readonly container: Container; readonly folder: string } | null {
  const request = objectOf(body);
  const container = readContainer(request?.["sasTokenParameters"]);
  const folder = request?.["folderToRestore"];
  if (container === null || typeof folder !== "string" || !FOLDER.test(folder)) return null;
  return { container, folder };
}

function readContainer(value: Json | null | undefined): Container | null {
  if (!isObject(value ?? undefined)) return null;
  const { storageResourceUri, token: given, useManagedIdentity } = value as JsonObject;
  const token = typeof given === "string" && given !== "" ? given : null;
  if (typeof storageResourceUri !== "string" || (token === null && useManagedIdentity !== true))
    return null;
  const name = CONTAINER.exec(storageResourceUri)?.[1];
  return name === undefined ? null : { uri: storageResourceUri.replace(/\/$/, ""), name, token };
}

function objectOf(body: Uint8Array): JsonObject | null {
  const reading = readJson(body);
  return reading.ok && isObject(reading.value) ? reading.value : null;
}
