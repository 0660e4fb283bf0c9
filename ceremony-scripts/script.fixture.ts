// Scripts for tests, as trees that are serialised as YAML.
import { parse, stringify } from "yaml";
import { isFault, type Fault } from "../crypto/index.ts";
import { BUILT_IN, checkScript, readScript } from "./index.ts";

/** A mapping of a script that is not yet checked. */
export type Tree = Readonly<Record<string, unknown>>;

/** One valid step of one person, changed. */
export const aStep = (change: Tree = {}): Tree => ({
  id: "some-step",
  station: "offline",
  by: "administrator",
  confirm: "witness",
  say: "Something is said.",
  do: "export-certificates",
  minutes: 5,
  ...change,
});

/** The people of a script. */
const ROLES: readonly Tree[] = [
  { role: "administrator", "may-not-also-be": ["witness", "officer"] },
  { role: "witness", "may-not-also-be": ["officer"] },
  { role: "officer", attend: "everyone", "may-not-also-be": ["officer"] },
];

/** The shortest valid script, or one with other steps. */
export const aScript = (
  steps: readonly Tree[] = [aStep({ id: "first", do: "open" }), aStep({ id: "last", do: "close" })],
  change: Tree = {},
): Tree => ({
  script: "some-script",
  title: "Some script",
  officers: 3,
  quorum: 2,
  continues: "nothing",
  roles: ROLES,
  materials: [{ medium: "officer-{officer}", of: "each officer", at: "offline", comes: "new" }],
  acts: [{ act: "One", steps, ...change }],
});

/** As YAML; members that are undefined are left out. */
export const textOf = (tree: Tree): string => stringify(tree, { aliasDuplicateObjects: false });

/** The fault that refuses a text; anything else fails the test. */
export function refusalOf(text: string): Fault {
  try {
    readScript(text, "");
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

const TREES = new Map<string, Tree>();

/** A script that comes with the app, as a tree to make changed ones of. */
export function treeOf(name: string): Tree {
  const tree = TREES.get(name) ?? (parse(BUILT_IN.get(name) ?? "") as Tree);
  TREES.set(name, tree);
  return tree;
}

/** A script's acts, each with its steps. */
export interface Act {
  readonly act: string;
  readonly steps: readonly Tree[];
}
export const actsOf = (tree: Tree): readonly Act[] => tree["acts"] as readonly Act[];

type Steps = readonly Tree[];

/** The script with other steps in its acts and blocks. */
export const withSteps = (tree: Tree, change: (steps: Steps) => Steps): Tree => ({
  ...tree,
  acts: actsOf(tree).map((act) => ({ ...act, steps: changed(act.steps, change) })),
});

const changed = (steps: Steps, change: (steps: Steps) => Steps): Steps =>
  change(steps).map((step) =>
    "for" in step ? { ...step, steps: changed(step["steps"] as Steps, change) } : step,
  );

/** The path of a step, such as `acts[1].steps[0]`. */
export function pathOf(tree: Tree, id: string): string {
  const places = actsOf(tree).flatMap(({ steps }, act) => placesOf(steps, id, `acts[${act}]`));
  if (places[0] === undefined) throw new Error("There is no such step.");
  return places[0];
}

const placesOf = (steps: Steps, id: string, within: string): readonly string[] =>
  steps.flatMap((step, i) => {
    const path = `${within}.steps[${i}]`;
    return step["id"] === id
      ? [path]
      : "for" in step
        ? placesOf(step["steps"] as Steps, id, path)
        : [];
  });

/** The refusal of a script, or null. */
export function verdictOn(tree: Tree): Fault | null {
  try {
    checkScript(readScript(textOf(tree), ""));
    return null;
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
}
