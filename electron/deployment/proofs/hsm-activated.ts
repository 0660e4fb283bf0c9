// hsm-activated: the security domain was downloaded, so the HSM answers.
import { about } from "./about.ts";
import { is } from "./expectation.ts";
import { member } from "./finding.ts";
import { idOf } from "./ids.ts";
import type { Proof } from "./proof.ts";
import { read } from "./reads.ts";

/** `statusMessage` is the same before and after the activation: it proves nothing. */
export const hsmActivated: Proof = {
  source: "az keyvault recordings of create and activate; HSM facts, sections 2.B and 2.D",
  reads: ({ hsm }) => [read("hsm", hsm)],
  evaluate: ({ plan, answers }) =>
    about(answers, "hsm", idOf(plan, "hsm", plan.hsm), "", (hsm) => [
      ...member(hsm, "properties.securityDomainProperties.activationStatus", is("Active")),
      ...member(hsm, "properties.provisioningState", is("Succeeded")),
    ]),
};
