// key-attestation: the HSM attests that each key was made in it. Microsoft's own tool checks the
// attestation; this check, that the newest version has one.
import { isObject, type Json } from "../../../crypto/json.ts";
import { memberAt, textAt } from "../answers/shape.ts";
import { allOf } from "./about.ts";
import { is, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { keyAddress } from "./ids.ts";
import { addressIn, keyAddressOf, newestVersion } from "./key-answers.ts";
import { someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { hostOf } from "./ids.ts";
import { getFromHsm, showKeys } from "./reads.ts";

/** The first stable version that has attestations. */
const ATTESTATION_VERSION = "7.6";

const PARTS = ["certificatePemFile", "privateKeyAttestation", "publicKeyAttestation"];

export const keyAttestation: Proof = {
  shows: "The HSM gave an attestation for the newest version of each key.",
  source: "key-vault/keys/about-keys.md; HSM facts, section 2.I",
  reads: (plan) => [
    ...plan.keys.map(({ name }) =>
      // az keyvault key get-attestation prints the attestation without naming the key.
      getFromHsm(
        `${name}-attestation.json`,
        `${keyAddress(plan.hsm, name)}//attestation`,
        ATTESTATION_VERSION,
      ),
    ),
    ...showKeys(plan),
  ],
  evaluate: (given) =>
    someOf(given.plan.keys, "keys").flatMap(({ name }) => {
      const own = allOf(given.answers, "attestation").filter((value) => {
        const address = keyAddressOf(addressIn(value));
        return (
          address?.host === hostOf(given.plan.hsm)
          && address.name.toLowerCase() === name.toLowerCase()
        );
      });
      const missing = differs(`${name}: attributes.attestation`, "an attestation", NOTHING);
      return own.length === 0
        ? [missing]
        : own.flatMap((value) => oneAttestation(given, name, value));
    }),
};

function oneAttestation({ plan, answers }: Case, name: string, value: Json): readonly Finding[] {
  const attestation = memberAt(value, "attributes.attestation") ?? null;
  const newest = newestVersion(answers, plan.hsm, name);
  const version = keyAddressOf(addressIn(value))?.version ?? "";
  const isNewest = newest === null ? version !== "" : version === newest;
  return [
    ...PARTS.flatMap((part) =>
      isObject(attestation)
        ? member(attestation, part, filled, `${name}: attributes.attestation`)
        : [differs(`${name}: attributes.attestation.${part}`, filled.text, NOTHING)],
    ),
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
  ];
}

const filled = that(
  "a text in base64",
  (found) =>
    typeof found === "string" && /^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(found.replace(/\s/g, "")),
);
