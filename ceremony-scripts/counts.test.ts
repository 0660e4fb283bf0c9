// A script whose numbers of officers are chosen when its ceremony is opened: it is the same as one that
// says these numbers itself, for every number that Azure takes.
import process from "node:process";
import { describe, expect, it } from "vitest";
import { BUILT_IN, checkScript, readScript, withCounts, type Script } from "./index.ts";
import { aScript, aStep, refusalOf, textOf, treeOf, type Tree } from "./script.fixture.ts";

/** Every number of officers that Azure takes, with every quorum of it. */
const EVERY = Array.from({ length: 8 }, (_, n) => n + 3).flatMap((officers) =>
  Array.from({ length: officers - 1 }, (_, k) => ({ officers, quorum: k + 2 })),
);
const isLong = process.env["LONG"] === "1";
const CHOSEN = { officers: "chosen", quorum: "chosen" };

const read = (tree: Tree): Script => readScript(textOf(tree), "");
/** All that people and programs see of a script. */
const seen = (script: Script): object => ({ ...script, chosen: null, text: null });

describe("a script whose counts are chosen", () => {
  it("is, with each of the 44 pairs of numbers, the script that says them", () => {
    expect(EVERY).toHaveLength(44);
    const chosen = read({ ...treeOf("activation"), ...CHOSEN });
    for (const counts of EVERY) {
      const own = read({ ...treeOf("activation"), ...counts });
      expect(seen(withCounts(chosen, counts))).toEqual(seen(own));
      expect(withCounts(own, { officers: 4, quorum: 4 })).toBe(own);
    }
  });

  it.each(isLong ? [...BUILT_IN.keys()] : ["activation"])(
    "works in the room for more officers than the fewest: %s",
    (name) => {
      const script = read({ ...treeOf(name), ...CHOSEN });
      expect([script.officers, script.quorum, script.chosen]).toEqual([3, 2, true]);
      for (const counts of [script, { officers: 4, quorum: 3 }, { officers: 5, quorum: 5 }])
        checkScript(withCounts(script, counts));
    },
  );

  it("is read for ten officers, though nobody could review all ways of an attestation of ten", () => {
    const attestation = read({ ...treeOf("attestation"), ...CHOSEN });
    const counts = { officers: 10, quorum: 10 };
    expect(withCounts(attestation, counts)).toMatchObject(counts);
    expect(refusalOf(textOf({ ...treeOf("attestation"), ...counts })).code).toBe("E-SCRIPT-WAYS");
  });

  it("says the numbers in words where its text names them, also to one officer", () => {
    const say = "Officer {officer} of {officers}: any {quorum} open it.";
    const script = read(
      aScript(
        [
          aStep({ id: "first", do: "open" }),
          aStep({ id: "mine", do: "make-key", by: "each officer", say }),
          aStep({ id: "last", do: "close" }),
        ],
        {},
      ),
    );
    const saysIn = ({ steps }: Script) => steps.find(({ id }) => id === "mine-2")?.say;
    expect(saysIn(script)).toBe("Officer 2 of three: any two open it.");
  });

  it("stays as it is with numbers that Azure does not take", () => {
    const script = read({ ...aScript(), ...CHOSEN });
    for (const [officers, quorum] of [
      [2, 2],
      [11, 3],
      [5, 1],
      [5, 6],
      [4.5, 2],
      [Number.NaN, 2],
    ] as const)
      expect(withCounts(script, { officers, quorum })).toBe(script);
  });

  it("has both chosen, or neither", () => {
    for (const one of [{ officers: "chosen" }, { quorum: "chosen" }, { officers: "any" }])
      expect(refusalOf(textOf({ ...aScript(), ...one })).code).toBe("E-SCRIPT-VALUE");
  });
});
