// Who can do what in a plan's HSM: its own roles, with what each allows and what people take it for.
// Source: Microsoft, managed-hsm/built-in-roles.md; HSM facts, section 3.
import { same } from "./named.ts";
import type { Plan } from "./plan.ts";
import { ROLE_IDS, selfGranting, type RoleName } from "../../text/built-in-roles.ts";
import { peopleOf } from "./people-of.ts";
import { ROLE_NAMES } from "./role-names.ts";

interface Allowed {
  readonly can: string;
  readonly cannot: string;
  /** What its name makes people think that it is, if that is wrong. */
  readonly assumed?: string;
}

const GRANTS_ITSELF = "unless they grant themselves another role";

const ALLOWED: Readonly<Record<RoleName, Allowed>> = {
  "Managed HSM Administrator": {
    can: "manage roles, download and upload the security domain, back up, restore, change settings",
    cannot: `make, read or use a key, ${GRANTS_ITSELF}`,
  },
  "Managed HSM Crypto Officer": {
    can: "manage roles, recover and purge deleted keys, export keys",
    cannot: `make, rotate, delete or use a key, ${GRANTS_ITSELF}`,
    assumed: "the one who makes and manages keys",
  },
  "Managed HSM Crypto User": {
    can: "make, rotate, delete, import, back up, restore and release keys, and use each of them",
    cannot: "recover or purge a deleted key, export a key, manage roles",
    assumed: "an application that only uses keys",
  },
  "Managed HSM Policy Administrator": {
    can: "manage roles",
    cannot: `make, read or use a key, ${GRANTS_ITSELF}`,
  },
  "Managed HSM Crypto Auditor": {
    can: "read the attributes of keys and of deleted keys, and the roles",
    cannot: "change or use anything",
  },
  "Managed HSM Crypto Service Encryption User": {
    can: "read, wrap and unwrap with the key",
    cannot: "make, rotate or delete a key, manage roles",
  },
  "Managed HSM Crypto Service Release User": {
    can: "release keys to attested machines",
    cannot: "make, rotate or delete a key, manage roles",
  },
  "Managed HSM Backup User": {
    can: "back up the whole HSM, or a key",
    cannot: "restore, use a key, manage roles",
  },
  "Managed HSM Restore User": {
    can: "restore the whole HSM, or a key",
    cannot: "back up, use a key, manage roles",
  },
};

/** A role of the plan, with those who have it. */
export interface Power {
  readonly role: RoleName;
  /** Each with the members of a group, as the plan lists them, and where the role applies. */
  readonly who: readonly {
    readonly name: string;
    readonly members: readonly string[];
    readonly scope: string;
  }[];
  readonly can: string;
  readonly cannot: string;
  /** What its name is taken for; null if for nothing else. */
  readonly assumed: string | null;
}

/** The warning of Contoso's plan about two of the names. */
export const CRITICAL =
  "Critical: Crypto Officer is not key management: it governs roles and deleted keys. Crypto User "
  + "makes, rotates and deletes keys: never give it to an application.";

/** Every role that someone in the plan has, in the order of Microsoft's page. */
export const powersOf = ({ roles, groups }: Plan): readonly Power[] =>
  ROLE_NAMES.flatMap((role) => {
    const who = roles
      .filter((one) => one.role === role)
      .map(({ assignee, scope }) => ({
        name: assignee,
        members: groups.find(({ name }) => same(name, assignee))?.members ?? [],
        scope,
      }));
    const { can, cannot, assumed = null } = ALLOWED[role];
    return who.length === 0 ? [] : [{ role, who, can, cannot, assumed }];
  });

/** The people who are, or can make themselves, Administrator: each once, by their name in the plan. */
export function selfAdministrators(plan: Plan): readonly string[] {
  const able = new Set(
    selfGranting(plan.roles).flatMap(({ assignee }) => peopleOf(plan, assignee)),
  );
  return plan.people.map(({ name }) => name).filter((name) => able.has(name.toLowerCase()));
}

/** One who is, or can make themselves, Administrator of an HSM. */
export interface Granter {
  readonly role: RoleName;
  /** Their name in the plan; the object id of someone it does not name. */
  readonly name: string;
  /** Of a group: its members, as the plan lists them. */
  readonly members: readonly string[];
}

/** Those who are, or can make themselves, Administrator by an HSM's own role assignments, by their names in the plan. */
export const grantersOf = (
  { people, groups }: Pick<Plan, "people" | "groups">,
  assignments: readonly {
    readonly role: string;
    readonly principal: string;
    readonly scope: string;
  }[],
): readonly Granter[] =>
  ROLE_NAMES.flatMap((role) =>
    selfGranting(assignments)
      .filter((one) => one.role === ROLE_IDS[role])
      .map(({ principal }) => {
        const isThem = ({ objectId }: { readonly objectId: string }) => same(objectId, principal);
        const group = groups.find(isThem);
        const { name } = group ?? people.find(isThem) ?? { name: principal };
        return { role, name, members: group?.members ?? [] };
      }),
  );

/** The sentence about them, around their names. */
export const SELF = {
  before: "Can make themselves Administrator, and so download the security domain: ",
  nobody: "nobody whom the plan names",
  after:
    ". Entra's Global Administrators, and everyone who may join a group with such a role, can too.",
} as const;

const selfLine = (plan: Plan, shown: (text: string) => string): string => {
  const names = selfAdministrators(plan).map(shown).join(", ");
  return `${SELF.before}${names || SELF.nobody}${SELF.after}`;
};

/** The warning, and what each role allows, as notes of a page. */
export const powerNotes = (plan: Plan): readonly string[] => [
  CRITICAL,
  selfLine(plan, (text) => text),
  ...powersOf(plan).map(
    ({ role, can, cannot, assumed }) =>
      `${role} can ${can}. It cannot ${cannot}.`
      + (assumed === null ? "" : ` Its name is taken for ${assumed}.`),
  ),
];

/** The table for people. `shown` makes the plan's own names safe for a terminal. */
export const powersText = (plan: Plan, shown: (text: string) => string): string =>
  [
    "Who can do what, by the HSM's own roles in the plan:",
    ...powersOf(plan).flatMap(({ role, who, can, cannot, assumed }) => [
      `  ${role}`,
      ...who.map(({ name, members, scope }) => {
        const inIt = members.length === 0 ? "" : ` (${members.map(shown).join(", ")})`;
        return `    ${shown(name)}${inIt} at ${shown(scope)}`;
      }),
      `    can ${can}`,
      `    cannot ${cannot}`,
      ...(assumed === null ? [] : [`    taken by its name for ${assumed}`]),
    ]),
    CRITICAL,
    selfLine(plan, shown),
  ].join("\n");
