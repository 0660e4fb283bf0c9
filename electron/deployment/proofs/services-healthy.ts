// services-healthy: databases are online, and Azure calls every service that uses a key available.
import { pathOf } from "../plan/azure-resources.ts";
import type { Plan } from "../plan/plan.ts";
import { about } from "./about.ts";
import { is } from "./expectation.ts";
import { member } from "./finding.ts";
import { idOf } from "./ids.ts";
import { databaseFindings } from "./mi-databases.ts";
import { someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { getResource, read } from "./reads.ts";

const HEALTH = `providers/${pathOf("health")}`;

interface Watched {
  readonly name: string;
  readonly id: string;
}

/** Every service but SQL that stops when the HSM's keys are unreachable, and exists by now. */
export const besideSql = (plan: Plan): readonly Watched[] => [
  ...[...plan.domainControllers, ...plan.machines].map((one) => ({
    name: one.name,
    id: idOf(plan, "vm", one),
  })),
  ...plan.storageAccounts
    .filter(({ isNew }) => !isNew)
    .map((one) => ({ name: one.name, id: idOf(plan, "storage", one) })),
  ...plan.cosmosAccounts
    .filter(({ isNew }) => !isNew)
    .map((one) => ({ name: one.name, id: idOf(plan, "cosmos", one) })),
];

const services = (plan: Plan): readonly Watched[] =>
  someOf(
    [
      ...plan.sqlInstances.map((one) => ({ name: one.name, id: idOf(plan, "instance", one) })),
      ...besideSql(plan),
    ],
    "services",
  );

export const servicesHealthy: Proof = {
  part: "all",
  source: "Microsoft.ResourceHealth, availabilityStatuses; workload facts, section 6",
  reads: (plan) => [
    ...plan.sqlInstances.map((one) => read("database", one)),
    ...services(plan).map(({ name, id }) =>
      getResource(`${name}-availability.json`, "health", `${id}/${HEALTH}`),
    ),
  ],
  evaluate: ({ plan, answers }) => [
    ...plan.sqlInstances.flatMap((instance) => databaseFindings(plan, answers, instance)),
    ...services(plan).flatMap(({ name, id }) =>
      about(answers, "health", `${id}/${HEALTH}`, name, (value) =>
        member(value, "properties.availabilityState", is("Available"), name),
      ),
    ),
  ],
};
