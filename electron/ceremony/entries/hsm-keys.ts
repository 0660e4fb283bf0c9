// The HSM's own keys after a restore: what came back, and what is missing.
import * as z from "zod/mini";
import { named, theirs } from "../../../ceremony-scripts/index.ts";
import { list, sentence, type Value } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { count, keys, roles, text, type Data, type ExpectedRole } from "./forms.ts";
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
