// What the screens of a deployment say of blocks and waits.
import { describe, expect, it } from "vitest";
import type {
  BlockView,
  FindingView,
  RunbookView,
  WaitView,
} from "../../electron/bridge/deployment-views.ts";
import { sentence } from "../../electron/text/text.ts";
import {
  againLine,
  blockedLine,
  despiteLines,
  findingGroups,
  isWaited,
  placeLine,
  waited,
  waitLine,
} from "./deployment.ts";

const AT = "2026-11-27T09:00:00.000Z";
const NOW = Date.parse(AT);

const block = (id: string, by: readonly string[] = []): BlockView => ({
  kind: "question",
  id,
  says: "",
  owner: "",
  decided: by.length === 0 ? null : { at: AT, by },
});

const runbook = (blocks: readonly BlockView[]): RunbookView => ({
  name: "keys",
  title: sentence("runbooks.keys.title"),
  purpose: sentence("runbooks.keys.purpose"),
  section: "",
  order: null,
  again: [],
  state: "blocked",
  lacks: null,
  blocks,
  finished: null,
  steps: [],
});

describe("the place of a finding", () => {
  it.each([
    ["keys[0].size", "Contoso-CMK", "Contoso-CMK: size"],
    ["keys[0]", "Contoso-CMK", "Contoso-CMK"],
    ["questions[3]", "Q4", "Q4"],
    ["roles[2].scope", "", "roles 3: scope"],
    ["networks[0].subnets[1].securityGroup.rules[2].ports", "geo", "geo: ports"],
    ["roles[2]", "", "roles 3"],
    ["regions", "", "regions"],
    ["prices.hsmHour", "", "prices: hsmHour"],
  ])("%s of %j is %s", (path, subject, line) => {
    expect(placeLine({ path, subject })).toBe(line);
  });
});

it("findings are in the order of the runbooks that they stop first, and what stops none is last", () => {
  const finding = (code: FindingView["code"], name: string | null, at = 0): FindingView => ({
    ...{ code, severity: name === null ? "advice" : "stops", members: [] },
    source: { title: "", url: null, edition: null },
    stops: name === null ? null : { name, title: name, at },
    runbooks: "every",
  });
  const groups = findingGroups([
    finding("P-KEY-SIZE", "keys", 7),
    finding("P-HSM-SKU", "provision", 1),
    finding("P-KEY-2048", null),
    finding("P-KEY-KIND", "keys", 7),
  ]);
  expect(
    groups.map(({ stops, findings }) => [stops?.name, ...findings.map(({ code }) => code)]),
  ).toEqual([
    ["provision", "P-HSM-SKU"],
    ["keys", "P-KEY-SIZE", "P-KEY-KIND"],
    [undefined, "P-KEY-2048"],
  ]);
});

describe("what blocks a runbook", () => {
  it("is named by its ids, a few of many, and only what nobody has decided", () => {
    expect(blockedLine(runbook([block("Q1"), block("Q2", ["A", "B"])]))).toBe("Q1");
    const many = ["Q1", "Q2", "Q3", "Q4", "Q5"].map((id) => block(id));
    expect(blockedLine(runbook(many))).toBe("Q1, Q2, Q3 and 2 more");
  });

  it("is told in one line for each decision", () => {
    const blocks = [block("Q1", ["A", "B"]), block("Q2"), block("Q3", ["A", "B"])];
    expect(despiteLines(blocks)).toEqual([
      "Started despite Q1, Q3: decided by A and B, 27 Nov 2026, 09:00 UTC.",
    ]);
  });
});

it("what is run again before a runbook is said where something is", () => {
  expect(againLine(runbook([]))).toBe("");
  const again = ["full-backup", "recovery-rehearsal"];
  expect(againLine({ ...runbook([]), again })).toBe(
    "Run again right before it: full-backup, recovery-rehearsal.",
  );
});

describe("a wait", () => {
  const wait: WaitView = {
    says: "Wait 6 minutes.",
    hasBegun: true,
    began: AT,
    until: "2026-11-27T09:06:00.000Z",
    over: null,
  };

  it("says how long it still takes, and can be ended when that is over", () => {
    expect(waitLine(wait, NOW + 61_000)).toMatch(/^Still 4 min 59 s, until 09:06:00 UTC\./);
    expect(isWaited(wait, NOW + 359_000)).toBe(false);
    expect(isWaited(wait, NOW + 360_000)).toBe(true);
    expect(waited(wait, NOW + 180_000)).toBe(0.5);
  });

  it("of which people see the end in an answer has no clock", () => {
    const open = { ...wait, until: null };
    expect(waitLine(open, NOW)).toBe("An answer shows when it is over. It began at 09:00:00 UTC.");
    expect(isWaited(open, NOW)).toBe(true);
    expect(isWaited({ ...open, hasBegun: false, began: null }, NOW)).toBe(false);
  });
});
