// What a newer plan changes, which runbooks it concerns, and what Azure does not change or undo.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { edited, GONE, settled, type Edits } from "../plan/plan.fixture.ts";
import { planSchema } from "../plan/plan.ts";
import { readPlan } from "../plan/read-plan.ts";
import { changesText, planChanges, type PlanChanges } from "./changes-text.ts";
import { fixedBy } from "./fixed.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const OLD = settled();

const changed = (edits: Edits): PlanChanges => {
  const [old, now] = [OLD, edited(OLD, edits)].map((tree) => readPlan(stringify(tree)));
  if (old === undefined || now === undefined) throw new Error("There are two plans");
  return planChanges(old, now, sha256);
};

const runbooksOf = ({ runbooks }: PlanChanges) =>
  runbooks.map(({ runbook, how, steps }) => [runbook, how, steps.map(({ n }) => n)]);

describe("two plans", () => {
  it("that are the same differ in nothing", () => {
    const same = changed({});
    expect(same).toEqual({ changes: [], runbooks: [], found: [], settled: [] });
    expect(changesText(same, String)).toBe("The plans are the same.");
  });

  it("differ in a key's size: its runbook makes it, and a new finding stops it", () => {
    const result = changed({ "keys[0].size": 4096 });
    expect(result.changes).toMatchObject([
      {
        how: "changed",
        member: "keys[Contoso-SQLMI-CMK].size",
        was: "3072",
        is: "4096",
        fixed: null,
      },
    ]);
    expect(runbooksOf(result).map(([name]) => name)).toEqual(["keys"]);
    expect(result.found).toMatchObject([
      { code: "P-KEY-SQL-SIZE", severity: "stops", subject: "Contoso-SQLMI-CMK" },
    ]);
  });

  it("differ in what no command names: the checks that compare it are proven again", () => {
    const result = changed({
      "networks[0].subnets[1].securityGroup.rules[0].priority": 123,
      "keys[1].exportable": true,
    });
    expect(runbooksOf(result).map(([name]) => name)).toEqual(["foundation", "endpoints", "keys"]);
  });

  it("never ask to run what is run only when it is due", () => {
    const result = changed({ "hsm.retentionDays": 30 });
    const [first = "", due = ""] = changesText(result, String).split("Not to be run for this");
    expect(first).not.toContain("  removal ");
    expect(due).toContain("  removal ");
  });

  it("have items in another order: that is said, and no item is new", () => {
    const people = (OLD["people"] as readonly unknown[]).toReversed();
    expect(changed({ people }).changes).toMatchObject([{ how: "reordered", member: "people" }]);
  });

  it("differ by a service that is gone: what is there stays", () => {
    const result = changed({ "cosmosAccounts[0]": GONE });
    expect(result.changes).toMatchObject([{ how: "removed", is: null }]);
    expect(result.changes[0]?.fixed?.says).toMatch(/cannot be undone/);
    expect(runbooksOf(result)).toContainEqual(["cosmos-db", "gone", []]);
    expect(changesText(result, String)).toContain("cosmos-db");
    expect(changesText(result, String)).toContain("of the old plan)");
  });

  it("differ in a name's case alone: the item is the same", () => {
    const name = "CONTOSO-SQLMI-CMK";
    const [first, ...others] = changed({ "keys[0].name": name }).changes;
    expect(first).toMatchObject({ how: "changed", member: `keys[${name}].name` });
    expect(others.filter(({ member }) => member.startsWith("keys"))).toEqual([]);
  });
});

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

const formsOf = (
  { properties = {}, items }: Node,
  at = "",
): readonly (readonly [string, Node])[] => [
  ...Object.entries(properties).flatMap(([name, node]) => [
    [`${at}${name}`, node] as const,
    ...formsOf(node, `${at}${name}.`),
  ]),
  ...(items === undefined ? [] : formsOf(items, `${at.slice(0, -1)}[].`)),
];

it("say of every member that the form calls unchangeable what is done instead", () => {
  const fixed = formsOf(planSchema() as Node)
    .filter(([, { description = "" }]) => /cannot be (?:changed|switched off)/.test(description))
    .map(([form]) => form);
  expect(fixed.length).toBeGreaterThan(8);
  const [was, is] = ["true", "false"];
  const change = { how: "changed", member: "", path: [], was, is } as const;
  expect(fixed.filter((form) => fixedBy({ ...change, form }) === null)).toEqual([]);
});
