// aks-disks: the cluster's nodes have their disks under the planned set.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import { sentence } from "../../text/sentence.ts";
import { about } from "./about.ts";
import { is } from "./expectation.ts";
import { differs, member, named, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { planned, someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { read } from "./reads.ts";

type Cluster = Plan["aksClusters"][number];

export const aksDisks: Proof = {
  source: "azure-aks-docs, azure-disk-customer-managed-keys.md; workload facts, section 5.4",
  reads: (plan) => plan.aksClusters.map((one) => read("aks", one)),
  evaluate: ({ plan, answers }) =>
    someOf(plan.aksClusters, "aksClusters").flatMap((cluster) => {
      const set = planned(
        plan.diskSets.find(({ name }) => name === cluster.diskSet),
        sentence("deployment-faults.clusterDiskSet"),
      );
      return about(answers, "aks", idOf(plan, "aks", cluster), cluster.name, (value) => [
        ...member(
          value,
          "properties.diskEncryptionSetID",
          is(idOf(plan, "disk-set", set)),
          cluster.name,
        ),
        ...member(value, "properties.provisioningState", is("Succeeded"), cluster.name),
        ...pools(cluster, itemsAt(value, "properties.agentPoolProfiles")),
      ]);
    }),
};

function pools(cluster: Cluster, found: readonly Json[]): readonly Finding[] {
  const path = named(cluster.name, "properties.agentPoolProfiles");
  if (found.length === 0) return [differs(path, "a pool of nodes", NOTHING)];
  return found.flatMap((pool) => {
    const of = `${path} ${textAt(pool, "name")}`.trim();
    return [
      ...member(pool, "osDiskType", is(cluster.osDisk), of),
      ...(cluster.encryptionAtHost ? member(pool, "enableEncryptionAtHost", is(true), of) : []),
    ];
  });
}
