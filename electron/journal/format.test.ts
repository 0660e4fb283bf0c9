// FORMAT.md shows what the code does; a record once made verifies for ever.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromHex, toWords, utf8 } from "../../crypto/index.ts";
import { temporaryFolder } from "./record.fixture.ts";
import { anchoredBy, verifyHead, verifyRecord, type Verdict } from "./verify.ts";

/** Whether these cards, matched to any signer, are those of all who signed. */
const isKnown = (verdict: Verdict, cards: readonly string[]): boolean =>
  anchoredBy(
    verdict,
    cards.map((words) => ({ officer: null, words })),
  ).known;

const read = (name: string): Buffer => readFileSync(join(import.meta.dirname, name));
const PAGE = read("FORMAT.md").toString();
const block = (kind: string): string =>
  new RegExp(`^\`\`\`${kind}\n(.*?)^\`\`\`$`, "ms").exec(PAGE)?.[1] ?? "";
const wordsOf = (hex: string): string =>
  toWords(fromHex(hex) ?? new Uint8Array())
    .slice(0, 10)
    .join(" ");

describe("the worked example", () => {
  it("is a valid record, with the hashes and words that the page shows", () => {
    const verdict = verifyRecord(utf8(block("jsonl")));
    expect(verdict).toMatchObject({ closed: false, entries: { length: 2 } });
    for (const { hash } of verdict.entries) expect(PAGE).toContain(`\`${hash.slice(0, 8)}…\``);
    expect(PAGE).toContain(`\`${wordsOf(verdict.head)}\``);
  });

  it("is recomputed by the shell command that the page shows", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "record.jsonl"), block("jsonl"));
    const said = execFileSync("sh", ["-c", block("sh")], { cwd: folder, encoding: "utf8" });
    const { entries } = verifyRecord(utf8(block("jsonl")));
    expect(said.match(/[0-9a-f]{64}/g)).toEqual(entries.map(({ hash }) => hash));
  });
});

describe("the examples of an act and of a closing on paper", () => {
  const [record = "", act = "", end = ""] = [...PAGE.matchAll(/^```jsonl\n(.*?)^```$/gms)].map(
    ([, lines]) => lines ?? "",
  );

  it("end an act of the worked example, which is not closed by it", () => {
    expect(verifyRecord(utf8(record + act))).toMatchObject({
      closed: false,
      acts: [
        { seq: 2, act: "EXAMPLE", by: "paper", present: ["administrator", "witness"], missing: [] },
      ],
    });
  });

  it("close the worked example, and signs nothing", () => {
    expect(verifyRecord(utf8(record))).toMatchObject({ closed: false, closedBy: null });
    expect(verifyRecord(utf8(record + end))).toMatchObject({
      closed: true,
      closedBy: "paper",
      signatures: [],
      missing: [],
    });
  });
});

describe("the signed record that was made with version 1", () => {
  it("still verifies", () => {
    const verdict = verifyRecord(read("vector.jsonl"));
    expect(verdict).toMatchObject({
      closed: true,
      closedBy: "signatures",
      missing: [],
      entries: { length: 7 },
    });
    expect(verdict.signatures.map(({ officer }) => officer)).toEqual(["officer-1", "officer-2"]);
    verifyHead(verdict, "1387f4e2823d18330ee68e10b4d3eae1345e9361ca9271db79884b2d16190925");
    expect(isKnown(verdict, ["adcb8e1fff9ad94c1bb7", "e9f8786ba6d61aab523d"])).toBe(true);
    expect(PAGE).toContain("begins `1387f4e2 823d1833 0ee6`");
  });
});

describe("the signed record whose signing key was bound", () => {
  it("still verifies, and vouches for its officer", () => {
    const verdict = verifyRecord(read("vector-bound.jsonl"));
    expect(verdict).toMatchObject({ closed: true, unvouched: [], entries: { length: 5 } });
    verifyHead(verdict, "751bbfecd2afd1cbe0fb98e3270d09747a294fff10168d897d2cf5e1055707bc");
    expect(PAGE).toContain("begins `751bbfec d2afd1cb e0fb`");
    expect(isKnown(verdict, ["777d702a908e19e68be1"])).toBe(true);
  });

  it("is missing in early records, for which nothing vouches", () => {
    expect(verifyRecord(read("vector.jsonl")).unvouched).toEqual(["officer-1", "officer-2"]);
  });
});
