// keys: the plan's keys are in the HSM, with the planned kind and length, and only the planned uses.
import type { Json } from "../../../crypto/json.ts";
import { isArray } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { absent, is, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { keyAddress } from "./ids.ts";
import { addressIn, keyAddressOf, keysNamed, modulusBits, timeAt } from "./key-answers.ts";
import { someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { unpurgeable } from "./purge-protection.ts";
import { showKeys } from "./reads.ts";

type Key = Plan["keys"][number];

const DAY = 86_400_000;

export const keys: Proof = {
  source: "key-vault/keys/about-keys.md, az's recordings; HSM facts, section 2.I",
  reads: showKeys,
  evaluate: ({ plan, answers, now }) =>
    someOf(plan.keys, "keys").flatMap((key) => {
      const found = keysNamed(answers, plan.hsm, key.name);
      if (found.length === 0)
        return [differs(`${key.name}: key.kid`, keyAddress(plan.hsm, key.name), NOTHING)];
      return found.flatMap((value) => oneKey(plan, key, value, now));
    }),
};

function oneKey(plan: Plan, key: Key, value: Json, now: Date): readonly Finding[] {
  const { retentionDays, purgeProtection } = plan.hsm;
  const of = key.name;
  const level = purgeProtection ? unpurgeable : is("Recoverable+Purgeable");
  return [
    ...(keyAddressOf(addressIn(value))?.version === ""
      ? [differs(`${of}: key.kid`, "an address with a version", addressIn(value))]
      : []),
    ...member(value, "key.kty", is(key.kind), of),
    ...lengthOf(key, value),
    ...member(value, "key.key_ops", operations(key), of),
    ...member(value, "attributes.enabled", is(true), of),
    ...member(value, "attributes.exportable", is(key.exportable), of),
    ...member(value, "attributes.recoveryLevel", level, of),
    ...member(value, "attributes.recoverableDays", is(retentionDays), of),
    // Its material would be in another company's HSM, and in no backup of this one.
    ...member(value, "attributes.external_key", absent, of),
    ...times(key, value, now),
  ];
}

/** No member states the length: it is the modulus's. */
function lengthOf(key: Key, value: Json): readonly Finding[] {
  if (key.kind !== "RSA-HSM") return [];
  const bits = modulusBits(value);
  if (bits === key.size) return [];
  const found = bits === null ? NOTHING : `${String(bits)} bits`;
  return [differs(`${key.name}: key.n`, `${String(key.size)} bits`, found)];
}

const operations = (key: Key) =>
  that(
    key.operations.join(", "),
    (found) =>
      isArray(found)
      && found.length === key.operations.length
      && key.operations.every((operation) => found.includes(operation)),
  );

function times(key: Key, value: Json, now: Date): readonly Finding[] {
  const expires = timeAt(value, "attributes.exp", "attributes.expires");
  const starts = timeAt(value, "attributes.nbf", "attributes.notBefore");
  const findings: Finding[] = [];
  if (key.expires !== undefined && expires === null)
    findings.push(differs(`${key.name}: attributes.exp`, key.expires, NOTHING));
  // Services stop using an expired key; one about to expire is a scheduled outage.
  else if (expires !== null && !(expires > now.getTime() + DAY))
    findings.push(differs(`${key.name}: attributes.exp`, "a time in the future", at(expires)));
  if (starts !== null && !(starts <= now.getTime()))
    findings.push(differs(`${key.name}: attributes.nbf`, "a time in the past", at(starts)));
  return findings;
}

/** A time of an answer as people read it. */
const at = (time: number): string =>
  Number.isFinite(time) && Math.abs(time) < 8e15 ? new Date(time).toISOString() : "no time";
