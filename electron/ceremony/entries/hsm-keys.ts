// The HSM's own keys: which came back after a restore, and what the HSM's cards attest of them.
import * as z from "zod/mini";
import { named, theirs } from "../../../ceremony-scripts/index.ts";
import { list, sentence, type Value } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import {
  count,
  digest,
  digestOrNone,
  keys,
  like,
  roles,
  text,
  verdict,
  type Data,
  type ExpectedRole,
} from "./forms.ts";
import { several } from "./holes.ts";

/** A version of a key, without its public half. */
const keyVersion = z.strictObject({ name: text, version: text });
export type KeyVersion = Data<typeof keyVersion>;
const versions = z.array(keyVersion);

/** What came back, what is missing, and what was not expected. */
const compared = z.strictObject({
  keysBack: count,
  keysMissing: versions,
  keysMore: versions,
  rolesBack: count,
  rolesMissing: roles,
  rolesMore: roles,
});
export type Recovered = Data<typeof compared>;

/** What a genuine attestation may fail. It is then recorded as `not-attested`. */
const weakness = z.enum(["kind", "compared", "made", "confined", "always"]);

/** What cards of the HSM attest of its keys; an attestation that is refused is never recorded. */
const attested = z.strictObject({
  /** SHA-256 (hex) of the public key of the HSM's own root, and the name in it, which its owner chose. */
  poolRoot: digest,
  pool: text,
  keys: z.array(
    z.strictObject({
      name: like(/^[A-Za-z0-9-]{1,127}$/),
      version: like(/^[0-9a-f]{32}$/),
      /** SHA-256 (hex) of its SubjectPublicKeyInfo; "" unless it is an RSA key. */
      publicSha256: digestOrNone,
      verdict,
      failed: z.array(weakness),
      /** The name of the card, with its mode. */
      card: text,
      /** SHA-256 (hex) of the answer. */
      sha256: digest,
    }),
  ),
});

const versionIn = ({ name, version }: KeyVersion): Value =>
  list([theirs(name), named(version)], " ");

/** A role assignment: the role, the person's object id, the scope. */
const assignmentIn = ({ principal, role, roleName, scope }: ExpectedRole): Value =>
  sentence("entries.assignment", {
    role: theirs(roleName === "" ? role : roleName),
    principal: named(principal),
    scope: theirs(scope),
  });

export const HSM_KEYS = {
  "keys-compared": entry({
    by: "app",
    form: z.strictObject({ keys }),
    leaves: (_, __, at) => ({ drilledAt: at }),
    minutes: ({ keys: all }) =>
      sentence("entries.keys-compared", {
        number: all.length,
        keys: list(all.map(({ name }) => theirs(name))),
      }),
  }),
  /** What is there after the restore, if no list says what should be: nothing was compared. */
  "keys-not-compared": entry({
    by: "app",
    form: z.strictObject({ keys: versions }),
    minutes: ({ keys: all }) =>
      sentence("entries.keys-not-compared", { number: all.length, keys: list(all.map(versionIn)) }),
  }),
  /** The root is compared from then on, until a domain is uploaded to another HSM. */
  "keys-attested": entry({
    by: "app",
    form: attested,
    leaves: ({ poolRoot }) => ({ poolRoot }),
    minutes: ({ poolRoot, pool, keys: all }) =>
      several(
        sentence("entries.keys-attested", { pool: theirs(pool), root: named(poolRoot) }),
        ...all.map((one) =>
          sentence(`entries.key-attested.${one.verdict}`, {
            key: versionIn(one),
            card: theirs(one.card),
            failed: list(one.failed.map(theirs)),
          }),
        ),
      ),
    facts: ({ keys: all }) => ({
      keys: all.length,
      weak: all.filter((one) => one.verdict !== "attested").length,
    }),
  }),
  "recovery-compared": entry({
    by: "app",
    form: compared,
    minutes: ({ keysBack, keysMissing, keysMore, rolesBack, rolesMissing, rolesMore }) =>
      several(
        sentence("entries.recovery-compared", { keys: keysBack, roles: rolesBack }),
        keysMissing.length > 0
          && sentence("entries.keysMissing", { keys: list(keysMissing.map(versionIn)) }),
        keysMore.length > 0
          && sentence("entries.keysMore", { keys: list(keysMore.map(versionIn)) }),
        rolesMissing.length > 0
          && sentence("entries.rolesMissing", { roles: list(rolesMissing.map(assignmentIn)) }),
        rolesMore.length > 0
          && sentence("entries.rolesMore", { roles: list(rolesMore.map(assignmentIn)) }),
      ),
    facts: ({ keysBack, rolesBack, keysMissing, rolesMissing }) => ({
      keysBack,
      rolesBack,
      keysMissing: keysMissing.length,
      rolesMissing: rolesMissing.length,
    }),
  }),
};
