// mi-databases: every database is online and encrypted.
import type { Answers } from "../answers/answer.ts";
import { textAt } from "../answers/shape.ts";
import type { Plan } from "../plan/plan.ts";
import { about, alike, allOf, lastName } from "./about.ts";
import { is } from "./expectation.ts";
import { member, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { instancesWithKey, type Instance } from "./instances.ts";
import type { Proof } from "./proof.ts";
import { getResource, read } from "./reads.ts";

export const miDatabases: Proof = {
  source: "sql-docs, troubleshoot-tde.md; workload facts, sections 2.3 and 2.6",
  reads: (plan) =>
    instancesWithKey(plan).flatMap((instance) => [
      read("database", instance),
      ...instance.databases.map((database) =>
        getResource(
          `${instance.name}-${database}-tde.json`,
          "database-tde",
          idOf(plan, "database-tde", instance, database),
        ),
      ),
    ]),
  evaluate: ({ plan, answers }) =>
    instancesWithKey(plan).flatMap((instance) => [
      ...databaseFindings(plan, answers, instance),
      ...databasesOf(plan, answers, instance)
        .filter((database) => !isCopy(plan, instance, database))
        .flatMap((database) => {
          const id = idOf(plan, "database-tde", instance, database);
          const of = `${instance.name}/${database}`;
          return about(answers, "database-tde", id, of, (value) =>
            member(value, "properties.state", is("Enabled"), of),
          );
        }),
    ]),
};

/** Every listed database must be online, planned or not; every planned one must be listed. */
export function databaseFindings(
  plan: Plan,
  answers: Answers,
  instance: Instance,
): readonly Finding[] {
  const start = idOf(plan, "database", instance);
  return databasesOf(plan, answers, instance).flatMap((name) => {
    const of = `${instance.name}/${name}`;
    return about(answers, "database", `${start}${name}`, of, (value) =>
      member(value, "properties.status", is("Online"), of),
    );
  });
}

/** A copy that the failover group made on its secondary: it is encrypted as its primary is. */
const isCopy = ({ sqlInstances, failoverGroup }: Plan, instance: Instance, name: string): boolean =>
  instance.name === failoverGroup?.secondary
  && !instance.databases.includes(name)
  && sqlInstances.some(
    (one) => one.name === failoverGroup.primary && one.databases.some((own) => alike(own, name)),
  );

/** The planned databases of an instance, and those that it lists beside them. */
function databasesOf(plan: Plan, answers: Answers, instance: Instance): readonly string[] {
  const start = idOf(plan, "database", instance).toLowerCase();
  const listed = allOf(answers, "database")
    .map((value) => textAt(value, "id"))
    .filter((id) => id.toLowerCase().startsWith(start));
  const names = [...instance.databases, ...listed.map(lastName)];
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
