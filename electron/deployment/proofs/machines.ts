// The plan's machines whose disks have a disk encryption set, and the disks of each.
import type { Plan } from "../plan/plan.ts";
import { sentence } from "../../text/sentence.ts";
import { planned, someOf } from "./planned.ts";

export type Machine = Plan["machines"][number] | Plan["domainControllers"][number];

/** Domain controllers and other machines with a set. @throws Fault E-PROOF-PLAN where none has one */
export const machinesWithSet = (plan: Plan): readonly Machine[] =>
  someOf(
    [...plan.domainControllers, ...plan.machines].filter(({ diskSet }) => diskSet !== undefined),
    sentence("deployment-faults.machinesWithDiskSet"),
  );

/** The names of a machine's disks, its system disk first. */
export const disksOf = ({ osDisk, dataDisks }: Machine): readonly string[] => [
  osDisk,
  ...dataDisks.map(({ name }) => name),
];

/** The set that a machine's disks must have. @throws Fault E-PROOF-PLAN */
export const setOf = (plan: Plan, { diskSet }: Machine): Plan["diskSets"][number] =>
  planned(
    plan.diskSets.find(({ name }) => name === diskSet),
    sentence("deployment-faults.machineDiskSet"),
  );
