// probe-disk: a disk can be made with a set outside the HSM's own region.
import { kept } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { sentence } from "../../text/sentence.ts";
import { about, alike } from "./about.ts";
import { is, sameRegion, that } from "./expectation.ts";
import { member } from "./finding.ts";
import { idOf } from "./ids.ts";
import { someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { read } from "./reads.ts";

type DiskSet = Plan["diskSets"][number];

/** The name of the disk that is made for this proof and then deleted. */
export const PROBE = "cmk-probe";

/** The sets of domain controllers and of replicas, which exist when the disk is tried. */
export function controllerSets(plan: Plan): readonly DiskSet[] {
  const names = [
    ...plan.domainControllers.map(({ diskSet }) => diskSet),
    ...(plan.siteRecovery?.items ?? []).map(({ targetDiskSet }) => targetDiskSet),
  ];
  return plan.diskSets.filter(({ name }) => names.includes(name));
}

/** One set for each region other than the HSM's own. @throws Fault E-PROOF-PLAN if there is none */
export function farSets(plan: Plan): readonly DiskSet[] {
  const far = controllerSets(plan).filter(({ region }) => region !== plan.hsm.region);
  const first = far.filter(
    ({ region }, at) => far.findIndex((one) => one.region === region) === at,
  );
  return someOf(first, sentence("deployment-faults.otherDiskSet"));
}

export const probeDisk: Proof = {
  source: "azure-compute-docs, disk-encryption.md (same region); workload facts, 1.1 and 3.4",
  reads: (plan) =>
    farSets(plan).map(({ resourceGroup }) => kept(read("disk", { name: PROBE, resourceGroup }))),
  evaluate: ({ plan, answers }) =>
    farSets(plan).flatMap((set) => {
      const id = idOf(plan, "disk", { name: PROBE, resourceGroup: set.resourceGroup });
      return about(answers, "disk", id, PROBE, (disk) => [
        ...member(disk, "location", sameRegion(set.region), PROBE),
        ...member(disk, "properties.provisioningState", is("Succeeded"), PROBE),
        ...member(disk, "properties.encryption.type", is(set.encryption), PROBE),
        ...member(disk, "properties.encryption.diskEncryptionSetId", anySet(plan, set), PROBE),
      ]);
    }),
};

/** Any of the region's sets shows its region. */
const anySet = (plan: Plan, { region, name }: DiskSet) =>
  that(`the id of ${name}`, (found) =>
    plan.diskSets.some(
      (set) =>
        set.region === region
        && typeof found === "string"
        && alike(found, idOf(plan, "disk-set", set)),
    ),
  );
