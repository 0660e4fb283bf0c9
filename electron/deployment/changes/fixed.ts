// What Azure does not change once it exists: what a plan that asks for it needs instead.
import type { Change } from "./changes.ts";

/** Why a change is not made where the thing exists, and what is done instead. */
export interface Fixed {
  readonly says: string;
  readonly next: string;
}

interface Row extends Fixed {
  /** The member, as the form has it. */
  readonly form: string;
  /** Only these changes; all if it is left out. */
  readonly only?: (change: Change) => boolean;
}

const POOL_STAYS = "A new HSM under another name, and a recovery into it.";

const removed = ({ how }: Change): boolean => how === "removed";
const removedOrChanged = ({ how }: Change): boolean => how !== "added";

const poolRows = (at: "hsm" | "recoveryHsm"): readonly Row[] => [
  { form: `${at}.name`, says: "An HSM keeps its name.", next: POOL_STAYS },
  { form: `${at}.region`, says: "An HSM keeps its own region.", next: POOL_STAYS },
  {
    form: `${at}.retentionDays`,
    says: "An HSM keeps the retention with which it was created.",
    next: POOL_STAYS,
  },
  {
    form: `${at}.purgeProtection`,
    only: ({ is }) => is === "false",
    says: "Nobody can switch purge protection off, not even Microsoft.",
    next: "Leave it on; only a new HSM can be without it.",
  },
];

const ROWS: readonly Row[] = [
  ...["tenant", "subscription"].map((form) => ({
    form,
    says: "What was made in the other one stays there, and goes on costing.",
    next: "Plan it as a deployment of its own, and remove the other one by its own plan.",
  })),
  ...poolRows("hsm"),
  ...poolRows("recoveryHsm"),
  {
    form: "hsm.extension",
    only: removedOrChanged,
    says: "The HSM's pool in a region that is removed is purged at once: it is not kept for recovery.",
    next: "Move every service away from that region first, as the runbook removal does.",
  },
  ...["officers", "quorum"].map((member) => ({
    form: `hsm.securityDomain.${member}`,
    says: "An activated HSM's security domain keeps the officers and the quorum of its download.",
    next: "Before the activation nothing is to be done. After it, download the domain again.",
  })),
  {
    form: "keys[]",
    only: removed,
    says: "The name of a deleted key is not free until its retention ends, and what it encrypts is lost.",
    next: "First prove that no service, backup or snapshot needs any version of it.",
  },
  {
    form: "keys[].exportable",
    says: "A key keeps whether it can leave the HSM.",
    next: "A key of another name, given to each of its services.",
  },
  {
    form: "diskSets[].encryption",
    says: "A disk encryption set keeps its kind of encryption.",
    next: "A set of another name, and each disk moved to it.",
  },
  {
    form: "storageAccounts[].queueTableKeys",
    says: "An account keeps whose key protects its queues and tables.",
    next: "A new account, and its contents copied to it.",
  },
  {
    form: "cosmosAccounts[]",
    only: removed,
    says: "A Cosmos DB account stays under the HSM's key: that cannot be undone.",
    next: "Keep the key as long as the account exists; or copy its contents to another account.",
  },
];

/** Why this change cannot be made or undone; null if Azure makes it. */
export function fixedBy(change: Change): Fixed | null {
  if (change.how === "reordered") return null;
  const row = ROWS.find(({ form, only }) => form === change.form && only?.(change) !== false);
  return row === undefined ? null : { says: row.says, next: row.next };
}
