// recovery-hsm: the second HSM has the very same keys.
import type { Plan } from "../plan/plan.ts";
import { about } from "./about.ts";
import { learntOf, ofKey, statementsOf, wrongIn, type Statements } from "./attested.ts";
import { is, sameAddress, sameRegion } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { hostOf, idOf, keyAddress } from "./ids.ts";
import { keysNamed, publicHalf } from "./key-answers.ts";
import { planned } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { attestKeys, read, showKey, showKeys } from "./reads.ts";

export const recoveryHsm: Proof = {
  // After its rehearsal recovery-end deletes it.
  atItsTime: true,
  source:
    "managed-hsm/disaster-recovery-guide.md, backup-restore.md; HSM facts, sections 2.K and 2.L",
  reads: (plan) => {
    const second = planned(plan.recoveryHsm, "recoveryHsm");
    return [
      read("hsm", second),
      ...plan.keys.map(({ name }) => showKey(second, name)),
      ...attestKeys(plan, second),
      ...showKeys(plan),
    ];
  },
  evaluate: (given) => [
    ...poolAndKeys(given),
    ...given.plan.keys.flatMap(({ name }) => original(given, name)),
  ],
  learns: (given) => learntOf(given, planned(given.plan.recoveryHsm, "recoveryHsm")),
};

/** After a loss the first HSM does not answer: its answers are compared if present, and not required. */
export const recoveryHsmAlone: Proof = { ...recoveryHsm, evaluate: poolAndKeys };

function poolAndKeys(given: Case): readonly Finding[] {
  const { plan, answers } = given;
  const second = planned(plan.recoveryHsm, "recoveryHsm");
  const statements = statementsOf(given, second);
  return [
    ...about(answers, "hsm", idOf(plan, "hsm", second), second.name, (hsm) => [
      ...member(hsm, "location", sameRegion(second.region), second.name),
      ...member(hsm, "properties.tenantId", is(plan.tenant), second.name),
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
    ...plan.keys.flatMap((key) => [
      ...oneKey(given, second, key.name),
      ...attested(statements, second, key),
    ]),
  ];
}

/** A key of the first HSM, to compare with. */
const original = ({ plan, answers }: Case, name: string): readonly Finding[] =>
  keysNamed(answers, plan.hsm, name).some((key) => publicHalf(key) !== "")
    ? []
    : [differs(`${plan.hsm.name}/${name}: key.n`, "the key to compare with", NOTHING)];

/** What a restored key's card need not say: whether it still says that it made the key is not known. */
const RESTORED = ["made", "always"] as const;

/** It is confined to the second HSM as it was to the first, which has a root of its own. */
function attested(
  statements: Statements,
  second: { readonly name: string },
  { name, kind }: Plan["keys"][number],
): readonly Finding[] {
  const of = `${second.name}/${name}`;
  const own = ofKey(statements, name);
  const may = kind === "RSA-HSM" ? RESTORED : [...RESTORED, "kind" as const];
  return own.length === 0
    ? [differs(`${of}: attributes.attestation`, "an attestation", NOTHING)]
    : own.flatMap((one) => wrongIn(statements, one, of, may));
}

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
