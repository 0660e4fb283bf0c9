// external-keys: no key of the HSM is a reference to one elsewhere, which a backup does not contain.
import { isObject } from "../../../crypto/json.ts";
import { allOf, alike } from "./about.ts";
import { absent, that } from "./expectation.ts";
import { differs, member, NOTHING } from "./finding.ts";
import { hostOf, keyAddress } from "./ids.ts";
import { addressIn, keyAddressOf, keyName } from "./key-answers.ts";
import { someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { getFromHsm } from "./reads.ts";

/** The first stable version that tells an external key from another. */
const EXTERNAL_VERSION = "2026-04-01";

const filled = that("its attributes", (found) => isObject(found) && Object.keys(found).length > 0);

/** Every key of the list counts, planned or not: one reference may degrade an HSM into which it is restored. */
export const externalKeys: Proof = {
  source:
    "managed-hsm/external-key-management-overview.md (2026-07-07), -key-lifecycle.md (2026-07-09)",
  reads: ({ hsm, keys }) => {
    someOf(keys, "keys");
    const address = `https://${hostOf(hsm)}/keys`;
    return [getFromHsm(`${hsm.name}-all-keys.json`, address, EXTERNAL_VERSION)];
  },
  evaluate: ({ plan, answers }) => {
    const listed = allOf(answers, "key-version").filter(
      (key) => keyAddressOf(addressIn(key))?.host === hostOf(plan.hsm),
    );
    return [
      ...someOf(plan.keys, "keys")
        .filter(({ name }) => !listed.some((key) => alike(keyName(key), name)))
        .map(({ name }) => differs(`${name}: kid`, keyAddress(plan.hsm, name), NOTHING)),
      ...listed.flatMap((key) => [
        ...member(key, "attributes", filled, keyName(key)),
        ...member(key, "attributes.external_key", absent, keyName(key)),
      ]),
    ];
  },
};
