// public-access: the HSM answers endpoints and trusted services, and nobody else.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { about } from "./about.ts";
import { absent, is } from "./expectation.ts";
import { member, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { planned } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { read } from "./reads.ts";

/** Microsoft's policy of this name checks `defaultAction` alone; here both members count. */
export const publicAccess: Proof = {
  source: "managed-hsm/network-security.md; HSM facts, sections 1 (row 7), 2.H and 8",
  reads: ({ hsm }) => [read("hsm", hsm)],
  evaluate: ({ plan, answers }) =>
    about(answers, "hsm", idOf(plan, "hsm", plan.hsm), "", (hsm) => accessFindings(plan, hsm, "")),
};

/** The recovery HSM contains every key: it must be open to no more callers than the first. */
export const recoveryAccess: Proof = {
  atItsTime: true,
  source: publicAccess.source,
  reads: (plan) => [read("hsm", planned(plan.recoveryHsm, "recoveryHsm"))],
  evaluate: ({ plan, answers }) => {
    const second = planned(plan.recoveryHsm, "recoveryHsm");
    return about(answers, "hsm", idOf(plan, "hsm", second), second.name, (hsm) => [
      ...accessFindings(plan, hsm, second.name),
      ...member(hsm, "properties.enablePurgeProtection", is(true), second.name),
    ]);
  },
};

/** The differences of an HSM's access from its plan. @param of its name in findings */
const accessFindings = (plan: Plan, hsm: Json, of: string): readonly Finding[] => [
  ...member(hsm, "properties.publicNetworkAccess", is(plan.hsm.publicAccess), of),
  ...member(hsm, "properties.networkAcls.defaultAction", is(plan.hsm.defaultAction), of),
  ...member(hsm, "properties.networkAcls.bypass", is(plan.hsm.bypass), of),
  ...member(hsm, "properties.networkAcls.ipRules", absent, of),
  ...member(hsm, "properties.networkAcls.virtualNetworkRules", absent, of),
  ...member(hsm, "properties.networkAcls.serviceTags", absent, of),
  // A change of it that failed, or has not ended, is shown before it applies.
  ...member(hsm, "properties.provisioningState", is("Succeeded"), of),
];
