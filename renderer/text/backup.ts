// The words round the newest full backup of a lost HSM, its key list, and its storage.
import type { KeyListView } from "../../electron/bridge/backup-views.ts";
import { dayAndTime } from "./times.ts";

/** What people write and bring. */
export const BACKUP_WANTED = {
  container: "Address of the container",
  containerHint: "As https://account.blob.core.windows.net/container, without a token",
  folder: "Folder",
  by: "Which list are the keys compared with?",
  bring: "Choose a key list",
  bringOther: "Choose another key list",
  list: ({ from, hsm, listedAt }: KeyListView): string =>
    from === "file"
      ? `The key list of ${hsm}, made ${dayAndTime(listedAt)}`
      : `What the recovery to ${hsm} found ${dayAndTime(listedAt)}: keys made later are not in it`,
  nothing: "There is no list: the keys will not be compared, and this is not a drill",
  reason: "Why there is none",
  sha256: "SHA-256",
  head: "Head of that record",
  noRoles: "The list has none: role assignments are not compared.",
  missing: "Enter container and folder, and choose a list",
  button: "Record this backup",
} as const;

/** How the HSM reaches the storage. */
export const STORAGE_WAY = {
  label: "How does the HSM reach the storage?",
  identity: "With its managed identity",
  sas: "With a SAS token",
  why:
    "The token is alone in a file on this machine. Only the connection to the HSM reads it; "
    + "it is never shown or recorded. Delete it afterwards.",
} as const;
