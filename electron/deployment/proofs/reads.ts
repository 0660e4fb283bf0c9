// The commands that print what proofs read, each with the file that its answer goes to.
import { azOf, versionOf, type ResourceKind } from "../plan/azure-resources.ts";
import type { Plan } from "../plan/plan.ts";
import { answer, listed, type CommandLine } from "../commands/command-line.ts";
import { keyAddress, type Placed } from "./ids.ts";

/** The command of `az` that prints such a resource, or a list of them, with these flags. */
export const ask = (kind: ResourceKind, into: string, ...flags: readonly string[]): CommandLine =>
  answer(into, ...azOf(kind).words, ...flags);

/** Shows a resource of the plan; or lists all below it that are of this kind. */
export function read(kind: ResourceKind, { name, resourceGroup }: Placed): CommandLine {
  const { flag, behindName } = azOf(kind);
  const file = `${name}${behindName}.json`;
  return ask(kind, file, `--${flag}`, name, "--resource-group", resourceGroup);
}

export const showKey = ({ name }: { readonly name: string }, key: string): CommandLine =>
  answer(`${name}-${key}.json`, "keyvault", "key", "show", "--hsm-name", name, "--name", key);

export const showKeys = (plan: Plan): readonly CommandLine[] =>
  plan.keys.map((key) => showKey(plan.hsm, key.name));

/** The first stable version that has attestations. */
const ATTESTATION_VERSION = "7.6";

/** Attests each key of the plan in one of its HSMs; `az keyvault key get-attestation` does not name the key. */
export const attestKeys = (plan: Plan, hsm: { readonly name: string }): readonly CommandLine[] =>
  plan.keys.map(({ name }) =>
    getFromHsm(
      `${hsm.name === plan.hsm.name ? "" : `${hsm.name}-`}${name}-attestation.json`,
      `${keyAddress(hsm, name)}//attestation`,
      ATTESTATION_VERSION,
    ),
  );

/** What the list of all deleted HSMs says that it is of. */
export const DELETED_HSMS = "deletedManagedHSMs";

export const listDeletedHsms: CommandLine = listed(
  "deleted-hsms.json",
  DELETED_HSMS,
  "keyvault",
  "list-deleted",
  "--resource-type",
  "hsm",
);

/** What a list of the assignments at a scope says that it is of. */
export const rolesAt = (scope: string): string => `roleAssignments:${scope}`;

/** The assignments at one scope; the lists of wider scopes omit those of a key. */
export const listRoles = ({ hsm }: Plan, scope: string): CommandLine =>
  listed(
    `roles${scope === "/" ? "-hsm" : scope.replaceAll("/", "-")}.json`,
    rolesAt(scope),
    "keyvault",
    "role",
    "assignment",
    "list",
    "--hsm-name",
    hsm.name,
    "--scope",
    scope,
  );

/** What Resource Manager says of an id that `az` has no command for. */
export const getResource = (into: string, kind: ResourceKind, id: string): CommandLine =>
  answer(
    into,
    "rest",
    "--method",
    "get",
    "--url",
    `https://management.azure.com${id}?api-version=${versionOf(kind)}`,
  );

/** Queries the HSM at an address that `az` has no command for. */
export const getFromHsm = (into: string, address: string, version: string): CommandLine =>
  answer(
    into,
    "rest",
    "--method",
    "get",
    "--url",
    `${address}?api-version=${version}`,
    "--resource",
    "https://managedhsm.azure.net",
  );
