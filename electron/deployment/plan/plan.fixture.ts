// The sample plan for tests: as it is, and with everything in it settled.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { planForm, type Plan } from "./plan.ts";
import { readPlan } from "./read-plan.ts";

const sampleFile = (name: string): string =>
  fileURLToPath(new URL(`../../../ceremony-scripts/plans/${name}.yaml`, import.meta.url));

export const CONTOSO_FILE = sampleFile("contoso");

export const CONTOSO = readFileSync(CONTOSO_FILE, "utf8");
/** Plans of SQL and machines, and of storage alone: nothing in them is open. */
export const MIDDLE = readFileSync(sampleFile("middle"), "utf8");
export const SMALL = readFileSync(sampleFile("small"), "utf8");

/** A member that is left out, or an item that is removed from its list. */
export const GONE = Symbol("gone");

/** What is changed in a plan: values by the path of their member; `keys[+]` adds to a list. */
export type Edits = Readonly<Record<string, unknown>>;

export type Tree = Record<string, unknown>;

/** A plan's tree with changes; what was given is not changed. */
export function edited(tree: Tree, edits: Edits): Tree {
  const copy = structuredClone(tree);
  for (const [path, value] of Object.entries(edits)) edit(copy, path, value);
  return copy;
}

/** A plan's text with changes. */
export const editedText = (text: string, edits: Edits): string =>
  stringify(edited(parse(text) as Tree, edits), { aliasDuplicateObjects: false });

function edit(tree: Tree, path: string, value: unknown): void {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== "");
  const last = parts.pop() ?? "";
  const place = parts.reduce<unknown>((inner, part) => (inner as Tree)[part], tree);
  if (typeof place !== "object" || place === null) throw new Error(`There is no ${path}`);
  if (!Array.isArray(place)) {
    if (value === GONE) Reflect.deleteProperty(place, last);
    else Reflect.set(place, last, value);
  } else if (last === "+") place.push(value);
  else if (value === GONE) place.splice(Number(last), 1);
  else place[Number(last)] = value;
}

/** A day on which everything was answered. */
const DAY = "2026-11-27";

/** The sample with every question answered, every doubt settled, and no advice left to follow. */
export function settled(): Tree {
  const { plan } = readPlan(CONTOSO);
  const answers = (list: "assumptions" | "questions"): Edits =>
    Object.fromEntries(
      plan[list].flatMap((_, i) => {
        const at = `${list}[${String(i)}]`;
        const answered = [
          [`${at}.answer`, "Yes."],
          [`${at}.date`, DAY],
        ];
        return list === "assumptions" ? [...answered, [`${at}.holds`, true]] : answered;
      }),
    ) as Edits;
  const machines = [
    "domainControllers[0]",
    "domainControllers[1]",
    "domainControllers[2]",
    "machines[0]",
  ];
  return edited(parse(CONTOSO) as Tree, {
    ...answers("assumptions"),
    ...answers("questions"),
    ...Object.fromEntries(
      machines.flatMap((at) => [
        [`${at}.azureDiskEncryption`, "never"],
        [`${at}.incrementalSnapshots`, "none"],
      ]),
    ),
    ...Object.fromEntries(["diskSets[1]", "diskSets[3]"].map((at) => [`${at}.probed`, DAY])),
    ...Object.fromEntries([0, 1, 2].map((i) => [`keys[${String(i)}].size`, 3072])),
    ...Object.fromEntries(
      ["hsmHour", "keysMonth", "operationsMonth", "dedicatedPairMonth"].map((price) => [
        `prices.${price}.confirmed`,
        true,
      ]),
    ),
    "prices.statedMonth.low": 4612.5,
    "prices.statedMonth.high": 4624.5,
    "hsm.securityDomain.decision": {
      by: ["Asha Iyer", "Dev Kulkarni"],
      date: DAY,
      reason: "As planned.",
    },
    "sqlInstances[1].resourceGroup": "Contoso-Prod-RG",
    "cosmosAccounts[0].isNew": true,
  });
}

/** Reads a plan of a test, as its form allows. */
export const planOf = (tree: Tree): Plan => planForm.parse(tree);

/** A name replaced wherever it occurs. */
export const renamed = (tree: Tree, from: string, to: string): Tree =>
  JSON.parse(JSON.stringify(tree).replaceAll(from, to)) as Tree;
