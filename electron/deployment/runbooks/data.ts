// Runbooks for services that keep data: storage accounts, Cosmos DB.
import { sentence } from "../../text/sentence.ts";
import { az } from "../commands/command-line.ts";
import { hostOf, keyAddress } from "../proofs/ids.ts";
import { present } from "./needs.ts";
import { at, SERVICE_ROLES } from "./parts.ts";
import { COSMOS, STORAGE } from "./roles-needed.ts";
import { SIX_MINUTES, type Runbook } from "./runbook.ts";

export const storage: Runbook = {
  title: sentence("runbooks.storage.title"),
  purpose: sentence("runbooks.storage.purpose"),
  section: "Phase 2: Storage",
  steps: (plan) => {
    const accounts = present(plan.storageAccounts, "storageAccounts");
    return [
      {
        title: sentence("runbook-data.storageIdentity.title"),
        role: STORAGE,
        commands: accounts.map((one) =>
          az("storage", "account", "update", ...at(one), "--assign-identity"),
        ),
        changes: sentence("runbook-data.storageIdentity.changes"),
        undo: sentence("runbook-data.storageIdentity.undo"),
        takes: sentence("runbook-steps.takes.seconds"),
        notes: [SERVICE_ROLES],
        wait: SIX_MINUTES,
        proofs: [],
      },
      {
        title: sentence("runbook-data.accountKey.title"),
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
        changes: sentence("runbook-data.accountKey.changes"),
        undo: sentence("runbook-data.accountKey.undo"),
        takes: sentence("runbook-steps.takes.seconds"),
        notes: [sentence("runbook-data.accountKey.note")],
        messages: ["storage"],
        proofs: ["storage-key"],
      },
    ];
  },
};

export const cosmosDb: Runbook = {
  title: sentence("runbooks.cosmos-db.title"),
  purpose: sentence("runbooks.cosmos-db.purpose"),
  section: "Phase 2: Cosmos DB",
  steps: (plan) => {
    const accounts = present(plan.cosmosAccounts, "cosmosAccounts");
    return [
      {
        title: sentence("runbook-data.cosmosIdentity.title"),
        role: COSMOS,
        commands: accounts.flatMap((one) => [
          az("cosmosdb", "identity", "assign", ...at(one)),
          az("cosmosdb", "update", ...at(one), "--default-identity", "SystemAssignedIdentity"),
        ]),
        changes: sentence("runbook-data.cosmosIdentity.changes"),
        undo: sentence("runbook-data.cosmosIdentity.undo"),
        takes: sentence("runbook-steps.takes.minutes"),
        notes: [SERVICE_ROLES],
        wait: SIX_MINUTES,
        proofs: [],
      },
      {
        title: sentence("runbook-data.accountKey.title"),
        role: COSMOS,
        commands: accounts.map((one) =>
          az("cosmosdb", "update", ...at(one), "--key-uri", keyAddress(plan.hsm, one.key)),
        ),
        changes: sentence("runbook-data.accountKey.changes2"),
        undo: sentence("runbook-data.accountKey.undo2"),
        cost: sentence("runbook-data.accountKey.cost"),
        takes: sentence("runbook-data.accountKey.takes"),
        twoPeople: sentence("runbook-data.accountKey.twoPeople"),
        notes: [sentence("runbook-data.accountKey.note2")],
        messages: ["cosmos"],
        proofs: ["cosmos-key"],
      },
    ];
  },
};
