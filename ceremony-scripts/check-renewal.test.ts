// Scripts that replace or adopt keys, each wrong in one way and refused for it.
import { expect, it } from "vitest";
import { treeOf, verdictOn, withSteps, type Tree } from "./script.fixture.ts";

/** Without this step, even if it is inside a block. */
const without =
  (id: string) =>
  (steps: readonly Tree[]): readonly Tree[] =>
    steps
      .filter((step) => step["id"] !== id)
      .map((step) =>
        step["for"] === undefined
          ? step
          : { ...step, steps: without(id)(step["steps"] as readonly Tree[]) },
      );

it.each([
  ["replacement", "check-key", "E-CHECK-NEVER", "keeps a key that was never proven healthy"],
  ["replacement", "compare-thumbprint", "E-CHECK-LOCKED", "downloads for words nobody compared"],
  ["replacement", "read-domain-aloud", "E-CHECK-NEVER", "matches a domain nobody read aloud"],
  ["replacement", "prove-quorum", "E-CHECK-NEVER", "retires the old before the new is proven"],
  ["replacement", "retire-domain", "E-CHECK-OWED", "leaves the old domain in force"],
  ["replacement", "sign-keys", "E-CHECK-UNSIGNED", "lets nobody sign the new keys"],
  ["recovery-alone", "sign-blob", "E-CHECK-UNSIGNED", "sends a blob that nobody signed for"],
  ["adoption", "take-into-custody", "E-CHECK-CUSTODY", "seals what is in no custody"],
])("%s without %s is refused: %s, for it %s", (name, id, code) => {
  expect(verdictOn(treeOf(name))).toBeNull();
  expect(verdictOn(withSteps(treeOf(name), without(id)))?.code).toBe(code);
});

it("only things of new and of remaining officers may share a name", () => {
  const tree = treeOf("replacement");
  const materials = tree["materials"] as readonly Tree[];
  const change = (one: Tree): Tree =>
    one["of"] === "each new officer" && one["medium"] === "officer-{officer}"
      ? { ...one, of: "each officer" }
      : one;
  expect(verdictOn({ ...tree, materials: materials.map(change) })?.code).toBe("E-SCRIPT-DUPLICATE");
});
