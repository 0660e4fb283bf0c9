// cosmos-key: each Cosmos DB account uses the HSM's key, and Azure says that it can.
import type { Plan } from "../plan/plan.ts";
import { about } from "./about.ts";
import { is, sameAddress, that } from "./expectation.ts";
import { member } from "./finding.ts";
import { idOf, keyAddress } from "./ids.ts";
import { someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { read } from "./reads.ts";

type Account = Plan["cosmosAccounts"][number];

/** Azure's exact sentence; any other one says that access is revoked, and why. */
export const CONFIRMED = "Access to the configured customer managed key confirmed.";

export const cosmosKey: Proof = {
  source: "cosmos-db/how-to-setup-customer-managed-keys.md; workload facts, section 5.2",
  reads: (plan) => plan.cosmosAccounts.map((one) => read("cosmos", one)),
  evaluate: ({ plan, answers }) =>
    someOf(plan.cosmosAccounts, "cosmosAccounts").flatMap((account) =>
      about(answers, "cosmos", idOf(plan, "cosmos", account), account.name, (value) => [
        ...member(
          value,
          "properties.keyVaultKeyUri",
          sameAddress(keyAddress(plan.hsm, account.key)),
          account.name,
        ),
        ...member(value, "properties.defaultIdentity", defaultOf(account), account.name),
        ...member(value, "properties.customerManagedKeyStatus", is(CONFIRMED), account.name),
        ...member(value, "properties.provisioningState", is("Succeeded"), account.name),
      ]),
    ),
};

/** Without a default identity the account would ask as itself, which has no role. */
const defaultOf = ({ identity }: Account) =>
  identity.includes("SystemAssigned")
    ? is("SystemAssignedIdentity")
    : that(
        "UserAssignedIdentity=<id>",
        (found) =>
          typeof found === "string" && /^UserAssignedIdentity=\/subscriptions\//i.test(found),
      );
