// The commands that print what proofs read, each with the file that its answer goes to.
import type { Plan } from "../plan/plan.ts";
import { answer, type CommandLine } from "../commands/command-line.ts";

interface Placed {
  readonly name: string;
  readonly resourceGroup: string;
}

export const showHsm = ({ name, resourceGroup }: Placed): CommandLine =>
  answer(`${name}.json`, "keyvault", "show", "--hsm-name", name, "--resource-group", resourceGroup);

export const listRegions = ({ name, resourceGroup }: Placed): CommandLine =>
  answer(
    `${name}-regions.json`,
    "keyvault",
    "region",
    "list",
    "--hsm-name",
    name,
    "--resource-group",
    resourceGroup,
  );

export const showKey = ({ name }: { readonly name: string }, key: string): CommandLine =>
  answer(`${name}-${key}.json`, "keyvault", "key", "show", "--hsm-name", name, "--name", key);

export const showKeys = (plan: Plan): readonly CommandLine[] =>
  plan.keys.map((key) => showKey(plan.hsm, key.name));

/** The assignments at one scope; those of a key are not in the lists of the wider scopes. */
export const listRoles = ({ hsm }: Plan, scope: string): CommandLine =>
  answer(
    `roles${scope === "/" ? "-hsm" : scope.replaceAll("/", "-")}.json`,
    "keyvault",
    "role",
    "assignment",
    "list",
    "--hsm-name",
    hsm.name,
    "--scope",
    scope,
  );

const shows =
  (...words: readonly string[]) =>
  ({ name, resourceGroup }: Placed): CommandLine =>
    answer(`${name}.json`, ...words, "show", "--name", name, "--resource-group", resourceGroup);

export const showInstance = shows("sql", "mi");
export const showDiskSet = shows("disk-encryption-set");
export const showDisk = shows("disk");
/** Its file is not that of a disk of the same name. */
export const showMachine = (machine: Placed): CommandLine => ({
  ...shows("vm")(machine),
  into: `${machine.name}-machine.json`,
});
export const showStorage = shows("storage", "account");
export const showCosmos = shows("cosmosdb");
export const showAks = shows("aks");
export const showEndpoint = shows("network", "private-endpoint");
export const showIdentity = shows("identity");

/** What Resource Manager says of an id that `az` has no command for. */
export const getResource = (into: string, id: string, version: string): CommandLine =>
  answer(
    into,
    "rest",
    "--method",
    "get",
    "--url",
    `https://management.azure.com${id}?api-version=${version}`,
  );

/** What the HSM says at an address that `az` has no command for. */
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

export const showProtector = ({ name, resourceGroup }: Placed): CommandLine =>
  answer(
    `${name}-protector.json`,
    "sql",
    "mi",
    "tde-key",
    "show",
    "--managed-instance",
    name,
    "--resource-group",
    resourceGroup,
  );

export const listInstanceKeys = ({ name, resourceGroup }: Placed): CommandLine =>
  answer(
    `${name}-keys.json`,
    "sql",
    "mi",
    "key",
    "list",
    "--managed-instance",
    name,
    "--resource-group",
    resourceGroup,
  );

export const listDatabases = ({ name, resourceGroup }: Placed): CommandLine =>
  answer(
    `${name}-databases.json`,
    "sql",
    "midb",
    "list",
    "--managed-instance",
    name,
    "--resource-group",
    resourceGroup,
  );
