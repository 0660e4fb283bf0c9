// docs/runbooks.md: every section of the plan with its runbook, every step with its proofs, none missing.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CHECK_NAMES } from "../proofs/checks.ts";
import { contoso } from "../proofs/right.fixture.ts";
import { pageRows } from "./page.fixture.ts";
import { RUNBOOKS } from "./runbooks.ts";

const page = readFileSync(new URL("../../../docs/runbooks.md", import.meta.url), "utf8");

it("has exactly the steps of all runbooks, in their order", () => {
  const start = page.indexOf("## Section of the plan, runbook, step, proof");
  const rows =
    page
      .slice(start)
      .split("\n## ")[0]
      ?.split("\n")
      .filter((line) => line.startsWith("| ")) ?? [];
  // The first row is the table's head.
  expect(rows.slice(1)).toEqual(pageRows(contoso));
});

it("names every check, and why the order is not the plan's", () => {
  for (const check of CHECK_NAMES) expect(page).toContain(`\`${check}\``);
  for (const [name, { order }] of Object.entries(RUNBOOKS))
    if (order !== undefined) expect(page).toContain(`| \`${name}\` | ${order} |`);
});
