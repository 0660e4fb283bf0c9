// The steps of services that keep data: storage accounts, Cosmos DB.

export const RUNBOOK_DATA = {
  "storageIdentity.title": "Give each account its identity",
  "accountKey.title": "Give each account its key",
  "cosmosIdentity.title": "Give each account its identity, and make it the default",
  "storageIdentity.changes": "Each account gets a system-assigned identity.",
  "storageIdentity.undo": "It can stay: it has no rights of its own.",
  "accountKey.changes": "Blobs and files are under the key at once. Queues and tables are only if the account was created so.",
  "accountKey.undo": "az storage account update --encryption-key-source Microsoft.Storage.",
  "accountKey.note": "No version is given: the account then follows new ones, once a day.",
  "cosmosIdentity.changes": "Each account gets an identity and uses it to ask for its key.",
  "cosmosIdentity.undo": "--default-identity FirstPartyIdentity, before the next step.",
  "accountKey.changes2": "A background job encrypts the account; regions cannot be added meanwhile.",
  "accountKey.undo2": "Nobody can, once it has begun.",
  "accountKey.cost": "5 to 15 % more request units, for ever",
  "accountKey.takes": "depends on spare request units: raise them before",
  "accountKey.twoPeople": "It cannot be undone, and costs more request units for ever.",
  "accountKey.note2": "Not for accounts with Cassandra or vector search. Old periodic backups stay as they were.",
} as const;
