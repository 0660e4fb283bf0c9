// resource-groups: the groups of the plan are there, each in its region.
import { answer } from "../commands/command-line.ts";
import { about } from "./about.ts";
import { is, sameRegion } from "./expectation.ts";
import { member } from "./finding.ts";
import { groupId } from "./ids.ts";
import { someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";

export const resourceGroups: Proof = {
  source: "azure-resource-manager/manage-resource-groups-cli.md",
  reads: (plan) =>
    plan.resourceGroups.map(({ name }) =>
      answer(`${name}-group.json`, "group", "show", "--name", name),
    ),
  evaluate: ({ plan, answers }) =>
    someOf(plan.resourceGroups, "resourceGroups").flatMap(({ name, region }) =>
      about(answers, "group", groupId(plan, name), name, (value) => [
        ...member(value, "location", sameRegion(region), name),
        ...member(value, "properties.provisioningState", is("Succeeded"), name),
      ]),
    ),
};
