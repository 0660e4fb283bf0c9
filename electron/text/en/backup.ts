// The words round the newest full backup of a lost HSM, its key list, and its storage.

export const BACKUP = {
  "backupWanted.container": "Address of the container",
  "backupWanted.containerHint": "As https://account.blob.core.windows.net/container, without a token",
  "backupWanted.folder": "Folder",
  "backupWanted.by": "Which list are the keys compared with?",
  "backupWanted.bring": "Choose a key list",
  "backupWanted.bringOther": "Choose another key list",
  "backupWanted.nothing": "There is no list: the keys will not be compared, and this is not a drill",
  "backupWanted.reason": "Why there is none",
  "backupWanted.sha256": "SHA-256",
  "backupWanted.head": "Head of that record",
  "backupWanted.noRoles": "The list has none: role assignments are not compared.",
  "backupWanted.missing": "Enter container and folder, and choose a list",
  "backupWanted.button": "Record this backup",
  "storageWay.label": "How does the HSM reach the storage?",
  "storageWay.identity": "With its managed identity",
  "storageWay.sas": "With a SAS token",
  "storageWay.why": "The token is alone in a file on this machine. Only the connection to the HSM reads it; it is never shown or recorded. Delete it afterwards.",
  "list.file": "The key list of {hsm}, made {listedAt, date, day}, {listedAt, time, short} UTC",
  "list.recovery": "What the recovery to {hsm} found {listedAt, date, day}, {listedAt, time, short} UTC: keys made later are not in it",
} as const;
