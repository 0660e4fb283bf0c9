// Which records a computer takes from elsewhere: those that people are known to have closed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { fromHex, toWords } from "../../crypto/index.ts";
import { makeOfficer } from "../journal/record.fixture.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { copyOf, draftOf, sealed } from "../meaning/drafts.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { bringRecord } from "./bring-record.ts";
import { anchoringOf, latest, storedCeremonies } from "./ceremony-store.ts";
import { nextAfter, signedActivation, threeOfficers } from "./chain.fixture.ts";

const officers = threeOfficers();
const [one, two, three] = officers as [
  (typeof officers)[number],
  (typeof officers)[number],
  (typeof officers)[number],
];
/** Chained and signed as a record, though no ceremony was held so: for what is refused before that. */
const first = signedActivation(officers);
const pool = makePool("PRODUCTION");
const activation = ceremonyOf("activation", pool, 1);
const replacement = ceremonyOf("replacement", pool, 2, { before: after(activation) });
const handOff = ceremonyOf("hand-off", pool, 3, { before: after(activation) });
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

describe("a record from elsewhere, if there is none yet", () => {
  it("is accepted by the words of its head, from paper", () => {
    const { record } = activation;
    expect(bringing(record, wordsOf(record, 10))).toBe("nothing thrown");
    expect(newest()).toEqual({ head: headOf(record), anchor: "typed", lacks: [] });
  });

  it("is not taken if it does not mean what it says, even if signed", () => {
    const drafted = copyOf(activation);
    draftOf(drafted.drafts, "key-opened")?.data.media.pop();
    const lying = sealed(drafted);
    expect(verifyRecord(lying)).toMatchObject({ closedBy: "signatures", unvouched: [] });
    expect(bringing(lying, headOf(lying))).toBe("E-MEAN-KEY-FILES");
    expect(bringing(first, headOf(first))).toBe("E-NOT-A-CEREMONY");
    expect(newest()).toBe(null);
  });

  it("is not taken without them, nor by those of another, though it is signed", () => {
    expect(bringing(first)).toBe("E-BRING-HEAD");
    expect(bringing(first, wordsOf(nextAfter(first)))).toBe("E-LOG-HEAD");
    expect(bringing(first, "apple")).toBe("E-HEAD-FORM");
    expect(newest()).toBe(null);
  });
});

describe("a record from elsewhere that continues one that is here", () => {
  beforeEach(() => {
    bringRecord(root, activation.record, headOf(activation.record));
  });

  it("is taken as it is, if known officers signed it, and vouch for who is new", () => {
    const { record } = replacement;
    expect(verifyRecord(record)).toMatchObject({ closedBy: "signatures", unvouched: [] });
    expect(bringing(record)).toBe("nothing thrown");
    expect(newest()).toEqual({ head: headOf(record), anchor: "signed", lacks: [] });
  });

  it("is not taken if nobody signed it, but by the head on its paper", () => {
    const { record } = handOff;
    expect(bringing(record)).toBe("E-BRING-HEAD");
    expect(newest()?.head).toBe(headOf(activation.record));
    expect(bringing(record, wordsOf(record))).toBe("nothing thrown");
    expect(newest()).toEqual({ head: headOf(record), anchor: "typed", lacks: [] });
  });
});

describe("a record from elsewhere that says it continues one that is here", () => {
  beforeEach(() => {
    const at = join(root, "1", ".ceremonies", "1-activation", "offline");
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, "record.jsonl"), first);
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
    // If it is told whose they are, it does not.
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

  it("passes with a replaced key that two known officers vouch for, up to its meaning", () => {
    const other = makeOfficer("officer-3");
    const replaced = nextAfter(first, { signers: [one, two, other], fresh: [other] });
    expect(bringing(replaced)).toBe("E-NOT-A-CEREMONY");
  });

  it("is not taken if it was aborted", () => {
    for (const aborted of [
      nextAfter(first, { aborted: true }),
      nextAfter(first, { aborted: true, signers: [one, three] }),
    ])
      expect(bringing(aborted, headOf(aborted))).toBe("E-POST-BRING");
  });
});
