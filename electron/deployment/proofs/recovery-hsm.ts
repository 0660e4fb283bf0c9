// recovery-hsm: the second HSM has the very same keys.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { textAt } from "../answers/shape.ts";
import { about } from "./about.ts";
import { is, same, sameAddress, sameRegion } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { hostOf, idOf, keyAddress } from "./ids.ts";
import { keysNamed } from "./key-answers.ts";
import { planned } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { read, showKey, showKeys } from "./reads.ts";

export const recoveryHsm: Proof = {
  // After its rehearsal recovery-end deletes it.
  atItsTime: true,
  shows: "The recovery HSM is activated, and has every key of the plan, the same as the first HSM.",
  source:
    "managed-hsm/disaster-recovery-guide.md, backup-restore.md; HSM facts, sections 2.K and 2.L",
  reads: (plan) => {
    const second = planned(plan.recoveryHsm, "recoveryHsm");
    return [
      read("hsm", second),
      ...plan.keys.map(({ name }) => showKey(second, name)),
      ...showKeys(plan),
    ];
  },
  evaluate: (given) => [
    ...poolAndKeys(given),
    ...given.plan.keys.flatMap(({ name }) => original(given, name)),
  ],
};

/** After a loss the first HSM does not answer: its answers are compared if present, and not required. */
export const recoveryHsmAlone: Proof = {
  ...recoveryHsm,
  shows:
    "The recovery HSM is activated, and has every key of the plan: those of the first HSM, if that one answers.",
  evaluate: poolAndKeys,
};

function poolAndKeys(given: Case): readonly Finding[] {
  const { plan, answers } = given;
  const second = planned(plan.recoveryHsm, "recoveryHsm");
  return [
    ...about(answers, "hsm", idOf(plan, "hsm", second), second.name, (hsm) => [
      ...member(hsm, "location", sameRegion(second.region), second.name),
      ...member(hsm, "properties.tenantId", same(plan.tenant), second.name),
      ...member(hsm, "sku.name", is(second.sku), second.name),
      ...member(hsm, "properties.provisioningState", is("Succeeded"), second.name),
      ...member(
        hsm,
        "properties.securityDomainProperties.activationStatus",
        is("Active"),
        second.name,
      ),
      ...member(hsm, "properties.softDeleteRetentionInDays", is(second.retentionDays), second.name),
      // Where a rehearsal's HSM has none, repoint switches it on.
      ...(second.purgeProtection
        ? member(hsm, "properties.enablePurgeProtection", is(true), second.name)
        : []),
      ...member(hsm, "properties.hsmUri", sameAddress(`https://${hostOf(second)}`), second.name),
    ]),
    ...plan.keys.flatMap(({ name }) => oneKey(given, second, name)),
  ];
}

/** A key of the first HSM, to compare with. */
const original = ({ plan, answers }: Case, name: string): readonly Finding[] =>
  keysNamed(answers, plan.hsm, name).some((key) => publicHalf(key) !== "")
    ? []
    : [differs(`${plan.hsm.name}/${name}: key.n`, "the key to compare with", NOTHING)];

/** The same key has the same modulus; its address has the other HSM's name. */
function oneKey(
  { plan, answers }: Case,
  second: NonNullable<Plan["recoveryHsm"]>,
  name: string,
): readonly Finding[] {
  const of = `${second.name}/${name}`;
  const found = keysNamed(answers, second, name);
  if (found.length === 0) return [differs(`${of}: key.kid`, keyAddress(second, name), NOTHING)];
  const originals = keysNamed(answers, plan.hsm, name)
    .map(publicHalf)
    .filter((half) => half !== "");
  return found.flatMap((key) => [
    ...member(key, "attributes.enabled", is(true), of),
    ...(publicHalf(key) === "" ? [differs(`${of}: key.n`, "the key's public half", NOTHING)] : []),
    ...(originals.length > 0 && publicHalf(key) !== "" && !originals.includes(publicHalf(key))
      ? [differs(`${of}: key.n`, `that of ${plan.hsm.name}`, "another key")]
      : []),
  ]);
}

/** Modulus or point, in either base64. */
const publicHalf = (key: Json): string =>
  (textAt(key, "key.n") || textAt(key, "key.x"))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
