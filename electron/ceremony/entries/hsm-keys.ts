// The HSM's own keys after a restore: what came back, and what is missing.
import * as z from "zod/mini";
import { named, theirs, type Line } from "../../../ceremony-scripts/index.ts";
import { entry } from "./entry.ts";
import { count, keys, roles, text, type Data, type ExpectedRole } from "./forms.ts";
import { allTheirs, counted, joined } from "./phrases.ts";

/** A version of a key, without its public half. */
const keyVersion = z.strictObject({ name: text, version: text });
export type KeyVersion = Data<typeof keyVersion>;
const versions = z.array(keyVersion);

/** What came back, what is missing of what was expected, and what nobody expected. */
const compared = z.strictObject({
  keysBack: count,
  keysMissing: versions,
  keysMore: versions,
  rolesBack: count,
  rolesMissing: roles,
  rolesMore: roles,
});
export type Recovered = Data<typeof compared>;

const versionIn = ({ name, version }: KeyVersion): Line => [theirs(name), " ", named(version)];

/** A role assignment: the role, the person's object id, where. */
const roleIn = ({ principal, role, roleName, scope }: ExpectedRole): Line => [
  theirs(roleName === "" ? role : roleName),
  " of ",
  named(principal),
  " at ",
  theirs(scope),
];

const told = (what: string, lines: readonly Line[]): Line =>
  lines.length === 0 ? [] : [` ${what}: `, ...joined(lines), "."];

export const HSM_KEYS = {
  "keys-compared": entry({
    form: z.strictObject({ keys }),
    leaves: (_, __, at) => ({ drilledAt: at }),
    minutes: ({ keys: all }) => [
      `${counted(all.length, "expected key")} found again, in the same version and with the same `
        + "public half: ",
      ...allTheirs(all.map(({ name }) => name)),
      ".",
    ],
  }),
  /** What is there after the restore, where no list says what should be: nothing was compared. */
  "keys-not-compared": entry({
    form: z.strictObject({ keys: versions }),
    minutes: ({ keys: all }) => [
      `NOT COMPARED: no list says which keys should be there. ${counted(
        all.length,
        "key version",
      )} found: `,
      ...joined(all.map(versionIn)),
      ".",
    ],
  }),
  "recovery-compared": entry({
    form: compared,
    minutes: (data) => [
      `Came back: ${counted(data.keysBack, "key version")} and ${counted(
        data.rolesBack,
        "role assignment",
      )}.`,
      ...told("MISSING keys", data.keysMissing.map(versionIn)),
      ...told("Keys that nobody expected", data.keysMore.map(versionIn)),
      ...told("MISSING role assignments", data.rolesMissing.map(roleIn)),
      ...told("Role assignments that nobody expected", data.rolesMore.map(roleIn)),
    ],
    facts: ({ keysBack, rolesBack, keysMissing, rolesMissing }) => ({
      keysBack,
      rolesBack,
      keysMissing: keysMissing.length,
      rolesMissing: rolesMissing.length,
    }),
  }),
};
