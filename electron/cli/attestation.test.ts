// A custody attestation as `sd rehearse` plays it: parts on different days, taken over and checked;
// and parts that must not be taken.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  continuationOf,
  fold,
  standingOf,
  type Earlier,
  type EventData,
  type Standing,
} from "../ceremony/ceremony.ts";
import { hashOf, lineOf } from "../journal/entry.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { Deps } from "../usecases/deps.ts";
import { folderMedia } from "../media/media.ts";
import { rehashCopy } from "../usecases/rehash-copy.ts";
import { takePart } from "../usecases/take-part.ts";
import { journalOf } from "../usecases/turn.ts";
import { ceremoniesIn, performed } from "./ceremonies.fixture.ts";
import { sd } from "./program.fixture.ts";
import { english } from "../text/english.ts";

const { afterActivation, afterwards, at, begun, recordIn, rehearse, standingIn } =
  ceremoniesIn("attestation");

const CHECKED = ["part-2", "--choose", "open-bag-2"] as const;
/** What part 2 said while these files of officer 2 were not there, by file. */
const without = new Map<string, string>();

beforeAll(async () => {
  await afterActivation();
  const part = (out_: string, ...more: readonly string[]) =>
    rehearse("attestation-part", out_, ...more);
  expect((await part("part-1")).code).toBe(0);
  for (const file of ["sign_1.cer", "sign_1.key"]) {
    const path = at("media", "officer-2", file);
    renameSync(path, at("away"));
    without.set(file, (await part(...CHECKED)).errors);
    renameSync(at("away"), path);
  }
  expect((await part(...CHECKED)).code).toBe(0);
  const last = ["part-3", "--officer", "3", "--choose", "report-trouble-3", "copy-seal"] as const;
  expect((await part(...last)).code).toBe(0);
});

describe("an officer's part", () => {
  it("is closed on paper if only seals were compared, and signed if the key was", () => {
    expect(verifyRecord(recordIn("part-1"))).toMatchObject({ closedBy: "paper", signatures: [] });
    const { closedBy, signatures } = verifyRecord(recordIn("part-2"));
    const known = standingIn("activation").officers[1];
    expect(closedBy).toBe("signatures");
    expect(signatures.map(({ certificate }) => certificate)).toEqual([known?.signingThumbprint]);
  });

  it("does not pass a medium that lacks a file of the signing key, and names both", () => {
    for (const [file, errors] of without) {
      expect(errors).toContain("E-MEDIA-FILE-MISSING");
      expect(errors).toContain(`${file} is not on the medium officer-2`);
    }
    expect(without.size).toBe(2);
  });

  it("leaves the seals of what was not opened, and new ones on what was", () => {
    const [before, one, two] = ["activation", "part-1", "part-2"].map(standingIn);
    const sealsIn = (standing: Standing | undefined, of: string) =>
      standing?.objects.filter(({ object }) => object.startsWith(of)).map(({ seal }) => seal);
    expect(sealsIn(one, "officer-1")).toEqual(sealsIn(before, "officer-1"));
    expect(sealsIn(two, "officer-2 medium")).not.toEqual(sealsIn(before, "officer-2 medium"));
    expect(sealsIn(two, "officer-2 backup")).toEqual(sealsIn(before, "officer-2 backup"));
  });

  it("says when a key opened something, and never contains the challenge itself", () => {
    const [before, after] = ["activation", "part-2"].map((name) => standingIn(name).officers[1]);
    expect(Date.parse(after?.keyOpenedAt ?? "")).toBeGreaterThan(
      Date.parse(before?.keyOpenedAt ?? ""),
    );
    const checked = verifyRecord(recordIn("part-2")).entries.find(
      ({ type }) => type === "key-checked",
    )?.data as Record<string, string>;
    expect(Object.keys(checked).sort()).toEqual([
      "challengeSha256",
      "medium",
      "officer",
      "thumbprint",
    ]);
  });

  it("compares the photograph of the officer's medium with the one of the activation", () => {
    const taken = verifyRecord(recordIn("part-2")).entries.flatMap(({ type, data }) =>
      type === "seals-photographed" ? (data as EventData[typeof type]).photographs : [],
    );
    const before = standingIn("activation").photographs ?? [];
    expect(before.map(({ object }) => object)).toEqual([
      "officer-1 medium",
      "officer-2 medium",
      "officer-3 medium",
    ]);
    // As the bag was found; and the new one, in which the medium lies after its key was checked.
    expect(taken).toMatchObject([
      { object: "officer-2 medium", seal: before[1]?.seal, before: before[1]?.sha256 },
      { object: "officer-2 medium", before: "" },
    ]);
    expect(new Set(taken.map(({ seal, sha256 }) => seal + sha256)).size).toBe(2);
  });

  it("continues from the activation's head, as every other part does", () => {
    const { head } = verifyRecord(recordIn("activation"));
    for (const name of ["part-1", "part-2", "part-3"])
      expect(verifyRecord(recordIn(name)).entries[0]?.prev).toBe(head);
  });
});

describe("a part that is taken over", () => {
  /** An attestation that has come to the part of this officer. */
  function atPartOf(seat: number, earlier?: Earlier, clock?: () => Date): Deps {
    const deps = begun("attestation", earlier, clock);
    for (const n of [1, 2, 3].slice(0, seat))
      performed(deps, `which-part-${n}`, n === seat ? `take-part-${n}` : `which-part-${n + 1}`);
    return deps;
  }
  const take = async (deps: Deps, seat: number, bytes: Uint8Array, heard = ""): Promise<string> =>
    codeOf(() => takePart(deps, { seat, bytes, heard }));

  it("counts when signed by the key that the last record knows", async () => {
    const deps = atPartOf(2);
    expect(await take(deps, 2, recordIn("part-2"))).toBe("nothing thrown");
    const after = standingOf(journalOf(deps).entries);
    expect(after.officers[1]).toEqual(standingIn("part-2").officers[1]);
    expect(fold(journalOf(deps).entries).heardOf).toEqual(["officer-2"]);
  });

  it("B178 closed by a clock that was ahead counts, without its time, and that is recorded", async () => {
    const part = verifyRecord(recordIn("part-2"));
    const closed = Date.parse(part.entries.at(-1)?.at ?? "");
    const clock = () => new Date(closed - 3_600_000);
    const deps = { ...atPartOf(2, undefined, clock), notice: () => undefined };
    expect(await take(deps, 2, recordIn("part-2"))).toBe("nothing thrown");
    const { entries } = journalOf(deps);
    expect(entries.find(({ type }) => type === "part-taken")?.data).toMatchObject({ closedAt: "" });
    expect(entries.filter(({ type }) => type === "clock-jumped").at(-1)?.data).toMatchObject({
      before: part.entries.at(-1)?.at,
    });
    // Beside the part's own record it says nothing else than that.
    const records = ["activation", "part-2"].map((name) => verifyRecord(recordIn(name)));
    const chained = entries.map((one, i) => (i > 0 ? one : { ...one, prev: afterwards().head }));
    const atHand = (head: string) => records.find((one) => one.head === head);
    const { kind } = continuationOf({ entries: chained }, atHand);
    expect(kind).toBe("as-left");
  });

  it("of another signing key is refused", async () => {
    const earlier = afterwards();
    const others = earlier.officers.map((one) => ({
      ...one,
      signingThumbprint: sha256Hex(utf8(one.officer)),
    }));
    const deps = atPartOf(2, { ...earlier, officers: others });
    expect(await take(deps, 2, recordIn("part-2"))).toBe("E-SIGNER-OTHER");
  });

  it("on paper counts only with the words of its head", async () => {
    const { head } = verifyRecord(recordIn("part-1"));
    expect(await take(atPartOf(1), 1, recordIn("part-1"))).toMatch(/^E-(HEAD|LOG)/);
    expect(await take(atPartOf(1), 1, recordIn("part-1"), "crusade ".repeat(10).trim())).toMatch(
      /^E-(HEAD|LOG)/,
    );
    expect(await take(atPartOf(1), 1, recordIn("part-1"), head)).toBe("nothing thrown");
  });

  it("of another officer, of another record, or that is not one is refused", async () => {
    expect(await take(atPartOf(1), 1, recordIn("part-2"))).toBe("E-PART-OTHER");
    const elsewhere = { ...afterwards(), head: "0".repeat(64) };
    expect(await take(atPartOf(2, elsewhere), 2, recordIn("part-2"))).toBe("E-PART-OTHER");
    expect(await take(atPartOf(2), 2, recordIn("activation"))).toBe("E-PART-KIND");
    const lines = new TextDecoder().decode(recordIn("part-2")).trimEnd().split("\n");
    const cut = utf8(`${lines.slice(0, -1).join("\n")}\n`);
    expect(await take(atPartOf(2), 2, cut)).toBe("E-PART-KIND");
    expect(await take(atPartOf(1), 1, abortedPart())).toBe("E-PART-KIND");
  });

  /** The part that was closed on paper, as if it had been aborted right before. */
  function abortedPart(): Uint8Array {
    const { entries } = verifyRecord(recordIn("part-1"));
    const end = entries.at(-1)!;
    const data = { reason: "Fire.", decidedBy: ["administrator", "witness"], remains: [] };
    const aborted = { ...end, type: "aborted", data };
    const closing = { ...end, seq: end.seq + 1, prev: hashOf(aborted) };
    return new Uint8Array(
      Buffer.concat([...entries.slice(0, -1), aborted, closing].map((one) => lineOf(one))),
    );
  }

  it("is refused with any byte of some line changed", async () => {
    const bytes = recordIn("part-2");
    for (let i = 100; i < bytes.length; i += 997) {
      const changed = bytes.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(await take(atPartOf(2), 2, changed), `byte ${i}`).toMatch(/^E-LOG-/);
    }
  });
});

describe("a copy of the domain that decays (F55)", () => {
  const seals = [
    ["transfer", "transfer-hash"],
    ["domain-copy", "copy-hash"],
  ] as const;
  /** An attestation that has come to the copy on this medium. */
  function atCopyOn(label: "transfer" | "domain-copy"): Deps {
    const deps: Deps = { ...begun("attestation"), media: folderMedia(at("media")) };
    for (const n of [1, 2, 3])
      performed(deps, `which-part-${n}`, n === 3 ? "where-transfer" : `which-part-${n + 1}`);
    if (label === "transfer") performed(deps, "where-transfer", "transfer-seal");
    else {
      performed(deps, "where-transfer", "where-copy");
      performed(deps, "where-copy", "copy-seal");
    }
    performed(deps, label === "transfer" ? "transfer-seal" : "copy-seal");
    return deps;
  }
  const check = (label: "transfer" | "domain-copy") => codeOf(() => rehashCopy(atCopyOn(label)));

  it.each(seals)("on %s is found by one bit at %s; the other copy counts", (label, step) => {
    const other = label === "transfer" ? "domain-copy" : "transfer";
    const file = at("media", label, afterwards().domainFile);
    const whole = readFileSync(file);
    const decayed = Buffer.from(whole);
    decayed[whole.length >> 1]! ^= 1;
    try {
      writeFileSync(file, decayed);
      const deps = atCopyOn(label);
      expect(codeOf(() => rehashCopy(deps))).toBe("E-DOMAIN-HASH");
      expect(journalOf(deps).entries.at(-1)).toMatchObject({ type: "step-began", data: { step } });
      expect(check(other)).toBe("nothing thrown");
    } finally {
      writeFileSync(file, whole);
    }
    expect(check(label)).toBe("nothing thrown");
  });
});

describe("the whole attestation", () => {
  it("takes the part of each officer, and says that the custody is degraded", async () => {
    const played = await rehearse("attestation", "whole");
    expect(played.code, played.errors).toBe(0);
    const { entries, closedBy } = verifyRecord(recordIn("whole"));
    expect(closedBy).toBe("paper");
    const data = (type: string) =>
      entries
        .filter((entry) => entry.type === type)
        .map((entry) => entry.data as Record<string, unknown>);
    expect(data("part-taken").map(({ officer, closed }) => [officer, closed])).toEqual([
      ["officer-1", "on-paper"],
      ["officer-2", "signed"],
      ["officer-3", "on-paper"],
    ]);
    expect(data("custody-attested")).toEqual([
      {
        health: "degraded",
        healthy: ["officer-1", "officer-2"],
        troubled: ["officer-3"],
        unseen: [],
      },
    ]);
    expect(standingIn("whole").officers[2]?.trouble).toBe("forgotten");
    expect(standingIn("whole").domainSha256).toBe(standingIn("activation").domainSha256);
  });

  it("says for each part what its own record leaves, if that is available", async () => {
    const { code, out, errors } = await sd([
      "verify",
      at("whole"),
      "--earlier",
      ...["activation", "part-1", "part-2", "part-3"].map((name) => at(name)),
    ]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(out).toContain("It continues the earlier record as each ended");
    expect(out).toContain("It says about 3 custodians' parts what each record leaves.\n");
    const { entries } = verifyRecord(recordIn("whole"));
    const all = ["activation", "part-1", "part-2", "part-3"].map((name) =>
      verifyRecord(recordIn(name)),
    );
    // A key that nobody can open any more is said to be well.
    const lie = entries.map(
      (entry) =>
        JSON.parse(
          JSON.stringify(entry).replace('"trouble":"forgotten"', '"trouble":""'),
        ) as (typeof entries)[number],
    );
    const found = (said: typeof entries, left = all) =>
      continuationOf({ entries: said }, (head) => left.find((one) => one.head === head));
    expect(found(entries)).toEqual({ kind: "as-left" });
    const lied = found(lie);
    expect(lied.kind === "differs" && english(lied.what)).toBe("the part of officer-3");
    expect(found(lie, all.slice(0, 3))).toEqual({ kind: "as-left" });
  });

  it("is what the next ceremony continues from, with the troubles it found", async () => {
    expect((await rehearse("attestation-part", "next-part")).code).toBe(0);
    const [first] = verifyRecord(recordIn("next-part")).entries;
    expect(first?.prev).toBe(verifyRecord(recordIn("whole")).head);
    expect(standingIn("next-part").officers[2]?.trouble).toBe("forgotten");
  });
});
