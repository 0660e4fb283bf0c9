// Which records a computer takes from elsewhere: those that people are known to have closed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { fromHex, toWords } from "../../crypto/index.ts";
import { makeOfficer } from "../journal/record.fixture.ts";
import { verifyRecord } from "../journal/verify.ts";
import { bringRecord } from "./bring-record.ts";
import { anchoringOf, latest, storedCeremonies } from "./ceremony-store.ts";
import { nextAfter, signedActivation, threeOfficers } from "./chain.fixture.ts";

const officers = threeOfficers();
const [one, two, three] = officers as [
  (typeof officers)[number],
  (typeof officers)[number],
  (typeof officers)[number],
];
const first = signedActivation(officers);
const headOf = (bytes: Uint8Array): string => verifyRecord(bytes).head;
const wordsOf = (bytes: Uint8Array, count = 16): string =>
  toWords(fromHex(headOf(bytes))!.subarray(0, count)).join(" ");

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "brought-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const bringing = (bytes: Uint8Array, typed = ""): string =>
  codeOf(() => {
    bringRecord(root, bytes, typed);
  });
const newest = () => {
  const all = storedCeremonies(root);
  const found = latest(all);
  return found === undefined
    ? null
    : { head: found.entries.at(-1)?.hash, ...anchoringOf(found, all) };
};

describe("a record from elsewhere, where there is none yet", () => {
  it("is taken by the words of its head, from paper", () => {
    expect(bringing(first, wordsOf(first, 10))).toBe("nothing thrown");
    expect(newest()).toEqual({ head: headOf(first), anchor: "typed", lacks: [] });
  });

  it("is not taken without them, nor by those of another, though it is signed", () => {
    expect(bringing(first)).toBe("E-BRING-HEAD");
    expect(bringing(first, wordsOf(nextAfter(first)))).toBe("E-LOG-HEAD");
    expect(bringing(first, "apple")).toBe("E-HEAD-FORM");
    expect(newest()).toBe(null);
  });
});

describe("a record from elsewhere that says it continues one that is here", () => {
  beforeEach(() => {
    bringRecord(root, first, headOf(first));
  });

  it("is taken as it is, if known officers signed it", () => {
    const second = nextAfter(first, { signers: officers });
    expect(bringing(second)).toBe("nothing thrown");
    expect(newest()).toEqual({ head: headOf(second), anchor: "signed", lacks: [] });
  });

  it("is not taken if nobody signed it, but by the head on its paper", () => {
    const second = nextAfter(first);
    expect(bringing(second)).toBe("E-BRING-HEAD");
    expect(newest()?.head).toBe(headOf(first));
    expect(bringing(second, wordsOf(second))).toBe("nothing thrown");
    expect(newest()).toEqual({ head: headOf(second), anchor: "typed", lacks: [] });
  });

  it("is not taken from strangers who name the true head, whatever they type", () => {
    const strangers = threeOfficers();
    const forged = nextAfter(first, {
      signers: strangers,
      says: {
        officers: verifyRecord(signedActivation(strangers))
          .entries.filter(({ type }) => type === "key-made")
          .map(({ data }, i) => ({
            officer: `officer-${String(i + 1)}`,
            name: "Somebody",
            keyName: `cert_${String(i)}`,
            signingName: `sign_${String(i)}`,
            thumbprint: (data as { thumbprint: string }).thumbprint,
            signingThumbprint: (data as { signingThumbprint: string }).signingThumbprint,
            trouble: "",
            sealsSeenAt: "",
            keyOpenedAt: "",
          })),
      },
    });
    // By itself it vouches for them.
    expect(verifyRecord(forged)).toMatchObject({ closedBy: "signatures", unvouched: [] });
    expect(bringing(forged)).toBe("E-EARLIER-DIFFERS");
    expect(bringing(forged, headOf(forged))).toBe("E-EARLIER-DIFFERS");
    // And told of whom they are, it does not.
    const honest = nextAfter(first, { signers: strangers });
    expect(verifyRecord(honest).unvouched).toEqual(["officer-1", "officer-2", "officer-3"]);
    expect(bringing(honest, headOf(honest))).toBe("E-BRING-SIGNER");
  });

  it("is not taken with a replaced key that nothing vouches for, nor what continues that", () => {
    const other = makeOfficer("officer-3");
    const replaced = nextAfter(first, { signers: [one, other], fresh: [other] });
    expect(verifyRecord(replaced).unvouched).toEqual(["officer-3"]);
    expect(bringing(replaced, headOf(replaced))).toBe("E-BRING-SIGNER");
    const later = nextAfter(replaced, { signers: [two, other] });
    expect(verifyRecord(later).unvouched).toEqual([]);
    expect(bringing(later)).toBe("E-BRING-HEAD");
    const told = nextAfter(replaced, {
      signers: [two, other],
      opening: { unvouched: ["officer-3"] },
    });
    expect(bringing(told, headOf(told))).toBe("E-BRING-SIGNER");
  });

  it("is taken with a replaced key that two known officers vouch for", () => {
    const other = makeOfficer("officer-3");
    const replaced = nextAfter(first, { signers: [one, two, other], fresh: [other] });
    expect(bringing(replaced)).toBe("nothing thrown");
  });

  it("is not taken if it was aborted", () => {
    for (const aborted of [
      nextAfter(first, { aborted: true }),
      nextAfter(first, { aborted: true, signers: [one, three] }),
    ])
      expect(bringing(aborted, headOf(aborted))).toBe("E-POST-BRING");
  });
});
