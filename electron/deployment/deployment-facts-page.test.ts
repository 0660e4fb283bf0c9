// docs/deployment-facts.md: every numbered trap of both pages of facts, and nothing named there that does not
// exist: findings, checks, runbooks, messages, questions, wrong states, tests.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { RULES } from "./findings/findings.ts";
import { contoso } from "./proofs/right.fixture.ts";
import { CHECK_NAMES } from "./proofs/checks.ts";
import { WRONG } from "./proofs/wrong.fixture.ts";
import { RUNBOOKS } from "./plan/runbook-names.ts";
import { MESSAGES } from "./runbooks/messages.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const rows = [
  ...readFileSync(at("../../docs/deployment-facts.md"), "utf8").matchAll(
    /^\| ([HW]\S+) \| (.+) \|$/gm,
  ),
].map(([, row = "", cells = ""]) => {
  const [fact = "", held = "", shown = "", ...more] = cells.split(" | ");
  return { row, fact, held, shown, more };
});

const inBackticks = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

const inItalics = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!\*)\*([^*]+)\*/g)].map(([, name = ""]) => name);

const numbered = (page: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${page}.${String(n + 1)}`);

it("has each of the 39 places where the plan is wrong, and each row once", () => {
  const names = rows.map(({ row }) => row);
  expect(names).toEqual(expect.arrayContaining([...numbered("H1", 19), ...numbered("W11", 20)]));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(150);
  for (const { row, more } of rows) expect({ row, more }).toEqual({ row, more: [] });
});

it("names what enforces each fact, and all of it exists", () => {
  const things = new Set<string>([
    ...RULES.map(({ code }) => code),
    ...CHECK_NAMES,
    ...RUNBOOKS,
    ...Object.keys(MESSAGES),
    "sd plan cost",
  ]);
  const questions = new Set([...contoso.assumptions, ...contoso.questions].map(({ id }) => id));
  for (const { row, held } of rows) {
    const names = inBackticks(held);
    const asked = held.match(/\b[AQ]\d+\b/g) ?? [];
    expect({ row, unknown: names.filter((name) => !things.has(name)) }).toEqual({
      row,
      unknown: [],
    });
    expect({ row, unknown: asked.filter((id) => !questions.has(id)) }).toEqual({
      row,
      unknown: [],
    });
    expect({
      row,
      held: names.length + asked.length > 0 || held.startsWith("not provable"),
    }).toEqual({ row, held: true });
  }
});

it("names what shows it: wrong states of these checks, and tests that are there", () => {
  for (const { row, held, shown } of rows) {
    const checks = new Set(inBackticks(held));
    const states = inItalics(shown);
    const unknown = states.filter(
      (state) => !WRONG.some((one) => checks.has(one.check) && one.state === state),
    );
    expect({ row, unknown }).toEqual({ row, unknown: [] });
    const gone = inBackticks(shown).filter((path) => !existsSync(at(path)));
    expect({ row, gone }).toEqual({ row, gone: [] });
    expect({ row, shown: states.length + inBackticks(shown).length > 0 }).toEqual({
      row,
      shown: true,
    });
  }
});

it("leaves no finding, no check and no list of messages out", () => {
  const named = new Set(rows.flatMap(({ held }) => inBackticks(held)));
  expect(CHECK_NAMES.filter((check) => !named.has(check))).toEqual([]);
  expect(Object.keys(MESSAGES).filter((topic) => !named.has(topic))).toEqual([]);
});
