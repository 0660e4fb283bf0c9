// Every rule: a settled plan breaks none, and the one change of its case breaks exactly that one.
import { describe, expect, it } from "vitest";
import { CONTOSO, edited, planOf, renamed, settled, type Tree } from "../plan/plan.fixture.ts";
import { readPlan } from "../plan/read-plan.ts";
import { findingsOf, RULES, stopsOf } from "./findings.ts";
import { CASES, type Case } from "./findings.fixture.ts";

const SETTLED = settled();
const SETTLED_PLAN = planOf(SETTLED);

/** Each finding of a plan as its code and members. */
const foundIn = (tree: Tree): readonly string[] =>
  findingsOf(planOf(tree)).map(({ code, members }) => `${code} ${members.join(" ")}`);

const BEFORE = foundIn(SETTLED);

const treeOf = ({ edits, replace }: Case): Tree =>
  edited(replace === undefined ? SETTLED : renamed(SETTLED, ...replace), edits);

describe("a settled plan", () => {
  it("leaves only what no plan can avoid: replicas without encryption at host, sets of two regions", () => {
    expect(BEFORE).toEqual([
      "P-DISK-SET-RECOVERY diskSets[0].region",
      "P-DISK-SET-RECOVERY diskSets[2].region",
      "P-REPLICA-HOST siteRecovery.items[0].machine",
      "P-REPLICA-HOST siteRecovery.items[1].machine",
    ]);
  });

  it.each(CASES)("with one change is found by $code", (one) => {
    const { code, found, also = [] } = one;
    const appeared = foundIn(treeOf(one)).filter((each) => !BEFORE.includes(each));
    const [own, others] = [
      appeared.filter((each) => each.startsWith(`${code} `)),
      appeared.filter((each) => !each.startsWith(`${code} `)),
    ];
    expect(own).toEqual(found.map((members) => `${code} ${members}`));
    expect([...new Set(others.map((each) => each.split(" ")[0]))]).toEqual(also);
  });

  it("has no unused key where an identity may use it: plans do not have every service", () => {
    const unused = CASES.find(({ code }) => code === "P-KEY-UNUSED");
    const { name: assignee } = SETTLED_PLAN.identities[0] ?? {};
    const tree = treeOf({ code: "P-KEY-UNUSED", found: [], edits: { ...unused?.edits } });
    const { name: key } = planOf(tree).keys[5] ?? {};
    const role = "Managed HSM Crypto Service Encryption User";
    const granted = edited(tree, { "roles[+]": { role, assignee, scope: `/keys/${key ?? ""}` } });
    expect(foundIn(granted).filter((each) => each.startsWith("P-KEY-UNUSED"))).toEqual([]);
  });

  it("has a case for every rule", () => {
    expect(CASES.map(({ code }) => code).toSorted()).toEqual(
      RULES.map(({ code }) => code).toSorted(),
    );
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
    expect(RULES.length).toBeGreaterThan(60);
  });
});

describe("every rule", () => {
  it.each(RULES)("$code says what is wrong and what to do in plain sentences", (rule) => {
    expect(rule.code).toMatch(/^P-[A-Z0-9]+(-[A-Z0-9]+)*$/);
    for (const sentence of [rule.says, rule.next]) {
      expect(sentence).toMatch(/^[A-Z][\x20-\x7e]{10,150}\.$/);
      expect(sentence).not.toMatch(/\b(he|his|him|judge|lie|shall)\b/i);
    }
    expect(rule.says).not.toContain(". ");
    expect(rule.runbooks.length).toBeGreaterThan(0);
  });
});

describe("the sample", () => {
  const { plan } = readPlan(CONTOSO);

  it("is stopped by its open questions and by what nobody knows of the disks, and by nothing else", () => {
    const stops = findingsOf(plan).filter(({ severity }) => severity === "stops");
    expect([...new Set(stops.map(({ code }) => code))]).toEqual([
      "P-ASSUMPTION-OPEN",
      "P-QUESTION-OPEN",
      "P-DISK-ADE-UNKNOWN",
      "P-DISK-SNAPSHOTS-UNKNOWN",
    ]);
  });

  it.each([
    "Contoso-PROD-HSM",
    "Contoso-RECOVERY-HSM",
    "Contoso-Prod-RG",
    "Contoso-DR-RG",
    "Contoso-SQLMI-CMK",
    "Contoso-DISK-CMK",
    "Contoso-STORAGE-CMK",
    "Contoso-DES-SouthIndia",
    "Contoso-DES-CentralIndia",
    "contoso-sqlmi",
    "contoso-sqlmi-dr",
    "pe-contoso-hsm-southindia",
    "pe-contoso-hsm-centralindia",
    "contoso-bastion-southindia",
    "contoso-bastion-centralindia",
    "privatelink.managedhsm.azure.net",
    "Contoso Security Team",
    "Contoso Governance / Compliance Team",
    "Contoso Key Management Team",
  ])("has the plan's own name %s", (name) => {
    expect(JSON.stringify(plan)).toContain(`"${name}"`);
  });

  it("has the plan's five assumptions and ten questions first, then ours", () => {
    const ids = [...plan.assumptions, ...plan.questions].map(({ id }) => id);
    expect(ids).toEqual([
      ...Array.from({ length: plan.assumptions.length }, (_, i) => `A${String(i + 1)}`),
      ...Array.from({ length: plan.questions.length }, (_, i) => `Q${String(i + 1)}`),
    ]);
    expect(plan.assumptions.length).toBeGreaterThan(5);
    expect(plan.questions.length).toBeGreaterThan(21);
  });

  it("stops a runbook by the questions that name it", () => {
    const subjects = stopsOf(plan, "extend").map(({ subject }) => subject);
    expect(subjects).toEqual(["A1", "Q1", "Q5", "Q23", "Q24"]);
    expect(stopsOf(planOf(SETTLED), "extend")).toEqual([]);
  });
});
