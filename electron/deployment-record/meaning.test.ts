// What a deployment's record may say: an honest one is good, and each lie about it is refused at its entry.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFault, sha256Hex, utf8 } from "../../crypto/index.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { Entry, JsonData } from "../journal/journal.ts";
import { Team, withoutProtection } from "./deployment.fixture.ts";
import { PLAN } from "./decisions.fixture.ts";
import { fold } from "./fold.ts";
import { meaningOf } from "./meaning.ts";
import { reachedIn } from "./reached.ts";
import { resultsOf } from "./results.ts";
import { KNOWN } from "../deployment/proofs/right.fixture.ts";
import { NEWEST } from "./rules.ts";

/** The first is blocked by nothing; before the other one more are to be finished. */
const RUNBOOKS = ["provision", "public-access"];
const TURN_OFF = "Turn it off";
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

/** The plan is read once for all tests. */
const meaningIn = (told: readonly Entry[], today: Parameters<typeof meaningOf>[2] = {}) =>
  meaningOf(told, fileOf, { readPlan: () => PLAN, ...today });

/** What is said of these entries: the code within, and the entry. */
function refusalOf(told: readonly Entry[]): string {
  try {
    meaningIn(told.map((entry, seq) => ({ ...entry, seq })));
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
/**
 * The same, as a program wrote it that kept nothing of its runbooks, and did not have the first one:
 * nobody could decide to start despite it.
 */
const asVersion1 = (told: readonly Entry[]): readonly Entry[] =>
  told.flatMap((entry) => {
    const { rules: _, runbooks: __, ...data } = entry.data as Data;
    if (entry.type !== "block-decided") return [{ ...entry, data }];
    const blocks = (data["blocks"] as readonly string[]).filter((name) => name !== "foundation");
    return blocks.length === 0 ? [] : [{ ...entry, data: { ...data, blocks } }];
  });
const without = (type: string): readonly Entry[] => {
  const n = entries.findIndex((one) => one.type === type);
  return entries.filter((_, i) => i !== n);
};

describe("a record of a deployment", () => {
  it("begins as FORMAT.md shows it", () => {
    const page = readFileSync(join(import.meta.dirname, "FORMAT.md"), "utf8");
    const [, line = ""] = /^```jsonl\n(.*)\n```$/m.exec(page) ?? [];
    const shown = verifyRecord(utf8(`${line}\n`)).entries[0]?.data as Data;
    expect(shown).toEqual(entries[0]?.data);
  });

  it("is good as people made it, and names everyone and its plan", () => {
    const meaning = meaningIn(entries);
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
    const plan = meaningIn(entries).plan;
    const until = reachedIn(PLAN.runbooks.terms, fold(entries.slice(0, -1)));
    const known = { ...KNOWN, now: new Date(entries.at(-2)!.at) };
    const results = resultsOf(PLAN.read.plan, withoutProtection(), known, until);
    expect(results.length).toBeGreaterThan(1);
    const all = results.map((one) => ({
      ...entries.at(-2)!,
      type: "proof-judged",
      data: { runbook: "", step: 0, title: "", plan, answers, ...one } as unknown as JsonData,
    }));
    const end = entries.length - 1;
    const withThese = (these: readonly Entry[]) =>
      meaningIn([...entries.slice(0, end), ...these, entries[end]!]).otherwise;
    expect(withThese(all)).toEqual([]);
    // Two evaluations that follow each other are two, also of the same answers.
    expect(withThese([...all, ...all])).toEqual([]);
    expect(withThese(all.slice(1))).toEqual([end]);
  });

  it.each([
    ["plan-adopted", { advice: 99 }],
    ["plan-adopted", { findings: [] }],
    ["step-acknowledged", { why: "It costs nothing." }],
    ["commands-run", { commands: 9 }],
    ["commands-run", { waitSeconds: 1 }],
    ["proof-judged", { more: 3 }],
  ])("is refused where %s says what this version does not compute: %j", (type, other) => {
    expect(refusalOf(changed(type, (data) => ({ ...data, ...other })))).toContain("E-DEPLOY-STALE");
  });

  it("of version 1 is good, and says so, where another version counts or words something otherwise", () => {
    for (const [type, other] of [
      ["plan-adopted", { advice: 99 }],
      ["step-acknowledged", { why: "It costs nothing." }],
    ] as const) {
      const told = asVersion1(changed(type, (data) => ({ ...data, ...other })));
      const n = told.findIndex((one) => one.type === type);
      expect(meaningIn(told)).toMatchObject({ rules: 1, otherwise: [n] });
    }
    expect(meaningIn(asVersion1(entries))).toMatchObject({ rules: 1, otherwise: [] });
  });

  it("of version 1 is not checked in runbooks with steps that this version does not know, only by whom", () => {
    const renamed = (by = (name: string) => name) =>
      asVersion1(entries).map((entry) => {
        const data = entry.data as Data;
        const isOurs = data["runbook"] === "provision" && data["step"] === 2;
        return isOurs
          ? { ...entry, by: by(entry.by), data: { ...data, title: "Make the identities" } }
          : entry;
      });
    expect(meaningIn(renamed())).toMatchObject({ unknownRunbooks: ["provision"] });
    expect(refusalOf(renamed(() => "=cmd()"))).toContain("E-DEPLOY-NAME");
    const proofs = renamed().filter(({ type }) => type !== "proof-judged");
    expect(refusalOf(proofs)).toContain("E-DEPLOY-MISSING");
  });

  it("of version 1 is good where its plan had other findings, and people decided on them", () => {
    const found = asVersion1(entries).map((entry) => {
      const data = entry.data as Data;
      if (entry.type === "plan-adopted") return { ...entry, data: { ...data, findings: [] } };
      if (entry.type !== "block-decided") return entry;
      return { ...entry, data: { ...data, blocks: [...(data["blocks"] as []), "P-GONE keys[0]"] } };
    });
    expect(meaningIn(found)).toMatchObject({ rules: 1, otherwise: [1] });
  });

  it("B190 of other runbooks is checked by those that it keeps", () => {
    const others = PLAN.runbooks.terms.map((one) => ({
      ...one,
      steps: one.steps.map((step) =>
        step.title === TURN_OFF ? { ...step, title: "Close it", proofs: ["closed"] } : step,
      ),
    }));
    const kept = utf8(JSON.stringify(others));
    files.set(sha256Hex(kept), kept);
    const told = (check: string) =>
      entries.map((entry) => {
        const data = entry.data as Data;
        if (entry.type === "plan-adopted")
          return { ...entry, data: { ...data, runbooks: sha256Hex(kept), advice: 3 } };
        if (data["title"] !== TURN_OFF) return entry;
        const proof = entry.type === "proof-judged" ? { check } : {};
        return { ...entry, data: { ...data, ...proof, title: "Close it" } };
      });
    const proof = entries.findIndex(
      ({ type, data }) => type === "proof-judged" && (data as Data)["title"] === TURN_OFF,
    );
    const meaning = {
      rules: NEWEST,
      otherRunbooks: [1],
      otherwise: [1, proof],
      unknownRunbooks: [],
    };
    expect(meaningIn(told("closed"))).toMatchObject(meaning);
    expect(refusalOf(told("public-access"))).toContain("E-DEPLOY-STALE");
    const open = told("closed").filter(({ type }) => type !== "step-acknowledged");
    expect(refusalOf(open)).toContain("E-DEPLOY-ACKNOWLEDGE");
  });

  it("is reported, not refused, for proofs that decided otherwise when it was written", () => {
    const answers = withoutProtection().map((bytes) => sha256Hex(bytes));
    const told = entries.map((entry) =>
      (entry.data as Data)["check"] === "purge-protection"
        ? { ...entry, data: { ...(entry.data as Data), answers } }
        : entry,
    );
    const n = told.findIndex(({ data }) => (data as Data)["check"] === "purge-protection");
    expect(refusalOf(told)).toContain("E-DEPLOY-ANSWERS");
    expect(meaningIn(told, { proofsSince: NEWEST + 1 }).otherwise).toEqual([n]);
  });

  it("is reported for advice that its own version counted otherwise", () => {
    const counting = (rules: number) =>
      entries.map((entry) => {
        const data = entry.data as Data;
        if (entry.type === "deployment-begun") return { ...entry, data: { ...data, rules } };
        return entry.type === "plan-adopted" ? { ...entry, data: { ...data, advice: 99 } } : entry;
      });
    expect(meaningIn(counting(2)).otherwise).toEqual([1]);
    expect(refusalOf(counting(NEWEST))).toContain("E-DEPLOY-STALE");
  });

  it("B191 is refused where it asks for far more work than any deployment", () => {
    const many = (n: number, one: Entry, at: number): readonly Entry[] => [
      ...entries.slice(0, at),
      ...Array.from({ length: n }, () => one),
    ];
    expect(refusalOf(many(20_000, entries[1]!, 1))).toContain("too much work");

    const adopted = Array.from({ length: 17 }, (_, n): Entry => {
      const bytes = utf8(`#${"x".repeat(250 * 1024)}${n}`);
      files.set(sha256Hex(bytes), bytes);
      const data = { ...(entries[1]!.data as Data), sha256: sha256Hex(bytes) };
      return { ...entries[1]!, data };
    });
    const readPlan = (bytes: Uint8Array) => ({ ...PLAN, bytes, sha256: sha256Hex(bytes) });
    const all = [entries[0]!, ...adopted];
    expect(() => meaningIn(all.slice(0, -1), { readPlan })).not.toThrow();
    expect(() => meaningIn(all, { readPlan })).toThrow("too much work");

    const long = utf8(`${new TextDecoder().decode(PLAN.runbooks.bytes)}${" ".repeat(1024 * 1024)}`);
    files.set(sha256Hex(long), long);
    const data = { ...(entries[1]!.data as Data), runbooks: sha256Hex(long) };
    const at = entries.findIndex(({ type }) => type === "step-acknowledged");
    const told = many(520, entries[at]!, at).with(1, { ...entries[1]!, data });
    expect(refusalOf(told.slice(0, 400))).toBe("good");
    expect(refusalOf(told)).toContain("too much work");
  });

  it("B189 is refused by name where it is newer than this program", () => {
    const [first, ...rest] = entries;
    const newer = [
      { ...first!, data: { ...(first!.data as Data), rules: NEWEST + 1, more: 1 } },
      ...rest,
    ];
    expect(() => meaningIn(newer)).toThrow(expect.objectContaining({ code: "E-RULES-NEWER" }));
  });
});
