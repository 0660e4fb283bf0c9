// The runbook for SQL Managed Instances.
import { az, found, variable, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { sentence } from "../../text/sentence.ts";
import { needed, present } from "./needs.ts";
import { at, registerKey, secondaryFirst, SERVICE_ROLES, setProtector } from "./parts.ts";
import { CRYPTO_USER, SQL } from "./roles-needed.ts";
import type { Runbook, Step } from "./runbook.ts";

export const sqlMi: Runbook = {
  title: "Protect the SQL Managed Instances",
  purpose: "Every database is encrypted under the HSM's key, on both instances.",
  section: "SQL MI and Managed HSM integration (phase 1a)",
  order:
    "Identity, key, protector, each on the secondary instance first: the primary refuses a key that the secondary lacks.",
  steps: (plan) => {
    const order = present(secondaryFirst(plan), sentence("deployment-faults.sqlWithKey"));
    return [
      {
        title: "Give each instance its identity",
        role: SQL,
        commands: order.flatMap(identityCommands),
        changes: "Each instance gets a system-assigned identity.",
        undo: "It can stay: it has no rights of its own.",
        takes: "up to a minute",
        notes: [
          "Read az sql mi show first: --assign-identity takes a user-assigned identity away that the plan does not know of. Give such an instance both kinds in the plan, and its command keeps it.",
          "If IDENTITY is empty, stop: the instance has no user-assigned identity. If it has several, name them all.",
          "Note servicePrincipal before, and compare it afterwards: Windows authentication needs it.",
          SERVICE_ROLES,
        ],
        proofs: ["mi-identity"],
      },
      {
        title: "Register the key on each instance, the secondary first",
        role: `${SQL}; to read the key's address, ${CRYPTO_USER}`,
        commands: order.flatMap((one) => registerKey(plan.hsm, one)),
        changes: "The instances know the key; nothing is protected by it yet.",
        undo: "az sql mi key delete, while it is not the protector.",
        takes: "seconds",
        notes: ["409 ServerKeyUriAlreadyExists means that it was registered before: continue."],
        messages: ["sql-key"],
        proofs: ["mi-key"],
      },
      {
        title: "Set the protector on each instance",
        role: SQL,
        commands: order.flatMap((one) => setProtector(plan.hsm, one)),
        changes:
          "Each database's own key is wrapped by the HSM's key. No file is encrypted again; there is no downtime.",
        undo: "az sql mi tde-key set --server-key-type ServiceManaged. The key must stay for old backups.",
        takes: "seconds",
        messages: ["sql-key", "sql-lost"],
        proofs: ["mi-protector", "mi-databases"],
      },
      ...(plan.failoverGroup === undefined ? [] : [failoverStep(plan)]),
    ];
  },
};

type Instance = Plan["sqlInstances"][number];

/** az replaces the kinds of identity by those given: one that is not named is lost. */
function identityCommands(one: Instance): readonly CommandLine[] {
  const update = ["sql", "mi", "update", ...at(one)] as const;
  if (!one.identity.includes("UserAssigned")) return [az(...update, "--assign-identity")];
  const own = variable("IDENTITY");
  return [
    found("IDENTITY", "primaryUserAssignedIdentityId", "sql", "mi", "show", ...at(one)),
    az(
      ...update,
      "--identity-type",
      one.identity,
      "--user-assigned-identity-id",
      own,
      "--pid",
      own,
    ),
  ];
}

function failoverStep(plan: Plan): Step {
  const group = needed(plan.failoverGroup, "failoverGroup");
  const instance = (name: string) =>
    needed(
      plan.sqlInstances.find((one) => one.name === name),
      sentence("deployment-faults.groupInstances"),
    );
  const [first, second] = [instance(group.primary), instance(group.secondary)];
  return {
    title: "Create the failover group",
    role: SQL,
    commands: [
      az(
        "sql",
        "instance-failover-group",
        "create",
        "--name",
        group.name,
        "--mi",
        first.name,
        "--resource-group",
        first.resourceGroup,
        "--partner-mi",
        second.name,
        "--partner-resource-group",
        second.resourceGroup,
        "--failover-policy",
        group.policy,
        ...(group.graceHours === undefined ? [] : ["--grace-period", String(group.graceHours)]),
      ),
    ],
    changes: "The databases are copied to the secondary, which must be empty.",
    undo: "az sql instance-failover-group delete; the secondary keeps its copies.",
    cost: "The second instance, if it is not there yet",
    takes: "up to 360 GB an hour",
    notes: [
      "Skip it if the group is there. Microsoft's page says that az cannot pair two resource groups, although it takes the flag: then use the portal or az rest.",
      "Tier, storage, DNS zone, update policy and tenant must be the same; ports 5022 and 11000-11999 open both ways.",
    ],
    proofs: ["failover-group"],
  };
}
