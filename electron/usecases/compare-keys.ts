// Compares keys, versions and role assignments with what was expected. An administrator may not
// list keys: the person who lists them is named, granted the role if needed, and loses it again.
import { guid } from "../../crypto/index.ts";
import {
  comparedHoldings,
  fault as ceremonyFault,
  checkKeys,
  type CeremonyView,
  type EventData,
  type Holdings,
} from "../ceremony/ceremony.ts";
import type { Hsm, RoleAssignment } from "../hsm/hsm.ts";
import { namedRoles } from "../hsm/roles.ts";
import { keyReaderOf, readerAssignment } from "../hsm/key-reader.ts";
import type { Deps } from "./deps.ts";
import { hsmOf, onceAllowed } from "./hsm-wait.ts";
import { begin, finish, record, refuse, stateOf } from "./turn.ts";

type Reader = EventData["key-reader-named"];

/**
 * What came back and what is missing is recorded first; then a missing key refuses the step. A missing
 * role assignment is reported, and an administrator can create it again. Without a list of role
 * assignments none are compared; if two people decided to continue without a key list, nothing is.
 * @throws Fault E-KEYS-DIFFER, E-READER-UNKNOWN, E-HSM-*
 */
export async function compareKeys(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "compare-keys");
  const hsm = await hsmOf(deps, turn.state);
  const reader = await readerNow(deps, hsm);
  const found = await listed(deps, hsm, reader);
  const { keys: wanted = [], roles, unknown } = turn.state.backup ?? {};
  if (unknown !== undefined) {
    // Nothing was expected, so nothing is found again: this is no drill.
    const keys = found.keys.map(({ name, version }) => ({ name, version }));
    record(deps, { type: "keys-not-compared", by: "app", data: { keys } });
    return finish(deps, turn);
  }
  const expected: Holdings = { keys: wanted, roles: roles ?? [] };
  const there: Holdings = { keys: found.keys, roles: roles === undefined ? [] : found.roles };
  record(deps, { type: "recovery-compared", by: "app", data: comparedHoldings(expected, there) });
  refuse(checkKeys(wanted, found.keys));
  record(deps, { type: "keys-compared", by: "app", data: { keys: found.keys } });
  return finish(deps, turn);
}

/** Who may list the keys now. A temporary role is recorded before it is granted. */
async function readerNow(deps: Deps, hsm: Hsm): Promise<Reader> {
  const principal = await hsm.signedInAs();
  if (principal === null) throw ceremonyFault("E-READER-UNKNOWN");
  // One that an interruption left is used, and then removed.
  const left = stateOf(deps).recovery.reader;
  const standing = left === null ? await keyReaderOf(hsm, principal) : null;
  const reader =
    left ?? named(standing ?? readerAssignment(principal, guid(deps.random)), standing === null);
  if (left === null) record(deps, { type: "key-reader-named", by: "administrator", data: reader });
  if (reader.temporary) await assigned(hsm, reader);
  return reader;
}

const named = ({ principal, role, name, scope }: RoleAssignment, temporary: boolean): Reader => ({
  principal,
  role,
  name,
  scope,
  temporary,
});

/** A role that may have been granted before an interruption is looked up, and not granted twice. */
async function assigned(hsm: Hsm, { principal, role, name, scope }: Reader): Promise<void> {
  if ((await hsm.roleAssignment(scope, name)) === null)
    await hsm.assignRole({ principal, role, name, scope });
}

/** Lists all; then removes the temporary role, however the listing ended. */
async function listed(deps: Deps, hsm: Hsm, reader: Reader): Promise<Holdings> {
  try {
    const [keys, roles, assignments] = [
      await (reader.temporary ? onceAllowed(deps, () => hsm.keys()) : hsm.keys()),
      await hsm.roles(),
      await hsm.roleAssignments(),
    ];
    return {
      keys: keys.map(({ name, version, publicSha256 }) => ({ name, version, publicSha256 })),
      roles: namedRoles(
        assignments.filter(({ name }) => !reader.temporary || name !== reader.name),
        roles,
      ),
    };
  } finally {
    if (reader.temporary) await removed(deps, hsm, reader);
  }
}

async function removed(deps: Deps, hsm: Hsm, { name, scope }: Reader): Promise<void> {
  await hsm.removeAssignment(scope, name);
  record(deps, { type: "key-reader-removed", by: "app", data: { name, scope } });
}
