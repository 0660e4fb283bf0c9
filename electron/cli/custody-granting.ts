// Who can download an HSM's security domain again: no record says it, so it is asked of a key list.
import type { Granter } from "../deployment/deployment.ts";
import { readKeyList } from "../hsm/key-list.ts";
import { need, optional, usage, type Given } from "./shared/arguments.ts";
import { deployment } from "./shared/deployment.ts";
import { readInput } from "./shared/files.ts";
import { planFrom } from "./shared/plan-file.ts";
import { shown } from "./shared/shown.ts";

/** By the list of one day. */
export interface Granting {
  /** When the HSM was asked: RFC 3339, UTC. */
  readonly at: string;
  readonly who: readonly Granter[];
}

const LIST = "--key-list";
const PLAN = "--plan";
const NOBODY = { people: [], groups: [] };

/**
 * @param hsm the name of the custody's HSM
 * @returns null if no list was given
 * @throws Fault E-USAGE, E-FILE-*, E-KEYS-LIST, E-PLAN-*, E-DEPLOYMENT
 */
export async function grantingIn(given: Given, hsm: string): Promise<Granting | null> {
  const [file, planned] = [optional(given, LIST), optional(given, PLAN)];
  if (file === null && planned !== null) need(given, LIST);
  if (file === null) return null;
  const list = readKeyList(readInput(file, LIST));
  if (list.roles === null) throw usage("That key list has no roles.");
  if (list.hsm.toLowerCase() !== hsm.toLowerCase())
    throw usage("That key list is of another HSM than the custody.");
  const { grantersOf } = await deployment();
  const plan = planned === null ? NOBODY : (await planFrom(planned)).plan;
  return { at: list.listedAt, who: grantersOf(plan, list.roles) };
}

const OTHERS = [
  "  Entra's Global Administrators can too, and so can everyone who may join a group with such a",
  "  role: no list of the HSM names them.",
];
const UNKNOWN = [
  "  Not known: no record of a ceremony keeps the HSM's roles. Write a list by sd hsm keys where",
  "  you sign in to Azure, and give it by --key-list, and the plan, which names people, by --plan.",
];

export const grantingLines = (granting: Granting | null): readonly string[] =>
  granting === null
    ? [...UNKNOWN, ...OTHERS]
    : [
        `  By the roles that the HSM listed on ${shown(granting.at.slice(0, 10))}:`,
        ...granting.who.map(({ role, name, members }) => {
          const within = members.length === 0 ? "" : ` (${members.map(shown).join(", ")})`;
          return `    ${shown(name)}${within}: ${shown(role)}`;
        }),
        ...(granting.who.length === 0 ? ["    nobody"] : []),
        ...OTHERS,
      ];
