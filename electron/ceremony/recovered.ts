// What of the lost HSM came back: keys with their versions and public halves, and who may do what.
import type { ExpectedKey, ExpectedRole } from "./entries/forms.ts";
import type { KeyVersion, Recovered } from "./entries/hsm-keys.ts";

/** Keys and role assignments of an HSM. */
export interface Holdings {
  readonly keys: readonly ExpectedKey[];
  readonly roles: readonly ExpectedRole[];
}

/** Compares by version and public half, and by person, role and scope; names of roles are told. */
export function comparedHoldings(
  expected: Holdings, found: Holdings,
): Recovered {
  const keys = compared(expected.keys, found.keys, keyText);
  const roles = compared(expected.roles, found.roles, roleText);
  const versions = (of: readonly ExpectedKey[]): readonly KeyVersion[] =>
    of.map(({ name, version }) => ({ name, version }));
  return {
    keysBack: keys.back.length, keysMissing: versions(keys.missing), keysMore: versions(keys.more),
    rolesBack: roles.back.length, rolesMissing: roles.missing, rolesMore: roles.more,
  };
}

const keyText = ({ name, version, publicSha256 }: ExpectedKey): string =>
  [name, version, publicSha256].join(" ");
const roleText = ({ principal, role, scope }: ExpectedRole): string =>
  [principal, role, scope].join(" ");

function compared<One>(
  expected: readonly One[], found: readonly One[], textOf: (one: One) => string,
): Readonly<Record<"back" | "missing" | "more", readonly One[]>> {
  const [wanted, there] = [expected, found].map((all) => new Set(all.map(textOf)));
  return {
    back: expected.filter((one) => there?.has(textOf(one))),
    missing: expected.filter((one) => there?.has(textOf(one)) === false),
    more: found.filter((one) => wanted?.has(textOf(one)) === false),
  };
}
