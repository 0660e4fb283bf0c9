// What runbooks of several services have in common.
import { sentence, type Sentence } from "../../text/sentence.ts";
import {
  az,
  found,
  saying,
  variable,
  type CommandLine,
  type Word,
} from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { ROLE_IDS } from "../../text/built-in-roles.ts";
import { dnsServersOf, forwarderFile, SHOW_FORWARDER } from "../proofs/dns-forwarders.ts";
import { hasKey, type InstanceWithKey } from "../proofs/instances.ts";

/** Grants one role of the plan to a principal of this id. */
export const grantRole = (
  { hsm }: Plan,
  { role, assignee, scope }: Plan["roles"][number],
  id: Word,
  type: "Group" | "ServicePrincipal" | "User",
): CommandLine =>
  saying(
    `${role}, to ${assignee}, at ${scope}`,
    az(
      "keyvault",
      "role",
      "assignment",
      "create",
      "--hsm-name",
      hsm.name,
      "--role",
      ROLE_IDS[role],
      "--assignee-object-id",
      id,
      "--assignee-principal-type",
      type,
      "--scope",
      scope,
    ),
  );

interface Placed {
  readonly name: string;
  readonly resourceGroup: string;
}

/** A resource by its name and group. */
export const at = ({ name, resourceGroup }: Placed): readonly string[] => [
  "--name",
  name,
  "--resource-group",
  resourceGroup,
];

/** Gets the address and version of a key's newest version in an HSM. */
export const kid = ({ name }: { readonly name: string }, key: string): CommandLine =>
  found("KEY_URI", "key.kid", "keyvault", "key", "show", "--hsm-name", name, "--name", key);

/**
 * The instances with a key, the secondary of the failover group first: it needs the key before the
 * primary's databases are wrapped with it.
 */
export function secondaryFirst({ sqlInstances, failoverGroup }: Plan): readonly InstanceWithKey[] {
  const all = sqlInstances.filter(hasKey);
  const isSecondary = ({ name }: Placed): boolean => name === failoverGroup?.secondary;
  return [...all.filter(isSecondary), ...all.filter((one) => !isSecondary(one))];
}

const onInstance = ({ name, resourceGroup }: Placed): readonly string[] => [
  "--managed-instance",
  name,
  "--resource-group",
  resourceGroup,
];

/** Registers an instance's key in an HSM on it; otherwise it cannot be the protector. */
export const registerKey = (
  hsm: { readonly name: string },
  one: InstanceWithKey,
): readonly CommandLine[] => [
  kid(hsm, one.key),
  az("sql", "mi", "key", "create", ...onInstance(one), "--kid", variable("KEY_URI")),
];

/** Makes an instance's key in an HSM the protector of its databases. */
export const setProtector = (
  hsm: { readonly name: string },
  one: InstanceWithKey,
): readonly CommandLine[] => [
  kid(hsm, one.key),
  az(
    "sql",
    "mi",
    "tde-key",
    "set",
    ...onInstance(one),
    "--server-key-type",
    "AzureKeyVault",
    "--kid",
    variable("KEY_URI"),
    "--auto-rotation-enabled",
    String(one.autoRotation),
  ),
];

/** Sets which networks reach an HSM; trusted services get through as planned. */
export const setAccess = (
  { hsm: { bypass } }: Plan,
  { name, resourceGroup }: Placed,
  { publicAccess, defaultAction }: Pick<Plan["hsm"], "publicAccess" | "defaultAction">,
): CommandLine =>
  az(
    "keyvault",
    "update-hsm",
    "--hsm-name",
    name,
    "--resource-group",
    resourceGroup,
    "--public-network-access",
    publicAccess,
    "--default-action",
    defaultAction,
    "--bypass",
    bypass,
  );

/** How a DNS server that is no machine of the plan is asked: people run the script there. */
export const forwarderNotes = (plan: Plan): readonly Sentence[] =>
  dnsServersOf(plan)
    .filter(({ controller }) => controller === undefined)
    .map(({ address }) =>
      sentence("runbook-steps.forwarder", {
        address,
        script: SHOW_FORWARDER,
        file: forwarderFile(address),
      }),
    );

/** What can stop an identity from using its key. */
export const SERVICE_ROLES = sentence("runbook-steps.serviceRoles");
