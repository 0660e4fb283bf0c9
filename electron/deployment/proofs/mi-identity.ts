// mi-identity: each SQL Managed Instance, the secondary too, has the identity that the HSM admits.
import type { Json } from "../../../crypto/json.ts";
import { textAt } from "../answers/shape.ts";
import { about } from "./about.ts";
import { guid, is, words } from "./expectation.ts";
import { differs, member, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { asksByIdentity, instancesWithKey, primaryPrincipal } from "./instances.ts";
import type { Proof } from "./proof.ts";
import { read } from "./reads.ts";

export const miIdentity: Proof = {
  source: "sql-docs, transparent-data-encryption-byok-overview.md; workload facts, section 2.1",
  reads: (plan) => instancesWithKey(plan).map((one) => read("instance", one)),
  evaluate: ({ plan, answers }) =>
    instancesWithKey(plan).flatMap((instance) =>
      about(answers, "instance", idOf(plan, "instance", instance), instance.name, (value) => [
        ...member(value, "identity.type", words(instance.identity), instance.name),
        ...(instance.identity.includes("SystemAssigned")
          ? member(value, "identity.principalId", guid, instance.name)
          : []),
        ...(asksByIdentity(instance) ? primaryFindings(instance.name, value) : []),
        ...member(value, "properties.provisioningState", is("Succeeded"), instance.name),
        ...member(value, "properties.state", is("Ready"), instance.name),
      ]),
    ),
};

/** The primary identity is the one that asks for the key. */
const primaryFindings = (of: string, value: Json): readonly Finding[] =>
  guid.met(primaryPrincipal(value))
    ? []
    : [
        differs(
          `${of}: properties.primaryUserAssignedIdentityId`,
          "one of identity.userAssignedIdentities",
          textAt(value, "properties.primaryUserAssignedIdentityId"),
        ),
      ];
