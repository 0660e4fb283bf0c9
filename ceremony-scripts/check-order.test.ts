// Steps dropped, swapped and shuffled: the checker agrees with a handwritten list that knows
// nothing of rooms, words or kinds.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actsOf, treeOf, verdictOn, type Tree } from "./script.fixture.ts";

/** Which step must come before which: from the purpose of the ceremonies, not from the checker. */
const ORDER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  activation: [
    // No certificate is exported before its words are on a card, and no card is compared without one.
    ["make-key", "confirm-thumbprint", "export-certificates", "compare-thumbprint"],
    // The irreversible call comes after the HSM and all three officers were asked.
    ["read-activation", "download-domain"],
    ["compare-thumbprint", "download-domain"],
    ["download-domain", "read-domain-aloud", "match-domain", "prove-quorum"],
    ["prove-quorum", "close"],
    ["record-custody", "close"],
    // What the officers made is signed before it goes to the other station.
    ["export-certificates", "sign-keys", "to-connected"],
  ],
  recovery: [
    ["fetch-exchange-key", "read-exchange-key-aloud", "compare-exchange-key", "make-restore-blob"],
    ["make-restore-blob", "upload-blob", "backup-empty", "restore-backup", "compare-keys"],
    ["know-backup", "backup-empty"],
    ["compare-keys", "close"],
    ["record-custody", "close"],
    // The officers' bags are opened on arrival at the offline station.
    ["at-offline", "make-restore-blob"],
    ["make-restore-blob", "sign-blob", "to-connected"],
  ],
};

/** Every step of the list is there, and in its place. */
function isSound(name: string, steps: readonly Tree[]): boolean {
  const ids = steps.map(({ id }) => id);
  return (ORDER[name] ?? []).every((chain) =>
    chain.every((id, i) => {
      const before = i === 0 ? -1 : ids.indexOf(chain[i - 1]);
      return ids.includes(id) && ids.indexOf(id) > before;
    }),
  );
}

const stepsOf = (name: string): readonly Tree[] =>
  actsOf(treeOf(name)).flatMap(({ steps }) => steps);

/**
 * Checks the verdict on a script of these steps in one act. The list has nothing to say about a
 * script that cannot even be read (a step at a station that has no record).
 */
function expectVerdict(name: string, steps: readonly Tree[]): "sound" | "refused" | "no script" {
  const refusal = verdictOn({ ...treeOf(name), acts: [{ act: "All", steps }] });
  if (refusal?.code.startsWith("E-SCRIPT-") === true) return "no script";
  const verdict = refusal === null ? "sound" : "refused";
  const ids = steps.map(({ id }) => id);
  expect({ ids, verdict }).toEqual({ ids, verdict: isSound(name, steps) ? "sound" : "refused" });
  return verdict;
}

function swapped(steps: readonly Tree[], a: number, b: number): readonly Tree[] {
  const at = (i: number) => steps[i === a ? b : i === b ? a : i];
  return steps.map((step, i) => at(i) ?? step);
}

describe.each(["activation", "recovery"])("%s", (name) => {
  const steps = stepsOf(name);
  const pairs = steps.flatMap((_, a) => steps.slice(a + 1).map((_, i) => [a, a + 1 + i] as const));

  it("can miss none of its steps", () => {
    for (const left of steps) {
      const verdict = expectVerdict(
        name,
        steps.filter((step) => step !== left),
      );
      expect({ id: left["id"], verdict }).not.toMatchObject({ verdict: "sound" });
    }
  });

  it("with any two steps swapped is valid or refused as the list says", () => {
    const verdicts = pairs.map(([a, b]) => expectVerdict(name, swapped(steps, a, b)));
    for (const verdict of ["sound", "refused", "no script"]) expect(verdicts).toContain(verdict);
  });

  it("with its steps swapped again and again gets the list's verdict", () => {
    const fixed = ["open", "take-over", "close"];
    const isFree = ({ do: kind }: Tree) => typeof kind === "string" && !fixed.includes(kind);
    const free = pairs.filter(
      (pair) =>
        pair.every((i) => isFree(steps[i] ?? {}))
        && new Set(pair.map((i) => steps[i]?.["station"])).size === 1,
    );
    const swaps = fc.array(fc.constantFrom(...free), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(swaps, (some) => {
        const verdict = expectVerdict(
          name,
          some.reduce((all, [a, b]) => swapped(all, a, b), steps),
        );
        expect(verdict).not.toBe("no script");
      }),
      { numRuns: 150 },
    );
  });
});
