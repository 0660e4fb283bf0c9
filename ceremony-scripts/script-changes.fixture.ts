// Changes of scripts, for tests: each one turns a good script into another one.
import { withSteps, type Tree } from "./script.fixture.ts";

/** A change of a script before it is checked. */
export type Change = (tree: Tree) => Tree;

/** One change after the other. */
export const both =
  (...changes: readonly Change[]): Change =>
  (tree) =>
    changes.reduce((changed, change) => change(changed), tree);
/** A step with other fields. */
export const step =
  (id: string, change: Tree): Change =>
  (tree) =>
    withSteps(tree, (steps) =>
      steps.map((one) => (one["id"] === id ? { ...one, ...change } : one)),
    );
const claims =
  (of: "ensures" | "requires", id: string, ...more: readonly string[]): Change =>
  (tree) =>
    withSteps(tree, (steps) =>
      steps.map((one) =>
        one["id"] === id
          ? { ...one, [of]: [...((one[of] as readonly string[] | undefined) ?? []), ...more] }
          : one,
      ),
    );
/** A step that ensures more. */
export const ensures = (id: string, ...more: readonly string[]) => claims("ensures", id, ...more);
/** A step that requires more. */
export const requires = (id: string, ...more: readonly string[]) => claims("requires", id, ...more);
/** Without a step. */
export const without =
  (id: string): Change =>
  (tree) =>
    withSteps(tree, (steps) => steps.filter((one) => one["id"] !== id));
/** A step without what people do by hand. */
export const claimless = (id: string): Change => step(id, { ensures: undefined });
/** The last step without one of its seals. */
export const unsealed =
  (what: string, id = "close"): Change =>
  (tree) =>
    withSteps(tree, (steps) =>
      steps.map((one) =>
        one["id"] === id
          ? {
              ...one,
              ensures: (one["ensures"] as readonly string[]).filter((text) => text !== what),
            }
          : one,
      ),
    );
/** A copy of a step, under another id, after a step. */
export const again =
  (id: string, behind: string): Change =>
  (tree) => {
    let copy: Tree = {};
    withSteps(tree, (steps) => {
      copy = { ...copy, ...steps.find((one) => one["id"] === id) };
      return steps;
    });
    return put({ ...copy, id: `${id}-again` }, behind)(tree);
  };
/** A step inserted after another one. */
export const put =
  (one: Tree, behind: string): Change =>
  (tree) =>
    withSteps(tree, (steps) =>
      steps.flatMap((other) => (other["id"] === behind ? [other, one] : [other])),
    );
/** A step moved after another one. */
export const moved = (id: string, behind: string): Change =>
  both(again(id, behind), without(id), step(`${id}-again`, { id }));
const inList =
  (list: string, at: number, change: Tree | null): Change =>
  (tree) => ({
    ...tree,
    [list]: (tree[list] as readonly Tree[]).flatMap((item, i) =>
      i !== at ? [item] : change === null ? [] : [{ ...item, ...change }],
    ),
  });
/** A role with other fields. */
export const role = (at: number, change: Tree) => inList("roles", at, change);
/** A material with other fields, or without it. */
export const material = (at: number, change: Tree | null) => inList("materials", at, change);
/** One more thing is brought. */
export const brought =
  (thing: Tree): Change =>
  (tree) => ({ ...tree, materials: [...(tree["materials"] as readonly Tree[]), thing] });
