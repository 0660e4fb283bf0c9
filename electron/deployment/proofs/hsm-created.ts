// hsm-created: the HSM is there, and its unchangeable settings are as planned.
import { familyOf } from "../plan/azure-facts.ts";
import { about } from "./about.ts";
import { is, sameAddress, sameRegion } from "./expectation.ts";
import { member } from "./finding.ts";
import { hostOf, idOf } from "./ids.ts";
import type { Proof } from "./proof.ts";
import { read } from "./reads.ts";

export const hsmCreated: Proof = {
  source: "managed-hsm/quick-create-cli.md, soft-delete-overview.md; HSM facts, section 2.B",
  reads: ({ hsm }) => [read("hsm", hsm)],
  evaluate: ({ plan, answers }) =>
    about(answers, "hsm", idOf(plan, "hsm", plan.hsm), "", (hsm) => [
      ...member(hsm, "properties.tenantId", is(plan.tenant)),
      ...member(hsm, "sku.family", is(familyOf(plan.hsm.sku))),
      ...member(hsm, "sku.name", is(plan.hsm.sku)),
      ...member(hsm, "location", sameRegion(plan.hsm.region)),
      ...member(hsm, "properties.provisioningState", is("Succeeded")),
      ...member(hsm, "properties.enableSoftDelete", is(true)),
      ...member(hsm, "properties.softDeleteRetentionInDays", is(plan.hsm.retentionDays)),
      ...member(hsm, "properties.enablePurgeProtection", is(plan.hsm.purgeProtection)),
      ...member(hsm, "properties.hsmUri", sameAddress(`https://${hostOf(plan.hsm)}`)),
    ]),
};
