// The HSM's own keys: what came back from the lost HSM, and what a closed record saw last.
import type { RecordEntry } from "../record/kind.ts";
import type { ExpectedKey, ExpectedRole } from "./entries/forms.ts";
import type { KeyVersion, Recovered } from "./entries/hsm-keys.ts";
import type { EventData } from "./entries/index.ts";

/** Keys and role assignments of an HSM. */
export interface Holdings {
  readonly keys: readonly ExpectedKey[];
  readonly roles: readonly ExpectedRole[];
}

/** Compares by version and public half, and by person, role and scope; role names are only shown. */
export function comparedHoldings(expected: Holdings, found: Holdings): Recovered {
  const keys = compared(expected.keys, found.keys, keyText);
  const roles = compared(expected.roles, found.roles, roleText);
  const versions = (of: readonly ExpectedKey[]): readonly KeyVersion[] =>
    of.map(({ name, version }) => ({ name, version }));
  return {
    keysBack: keys.back.length,
    keysMissing: versions(keys.missing),
    keysMore: versions(keys.more),
    rolesBack: roles.back.length,
    rolesMissing: roles.missing,
    rolesMore: roles.more,
  };
}

const keyText = ({ name, version, publicSha256 }: ExpectedKey): string =>
  [name, version, publicSha256].join(" ");
const roleText = ({ principal, role, scope }: ExpectedRole): string =>
  [principal, role, scope].join(" ");

function compared<One>(
  expected: readonly One[],
  found: readonly One[],
  textOf: (one: One) => string,
): Readonly<Record<"back" | "missing" | "more", readonly One[]>> {
  const [wanted, there] = [expected, found].map((all) => new Set(all.map(textOf)));
  return {
    back: expected.filter((one) => there?.has(textOf(one))),
    missing: expected.filter((one) => there?.has(textOf(one)) === false),
    more: found.filter((one) => wanted?.has(textOf(one)) === false),
  };
}

/** What a record of this HSM saw, and when: RFC 3339, UTC. */
export interface KeysSeen {
  readonly hsm: string;
  readonly at: string;
  readonly keys: readonly ExpectedKey[];
}

/** Null if nobody listed the keys, or it was aborted. Later keys are not included. */
export function keysSeenIn(entries: readonly RecordEntry[]): KeysSeen | null {
  if (entries.some(({ type }) => type === "aborted")) return null;
  const seen = entries.findLast(({ type }) => type === "keys-compared");
  const opened = entries.find(({ type }) => type === "opened");
  if (seen === undefined || opened === undefined) return null;
  const { keys } = seen.data as EventData["keys-compared"];
  return { hsm: (opened.data as EventData["opened"]).hsm, at: seen.at, keys };
}
