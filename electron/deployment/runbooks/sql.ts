// The runbook for SQL Managed Instances.
import { az, found, variable, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { sentence } from "../../text/sentence.ts";
import { needed, present } from "./needs.ts";
import { at, registerKey, secondaryFirst, SERVICE_ROLES, setProtector } from "./parts.ts";
import { CRYPTO_USER, SQL } from "./roles-needed.ts";
import type { Runbook, Step } from "./runbook.ts";

export const sqlMi: Runbook = {
  title: sentence("runbooks.sql-mi.title"),
  purpose: sentence("runbooks.sql-mi.purpose"),
  section: "SQL MI and Managed HSM integration (phase 1a)",
  order: sentence("runbooks.sql-mi.order"),
  steps: (plan) => {
    const order = present(secondaryFirst(plan), sentence("deployment-faults.sqlWithKey"));
    return [
      {
        title: sentence("runbook-sql.identity.title"),
        role: SQL,
        commands: order.flatMap(identityCommands),
        changes: sentence("runbook-sql.identity.changes"),
        undo: sentence("runbook-sql.identity.undo"),
        takes: sentence("runbook-sql.identity.takes"),
        notes: [
          sentence("runbook-sql.identity.note"),
          sentence("runbook-sql.identity.note2"),
          sentence("runbook-sql.identity.note3"),
          SERVICE_ROLES,
        ],
        proofs: ["mi-identity"],
      },
      {
        title: sentence("runbook-sql.key.title"),
        role: sentence("runbook-sql.key.role", { role: SQL, reader: CRYPTO_USER }),
        commands: order.flatMap((one) => registerKey(plan.hsm, one)),
        changes: sentence("runbook-sql.key.changes"),
        undo: sentence("runbook-sql.key.undo"),
        takes: sentence("runbook-steps.takes.seconds"),
        notes: [sentence("runbook-sql.key.note")],
        messages: ["sql-key"],
        proofs: ["mi-key"],
      },
      {
        title: sentence("runbook-sql.protector.title"),
        role: SQL,
        commands: order.flatMap((one) => setProtector(plan.hsm, one)),
        changes: sentence("runbook-sql.protector.changes"),
        undo: sentence("runbook-sql.protector.undo"),
        takes: sentence("runbook-steps.takes.seconds"),
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
    title: sentence("runbook-sql.group.title"),
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
    changes: sentence("runbook-sql.group.changes"),
    undo: sentence("runbook-sql.group.undo"),
    cost: sentence("runbook-sql.group.cost"),
    takes: sentence("runbook-sql.group.takes"),
    notes: [sentence("runbook-sql.group.note"), sentence("runbook-sql.group.note2")],
    proofs: ["failover-group"],
  };
}
