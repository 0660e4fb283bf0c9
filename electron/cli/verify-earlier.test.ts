// `sd verify --earlier`: records of an earlier app, each compared with the one that it continues.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { changedByPart, standingOf, type EventData } from "../ceremony/ceremony.ts";
import type { JsonData } from "../journal/canonical.ts";
import { hashOf, lineOf } from "../journal/entry.ts";
import { verifyRecord } from "../journal/verify.ts";
import { expectRefusal, sd, temporaryFolder } from "./program.fixture.ts";
import { wordsOf } from "./shared/spoken.ts";

const at = (name: string): string =>
  fileURLToPath(new URL(`../../e2e/landed/${name}.jsonl`, import.meta.url));
const [ACTIVATION, HAND_OFF, PART, ATTESTATION, REPLACEMENT, ALONE] = [
  "1-activation",
  "2-hand-off",
  "3-attestation-part",
  "4-attestation",
  "5-replacement",
  "7-recovery-alone",
].map(at) as [string, string, string, string, string, string];

/** A record on paper with the data of its entries changed; chained again. */
function chained(record: string, change: (data: JsonData, type: string) => JsonData): string {
  const { entries } = verifyRecord(new Uint8Array(readFileSync(record)));
  let prev = entries[0]?.prev ?? "";
  const lines = entries.map((entry) => {
    const altered = { ...entry, data: change(entry.data, entry.type), prev };
    prev = hashOf(altered);
    return lineOf(altered);
  });
  const path = join(temporaryFolder(), "record.jsonl");
  writeFileSync(path, Buffer.concat(lines));
  return path;
}

/** The hand-off, with this change of what its first entry says of the activation. */
const handOffSaying = (change: Readonly<Record<string, JsonData>>): string =>
  chained(HAND_OFF, (data, type) => (type === "opened" ? saying(data, change) : data));

/** The attestation, as if it had taken over another part. */
function attestationOf(part: string, said: Readonly<Record<string, JsonData>>): string {
  const { head, entries } = verifyRecord(new Uint8Array(readFileSync(part)));
  const [opened] = entries.map(({ data }) => data as unknown as EventData["opened"]);
  return chained(ATTESTATION, (data, type) => {
    if (type !== "part-taken") return data;
    const { officer } = data as unknown as EventData["part-taken"];
    const standing = changedByPart(standingOf(entries), officer, opened?.earlier[0]);
    return { ...(data as object), head, standing, ...said };
  });
}

function saying(data: JsonData, change: Readonly<Record<string, JsonData>>): JsonData {
  const opened = data as { readonly earlier: readonly object[] };
  return { ...opened, earlier: [{ ...opened.earlier[0], ...change }] };
}

describe("a record with the one that it continues", () => {
  it("is told to continue it as it ended", async () => {
    const { code, out } = await sd(["verify", HAND_OFF, "--earlier", ACTIVATION]);
    expect(code).toBe(0);
    expect(out).toContain("It continues the earlier record as each ended: domain, officers");
    expect(out).toContain("The first of them continues none.");
  });

  it("is compared with all before it that were given, in any order", async () => {
    const given = ["verify", ATTESTATION, "--earlier", ACTIVATION, HAND_OFF, "--json"];
    const heads = [HAND_OFF, ACTIVATION].map(
      (path) => verifyRecord(new Uint8Array(readFileSync(path))).head,
    );
    expect(JSON.parse((await sd(given)).out)).toMatchObject({
      earlier: { records: heads, open: null },
    });
    const { out } = await sd(["verify", ATTESTATION, "--earlier", HAND_OFF]);
    expect(out).toContain("The record before them was not given: ");
  });

  it("is refused if it describes it differently, though by itself it is valid", async () => {
    const forged = handOffSaying({ domainFile: "Other-SD.json" });
    expect((await sd(["verify", forged])).code).toBe(0);
    expectRefusal(await sd(["verify", forged, "--earlier", ACTIVATION]), "E-EARLIER-DIFFERS");
  });

  it("is compared with the custodians' parts that it took over", async () => {
    const chain = ["--earlier", ACTIVATION, HAND_OFF];
    const { code, out } = await sd(["verify", ATTESTATION, ...chain, PART]);
    expect(code).toBe(0);
    expect(out).toContain("It says about the custodian's part what each record leaves.");
    const same = attestationOf(PART, {});
    expect((await sd(["verify", same, ...chain, PART])).code).toBe(0);
    // Of a part whose own first entry says otherwise what the last record left.
    const forged = chained(PART, (data, type) =>
      type === "opened" ? saying(data, { provenAt: "2026-01-01T00:00:00.000Z" }) : data,
    );
    const ended = await sd(["verify", attestationOf(forged, {}), ...chain, forged]);
    expectRefusal(ended, "E-EARLIER-DIFFERS");
    expect(ended.errors).toContain("the part of officer-1 differs");
    // It was closed on paper, which nobody compared.
    const signed = attestationOf(PART, { closed: "signed" });
    expectRefusal(await sd(["verify", signed, ...chain, PART]), "E-EARLIER-DIFFERS");
  });

  it("needs each part that an attestation of its chain took over, for sd custody too", async () => {
    const { head, signatures } = verifyRecord(new Uint8Array(readFileSync(REPLACEMENT)));
    const cards = [...new Set(signatures.map(({ certificate }) => certificate))];
    const anchors = ["--anchored", "--head", head, "--officer", ...cards, "--json"];
    const records = ["--earlier", ATTESTATION, HAND_OFF, ACTIVATION];
    for (const command of ["verify", "custody"]) {
      const part = wordsOf(verifyRecord(new Uint8Array(readFileSync(PART))).head);
      for (const [given, code, missing] of [
        [[...records, PART], 0, []],
        [records, 3, [`a custodian's part (${part})`]],
      ] as const) {
        const ended = await sd([command, REPLACEMENT, ...anchors, ...given]);
        expect(ended.code, command).toBe(code);
        expect((JSON.parse(ended.out) as { notCompared: unknown }).notCompared).toEqual(missing);
      }
    }
  });

  it("is not compared if what records mean is not asked", async () => {
    const given = ["verify", HAND_OFF, "--form-only", "--earlier", ACTIVATION];
    expectRefusal(await sd(given), "E-USAGE", 2);
  });

  it("is refused with one that it does not continue, or that is not closed", async () => {
    expectRefusal(await sd(["verify", HAND_OFF, "--earlier", ALONE]), "E-EARLIER-OTHER");
    // The same hand-off, held a second later.
    const again = chained(HAND_OFF, (data, type) => {
      if (type !== "opened") return data;
      const { clock, ...opened } = data as unknown as EventData["opened"];
      const later = new Date(Date.parse(clock) + 1000).toISOString();
      return { ...opened, clock: later };
    });
    for (const given of [[again], [ACTIVATION, again]])
      expectRefusal(await sd(["verify", HAND_OFF, "--earlier", ...given]), "E-EARLIER-FORK");
    expectRefusal(await sd(["verify", ALONE, "--earlier", ACTIVATION]), "E-EARLIER-OTHER");
    const open = join(temporaryFolder(), "record.jsonl");
    const lines = readFileSync(ACTIVATION, "utf8").split("\n").slice(0, 9);
    writeFileSync(open, `${lines.join("\n")}\n`);
    expectRefusal(await sd(["verify", HAND_OFF, "--earlier", open]), "E-EARLIER-OPEN");
  });
});

describe("the head of a record that was closed on paper", () => {
  const { head } = verifyRecord(new Uint8Array(readFileSync(HAND_OFF)));

  it("is said to be weak by few words, and is shown with sixteen", async () => {
    const { out } = await sd(["verify", HAND_OFF, "--head", head]);
    const words = /In words: (.*)/.exec(out)?.[1]?.split(" ") ?? [];
    expect(words).toHaveLength(16);
    expect(out).not.toContain("Fewer than sixteen");
    const few = await sd(["verify", HAND_OFF, "--head", words.slice(0, 10).join(" ")]);
    expect(few.out).toContain("Fewer than sixteen of its words were given");
  });
});
