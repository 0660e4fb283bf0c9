// Runbooks for services that keep data: storage accounts, Cosmos DB.
import { az } from "../commands/command-line.ts";
import { hostOf, keyAddress } from "../proofs/ids.ts";
import { present } from "./needs.ts";
import { at, SERVICE_ROLES } from "./parts.ts";
import { COSMOS, STORAGE } from "./roles-needed.ts";
import { SIX_MINUTES, type Runbook } from "./runbook.ts";

export const storage: Runbook = {
  title: "Put storage accounts under the key",
  purpose: "Blobs and files are encrypted under the HSM's key.",
  section: "Phase 2: Storage",
  steps: (plan) => {
    const accounts = present(plan.storageAccounts, "storageAccounts");
    return [
      {
        title: "Give each account its identity",
        role: STORAGE,
        commands: accounts.map((one) =>
          az("storage", "account", "update", ...at(one), "--assign-identity"),
        ),
        changes: "Each account gets a system-assigned identity.",
        undo: "It can stay: it has no rights of its own.",
        takes: "seconds",
        notes: [SERVICE_ROLES],
        wait: SIX_MINUTES,
        proofs: [],
      },
      {
        title: "Give each account its key",
        role: STORAGE,
        commands: accounts.map((one) =>
          az(
            "storage",
            "account",
            "update",
            ...at(one),
            "--encryption-key-source",
            "Microsoft.Keyvault",
            "--encryption-key-vault",
            `https://${hostOf(plan.hsm)}/`,
            "--encryption-key-name",
            one.key,
          ),
        ),
        changes:
          "Blobs and files are under the key at once. Queues and tables are only if the account was created so.",
        undo: "az storage account update --encryption-key-source Microsoft.Storage.",
        takes: "seconds",
        notes: ["No version is given: the account then follows new ones, once a day."],
        messages: ["storage"],
        proofs: ["storage-key"],
      },
    ];
  },
};

export const cosmosDb: Runbook = {
  title: "Put Cosmos DB under the key",
  purpose: "The accounts are encrypted under the HSM's key.",
  section: "Phase 2: Cosmos DB",
  steps: (plan) => {
    const accounts = present(plan.cosmosAccounts, "cosmosAccounts");
    return [
      {
        title: "Give each account its identity, and make it the default",
        role: COSMOS,
        commands: accounts.flatMap((one) => [
          az("cosmosdb", "identity", "assign", ...at(one)),
          az("cosmosdb", "update", ...at(one), "--default-identity", "SystemAssignedIdentity"),
        ]),
        changes: "Each account gets an identity and uses it to ask for its key.",
        undo: "--default-identity FirstPartyIdentity, before the next step.",
        takes: "minutes",
        notes: [SERVICE_ROLES],
        wait: SIX_MINUTES,
        proofs: [],
      },
      {
        title: "Give each account its key",
        role: COSMOS,
        commands: accounts.map((one) =>
          az("cosmosdb", "update", ...at(one), "--key-uri", keyAddress(plan.hsm, one.key)),
        ),
        changes: "A background job encrypts the account; regions cannot be added meanwhile.",
        undo: "Nobody can, once it has begun.",
        cost: "5 to 15 % more request units, for ever",
        takes: "depends on spare request units: raise them before",
        twoPeople: "It cannot be undone, and costs more request units for ever.",
        notes: [
          "Not for accounts with Cassandra or vector search. Old periodic backups stay as they were.",
        ],
        messages: ["cosmos"],
        proofs: ["cosmos-key"],
      },
    ];
  },
};
