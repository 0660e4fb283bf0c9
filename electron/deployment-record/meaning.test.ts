// What a deployment's record may say: an honest one is good, and each lie about it is refused at its entry.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFault, sha256Hex } from "../../crypto/index.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { Entry, JsonData } from "../journal/journal.ts";
import { Team, withoutProtection } from "./deployment.fixture.ts";
import { PLAN } from "./decisions.fixture.ts";
import { meaningOf } from "./meaning.ts";
import { resultsOf } from "./results.ts";

/** The first is blocked by nothing; before the other one more are to be finished. */
const RUNBOOKS = ["provision", "public-access"];
let root = "";
let entries: readonly Entry[] = [];
const files = new Map<string, Uint8Array>();

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "deployment-meaning-"));
  const team = new Team(root);
  team.adopt();
  for (const runbook of RUNBOOKS) team.carryOut(runbook);
  team.act({ act: "close", by: ["Asha Iyer", "Bala Menon"] });
  const { evidence } = team.deployment.papers();
  team.end();
  for (const { bytes } of evidence) files.set(sha256Hex(bytes), bytes);
  for (const bytes of withoutProtection()) files.set(sha256Hex(bytes), bytes);
  entries = verifyRecord(evidence[0]!.bytes).entries;
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const fileOf = (_: string, sha256: string): Uint8Array => files.get(sha256) ?? new Uint8Array();

/** What is said of these entries: the code within, and the entry. */
function refusalOf(told: readonly Entry[]): string {
  try {
    meaningOf(
      told.map((entry, seq) => ({ ...entry, seq })),
      fileOf,
    );
  } catch (error) {
    if (isFault(error)) return error.message;
    throw error;
  }
  return "good";
}

type Data = Record<string, JsonData>;

/** The entries with the data of the first of a type changed. */
const changed = (type: string, change: (data: Data) => Data, more: Partial<Entry> = {}) => {
  const n = entries.findIndex((one) => one.type === type);
  expect(n, type).toBeGreaterThan(0);
  const entry = entries[n]!;
  return entries.with(n, { ...entry, ...more, data: change(entry.data as Data) });
};
const without = (type: string): readonly Entry[] => {
  const n = entries.findIndex((one) => one.type === type);
  return entries.filter((_, i) => i !== n);
};

describe("a record of a deployment", () => {
  it("is good as people made it, and names everyone and its plan", () => {
    const meaning = meaningOf(entries, fileOf);
    expect(meaning).toMatchObject({ mode: "REHEARSAL", otherwise: [], linked: [] });
    expect(meaning.closedBy).toEqual(["Asha Iyer", "Bala Menon"]);
    expect(meaning.people.toSorted()).toEqual(["Asha Iyer", "Bala Menon"]);
    expect(files.has(meaning.plan)).toBe(true);
  });

  it.each(["\u3164", "\u2800", "\ufe0f", "\u034f", " ", "\u200b"])(
    "has two people who are two, not one and the same followed by %j",
    (filler) => {
      const people = ["Asha Iyer", `Asha Iyer${filler}`];
      for (const type of ["block-decided", "step-acknowledged"])
        expect(refusalOf(changed(type, (data) => ({ ...data, people })))).toMatch(
          /E-DEPLOY-(TWO|NAME)/,
        );
    },
  );

  it.each([
    ["a runbook that nobody decided to start", () => without("block-decided"), "E-DEPLOY-BLOCKED"],
    [
      "an irreversible step that nobody acknowledged",
      () => without("step-acknowledged"),
      "E-DEPLOY-ACKNOWLEDGE",
    ],
    ["a step finished without its proof", () => without("proof-judged"), "E-DEPLOY-MISSING"],
    ["a step finished without its commands", () => without("commands-run"), "E-DEPLOY-MISSING"],
    ["a step passed over", () => without("step-finished"), "E-DEPLOY-ORDER"],
    [
      "a runbook finished before its last step",
      () => without("runbook-finished"),
      "E-DEPLOY-STALE",
    ],
    [
      "a closing on another plan",
      () => changed("closing-on-paper", (data) => ({ ...data, consent: { plan: "0".repeat(64) } })),
      "E-DEPLOY-STALE",
    ],
    [
      "an act under another name",
      () => changed("step-finished", (data) => data, { by: "" }),
      "E-DEPLOY-NAME",
    ],
    [
      "a step under another title",
      () => changed("step-finished", (data) => ({ ...data, title: "Rest" })),
      "E-DEPLOY-STALE",
    ],
    [
      "a decision without a reason",
      () => changed("block-decided", (data) => ({ ...data, reason: "\u3164" })),
      "E-DEPLOY-REASON",
    ],
  ] as const)("is refused with %s", (_, told, code) => {
    expect(refusalOf(told())).toContain(code);
  });

  it("is refused where answers do not prove what it says, or are others", () => {
    const at = entries.findIndex(
      ({ data }) => (data as Data)["check"] === "purge-protection" && (data as Data)["proven"],
    );
    const answers = withoutProtection().map((bytes) => sha256Hex(bytes));
    const entry = entries[at]!;
    const lie = entries.with(at, { ...entry, data: { ...(entry.data as Data), answers } });
    expect(refusalOf(lie)).toContain("E-DEPLOY-ANSWERS");
  });

  it("says where a check was left out of an evaluation of all", () => {
    const answers = withoutProtection().map((bytes) => sha256Hex(bytes));
    const plan = meaningOf(entries, fileOf).plan;
    const results = resultsOf(PLAN.read.plan, withoutProtection(), new Date(entries.at(-2)!.at));
    expect(results.length).toBeGreaterThan(1);
    const all = results.map((one) => ({
      ...entries.at(-2)!,
      type: "proof-judged",
      data: { runbook: "", step: 0, title: "", plan, answers, ...one } as unknown as JsonData,
    }));
    const end = entries.length - 1;
    const withThese = (these: readonly Entry[]) =>
      meaningOf([...entries.slice(0, end), ...these, entries[end]!], fileOf).otherwise;
    expect(withThese(all)).toEqual([]);
    // Two evaluations that follow each other are two, also of the same answers.
    expect(withThese([...all, ...all])).toEqual([]);
    expect(withThese(all.slice(1))).toEqual([end]);
  });

  it("is good, and says so, where another version counts or words something otherwise", () => {
    const told = changed("plan-adopted", (data) => ({ ...data, advice: 99 }));
    expect(meaningOf(told, fileOf).otherwise).toEqual([1]);
  });
});
