// key-attestation: the HSM attests that each key was made in it and never left it; Microsoft's own tool compares
// less. The newest version is attested, and from the second time on it is the same HSM.
import { isObject, type Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { memberAt, textAt } from "../answers/shape.ts";
import { learntOf, ofKey, statementsOf, wrongIn, type Statements } from "./attested.ts";
import { is, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { keyAddress } from "./ids.ts";
import { addressIn, keyAddressOf, keysNamed, newestVersion, publicHalf } from "./key-answers.ts";
import { someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { attestKeys, showKeys } from "./reads.ts";

const PARTS = ["certificatePemFile", "privateKeyAttestation", "publicKeyAttestation"];

export const keyAttestation: Proof = {
  source: "key-vault/keys/about-keys.md, managed-hsm/key-attestation.md; HSM facts, section 2.I",
  reads: (plan) => [...attestKeys(plan, plan.hsm), ...showKeys(plan)],
  evaluate: (given) => {
    const statements = statementsOf(given, given.plan.hsm);
    return someOf(given.plan.keys, "keys").flatMap((key) => oneKey(given, statements, key));
  },
  learns: (given) => learntOf(given, given.plan.hsm),
};

type Key = Plan["keys"][number];

function oneKey(given: Case, statements: Statements, key: Key): readonly Finding[] {
  const { name } = key;
  const own = ofKey(statements, name);
  if (own.length === 0)
    return [differs(`${name}: attributes.attestation`, "an attestation", NOTHING)];
  // What a card states of a key that is no RSA key is not compared with its point.
  const may = key.kind === "RSA-HSM" ? [] : (["kind"] as const);
  return own.flatMap((one) => {
    const missing = partsOf(name, one.value);
    return [
      ...(missing.length > 0 ? missing : wrongIn(statements, one, name, may)),
      ...asShown(given, name, one.value),
    ];
  });
}

/** The parts that it must have. */
function partsOf(name: string, value: Json): readonly Finding[] {
  const of = `${name}: attributes.attestation`;
  const attestation = memberAt(value, "attributes.attestation") ?? null;
  return PARTS.flatMap((part) =>
    isObject(attestation)
      ? member(attestation, part, filled, of)
      : [differs(`${of}.${part}`, filled.text, NOTHING)],
  );
}

/** It is of the newest version, which is the key that is shown. */
function asShown({ plan, answers }: Case, name: string, value: Json): readonly Finding[] {
  const newest = newestVersion(answers, plan.hsm, name);
  const version = keyAddressOf(addressIn(value))?.version ?? "";
  const isNewest = newest === null ? version !== "" : version === newest;
  const isOther = keysNamed(answers, plan.hsm, name).some(
    (key) =>
      keyAddressOf(addressIn(key))?.version === version && publicHalf(key) !== publicHalf(value),
  );
  return [
    ...member(value, "attributes.exportable", is(false), name),
    ...(isNewest
      ? []
      : [
          differs(
            `${name}: key.kid`,
            `${keyAddress(plan.hsm, name)}/${newest ?? "VERSION"}`,
            textAt(value, "key.kid") || NOTHING,
          ),
        ]),
    ...(isOther ? [differs(`${name}: key.n`, "that of its attestation", "another key")] : []),
  ];
}

const filled = that(
  "a text in base64",
  (found) =>
    typeof found === "string" && /^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(found.replace(/\s/g, "")),
);
