// public-access: the HSM answers endpoints and trusted services, and nobody else.
import { about } from "./about.ts";
import { absent, is } from "./expectation.ts";
import { member } from "./finding.ts";
import { hsmId } from "./ids.ts";
import type { Proof } from "./proof.ts";
import { showHsm } from "./reads.ts";

/** Microsoft's policy of this name looks at `defaultAction` alone: both members count here. */
export const publicAccess: Proof = {
  shows:
    "Public access is as planned, and trusted services, such as disks and storage, get through.",
  source: "managed-hsm/network-security.md; HSM facts, sections 1 (row 7), 2.H and 8",
  reads: ({ hsm }) => [showHsm(hsm)],
  judge: ({ plan, answers }) =>
    about(answers, "hsm", hsmId(plan, plan.hsm), "", (hsm) => [
      ...member(hsm, "properties.publicNetworkAccess", is(plan.hsm.publicAccess)),
      ...member(hsm, "properties.networkAcls.defaultAction", is(plan.hsm.defaultAction)),
      ...member(hsm, "properties.networkAcls.bypass", is(plan.hsm.bypass)),
      ...member(hsm, "properties.networkAcls.ipRules", absent),
      ...member(hsm, "properties.networkAcls.virtualNetworkRules", absent),
    ]),
};
