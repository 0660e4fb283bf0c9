// What a good record reports and no rule refuses, with the entries to read.

export const NOTES = {
  "wrapping-key-expired":
    "A wrapping key's certificate was not valid when the key was made or used: entry {entries}.",
  "opening-only-said": "That the security domain was opened is only said: entry {entries}.",
  "part-end-unknown": "It is not said when a custodian's part was closed: entry {entries}.",
  "intel-not-current": "Files of Intel's were not current: entry {entries}.",
  incident: "An incident was found: entry {entries}.",
  "refusal-overruled": "A refusal of the app was overruled: entry {entries}.",
  "seat-changed": "Someone took or left a seat: entry {entries}.",
  "key-not-attested": "An exchange key was trusted that is not attested: entry {entries}.",
  "wrong-afterwards": "After the activation something was wrong: entry {entries}.",
  "inactive-after-download":
    "The HSM was not active when it had given its domain: entry {entries}.",
  "inactive-after-upload": "The HSM was not active when it had its domain: entry {entries}.",
  "keys-not-compared": "The keys that came back were compared with no list: entry {entries}.",
  "roles-differ": "Role assignments are missing or more than expected: entry {entries}.",
  "key-unprotected": "Officers kept a key without a passphrase: entry {entries}.",
  "old-photograph": "A photograph is also in an earlier record: entry {entries}.",
} as const;
