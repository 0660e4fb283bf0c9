// providers: the resource providers that the plan needs are registered, and so is encryption at host.
import { answer, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { textAt } from "../answers/shape.ts";
import { alike, allOf } from "./about.ts";
import { is } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import type { Case, Proof } from "./proof.ts";

/** The namespace and the name of the feature without which no machine is encrypted at its host. */
export const HOST_ENCRYPTION = ["Microsoft.Compute", "EncryptionAtHost"] as const;

/** Whether something of the plan is encrypted at its host. */
export const needsHostEncryption = (plan: Plan): boolean =>
  [...plan.domainControllers, ...plan.machines, ...plan.aksClusters].some(
    ({ encryptionAtHost }) => encryptionAtHost,
  );

/** The namespaces of everything that a plan has, in the order in which it is made. */
export function namespacesOf(plan: Plan): readonly string[] {
  const needs: readonly (readonly [namespace: string, isNeeded: boolean])[] = [
    ["Microsoft.Network", plan.networks.length > 0],
    ["Microsoft.Insights", plan.diagnostics !== undefined],
    ["Microsoft.OperationalInsights", plan.diagnostics !== undefined],
    ["Microsoft.ManagedIdentity", plan.identities.length > 0],
    ["Microsoft.Storage", plan.backup !== undefined || plan.storageAccounts.length > 0],
    ["Microsoft.KeyVault", true],
    ["Microsoft.Sql", plan.sqlInstances.length > 0],
    ["Microsoft.Compute", hasMachines(plan)],
    ["Microsoft.RecoveryServices", plan.siteRecovery !== undefined],
    ["Microsoft.DocumentDB", plan.cosmosAccounts.length > 0],
    ["Microsoft.ContainerService", plan.aksClusters.length > 0],
  ];
  return needs.flatMap(([namespace, isNeeded]) => (isNeeded ? [namespace] : []));
}

const hasMachines = (plan: Plan): boolean =>
  [
    ...plan.diskSets,
    ...plan.domainControllers,
    ...plan.machines,
    ...plan.aksClusters,
    ...plan.jumpBoxes.filter(({ kind }) => kind === "virtual-machine"),
  ].length > 0;

export const providers: Proof = {
  source: "azure-resource-manager/resource-providers-and-types.md; workload facts, section 3",
  reads: (plan) => [
    ...namespacesOf(plan).map((namespace) =>
      answer(`provider-${namespace}.json`, "provider", "show", "--namespace", namespace),
    ),
    ...(needsHostEncryption(plan) ? [showFeature()] : []),
  ],
  evaluate: (given) => [
    ...namespacesOf(given.plan).flatMap((namespace) => oneProvider(given, namespace)),
    ...(needsHostEncryption(given.plan) ? feature(given) : []),
  ],
};

const showFeature = (): CommandLine => {
  const [namespace, name] = HOST_ENCRYPTION;
  return answer(
    `feature-${name}.json`,
    "feature",
    "show",
    "--namespace",
    namespace,
    "--name",
    name,
  );
};

function oneProvider({ plan, answers }: Case, namespace: string): readonly Finding[] {
  const own = allOf(answers, "provider").filter((value) =>
    alike(textAt(value, "namespace"), namespace),
  );
  return own.length === 0
    ? [differs(`${namespace}: registrationState`, "Registered", NOTHING)]
    : own.flatMap((value) => [
        ...member(
          value,
          "id",
          is(`/subscriptions/${plan.subscription}/providers/${namespace}`),
          namespace,
        ),
        ...member(value, "registrationState", is("Registered"), namespace),
      ]);
}

/** Its id ends with the namespace and the name, below the provider of features. */
function feature({ plan, answers }: Case): readonly Finding[] {
  const [namespace, name] = HOST_ENCRYPTION;
  const id = `/subscriptions/${plan.subscription}/providers/Microsoft.Features/providers/${namespace}/features/${name}`;
  const own = allOf(answers, "feature").filter((value) => alike(textAt(value, "id"), id));
  return own.length === 0
    ? [differs(`${name}: properties.state`, "Registered", NOTHING)]
    : own.flatMap((value) => member(value, "properties.state", is("Registered"), name));
}
