// What the screens of a deployment say of blocks and waits.
import { describe, expect, it } from "vitest";
import type { BlockView, RunbookView, WaitView } from "../../electron/bridge/deployment-views.ts";
import { againLine, blockedLine, despiteLines, isWaited, waited, waitLine } from "./deployment.ts";

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
  title: "Create the keys",
  purpose: "",
  section: "",
  order: null,
  again: [],
  state: "blocked",
  lacks: null,
  blocks,
  finished: null,
  steps: [],
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
