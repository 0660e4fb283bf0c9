// Scripts for tests, as trees that are written as YAML.
import { stringify } from "yaml";
import { isFault, type Fault } from "../crypto/index.ts";
import { readScript } from "./index.ts";

/** A mapping of a script that is not yet judged. */
export type Tree = Readonly<Record<string, unknown>>;

/** One sound step of one person, changed. */
export const aStep = (change: Tree = {}): Tree => ({
  id: "some-step", station: "offline", by: "administrator", confirm: "witness",
  say: "Something is said.", do: "export-certificates", minutes: 5, ...change,
});

/** The shortest sound script, or one with other steps. */
export const aScript = (
  steps: readonly Tree[] = [aStep({ id: "first", do: "open" }), aStep({ id: "last", do: "close" })],
  change: Tree = {},
): Tree => ({
  script: "some-script", title: "Some script", officers: 3, quorum: 2, continues: "nothing",
  acts: [{ act: "One", steps, ...change }],
});

/** As YAML; members that are undefined are left out. */
export const textOf = (tree: Tree): string => stringify(tree, { aliasDuplicateObjects: false });

/** The fault a text is refused with; anything else fails the test. */
export function refusalOf(text: string): Fault {
  try {
    readScript(text, "");
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}
