// docs/deployment.md: all places where the plan is wrong, and nothing named there that does not exist.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { RULES } from "./findings/findings.ts";
import { RUNBOOKS } from "./plan/runbook-names.ts";

const PLACES = 39;

const page = readFileSync(
  fileURLToPath(new URL("../../docs/deployment.md", import.meta.url)),
  "utf8",
);
const rows = [...page.matchAll(/^\| (\d+) \| (.+) \|$/gm)].map(([, number, cells = ""]) => ({
  number: Number(number),
  cells: cells.split(" | "),
}));

it("has all 39 places where the plan is wrong, each with what we do and a source", () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: PLACES }, (_, i) => i + 1));
  for (const { cells } of rows) {
    expect(cells).toHaveLength(4);
    for (const cell of cells) expect(cell.length).toBeGreaterThan(6);
  }
});

it("names findings and runbooks that exist", () => {
  const codes: readonly string[] = RULES.map(({ code }) => code);
  const runbooks: readonly string[] = RUNBOOKS;
  const named = rows.flatMap(({ cells }) =>
    [...(cells[2] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
  expect(named.filter((name) => name.startsWith("P-")).length).toBeGreaterThan(30);
  for (const name of named.filter(
    (one) => /^[a-z-]+$/i.test(one) && !one.startsWith("--") && one !== "zones",
  ))
    expect([...codes, ...runbooks]).toContain(name);
});
