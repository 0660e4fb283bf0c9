// keys-through-arm: whether the subscription's contributors can manage keys without a role in the HSM.
import { allOf } from "./about.ts";
import { answer } from "../commands/command-line.ts";
import { is } from "./expectation.ts";
import { differs, member, NOTHING } from "./finding.ts";
import type { Proof } from "./proof.ts";

/** The HSM's setting; its value is a text. */
export const ARM_KEYS = "AllowKeyManagementOperationsThroughARM";

export const keysThroughArm: Proof = {
  source: "managed-hsm/authorize-azure-resource-manager.md; HSM facts, section 2.I",
  reads: ({ hsm: { name } }) => [
    answer(
      `${name}-keys-through-arm.json`,
      "keyvault",
      "setting",
      "show",
      "--hsm-name",
      name,
      "--name",
      ARM_KEYS,
    ),
  ],
  evaluate: ({ plan, answers }) => {
    const wanted = String(plan.hsm.keysThroughArm);
    const all = allOf(answers, "setting");
    return all.length === 0
      ? [differs(`${ARM_KEYS}: value`, wanted, NOTHING)]
      : all.flatMap((setting) => member(setting, "value", is(wanted), ARM_KEYS));
  },
};
