// docs/deployment.md and docs/runbooks.md: every section of the plan with its runbook, every step with its
// proofs, none missing; and why the order is not the plan's.
import { english } from "../../text/english.ts";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { RULES } from "../findings/findings.ts";
import { CHECK_NAMES } from "../proofs/checks.ts";
import { contoso } from "../proofs/right.fixture.ts";
import { pageRows } from "./page.fixture.ts";
import { isRunbook, RUNBOOKS } from "./runbooks.ts";

const pageOf = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");

/** The rows of the table below a heading, without the table's head. */
function rowsBelow(page: string, heading: string): readonly string[] {
  const start = page.indexOf(`## ${heading}`);
  expect(start).toBeGreaterThan(0);
  const [part = ""] = page.slice(start + 3).split("\n## ");
  return part
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(1);
}

/** The sections and lists of Contoso's plan, by their titles or what they are about. */
const SECTIONS = [
  "Terms",
  "Assumptions",
  "Architecture",
  "Key architectural points",
  "Inside the HSM",
  "What Microsoft provisions",
  "What Contoso sees",
  "Deployment flow",
  "Purge protection billing impact",
  "SQL MI and Managed HSM integration",
  "AD server VM and Managed HSM disk encryption",
  "Network architecture",
  "RBAC and key management model",
  "Role assignments",
  "Key inventory",
  "Security domain custody",
  "Security domain custody and recovery model",
  "Disaster recovery",
  "Key rotation procedure",
  "Validation soak period",
  "Phase 2",
  "Resources of each region",
  "Cost",
  "Comparison with Dedicated HSM",
  "Open questions",
];

/** The sections that a text names: without what follows a comma, a colon or a bracket. */
const sectionsIn = (text: string): readonly string[] =>
  text.split("; ").map((one) => one.split(/[,:(]/)[0]?.trim() ?? "");

it("has exactly the steps of all runbooks, in their order", () => {
  const rows = rowsBelow(pageOf("deployment.md"), "Section of the plan, runbook, step, proof");
  expect(rows).toEqual(pageRows(contoso));
});

it("has every section of the plan, and says what enforces it", () => {
  const rows = rowsBelow(pageOf("deployment.md"), "Where each section of the plan is").map((row) =>
    row.slice(2, -2).split(" | "),
  );
  const listed = rows.flatMap(([section = ""]) => sectionsIn(section));
  expect(SECTIONS.filter((section) => !listed.includes(section))).toEqual([]);
  const used = Object.values(RUNBOOKS).flatMap(({ section }) => sectionsIn(section));
  expect(used.filter((section) => !listed.includes(section))).toEqual([]);
  const codes: readonly string[] = RULES.map(({ code }) => code);
  const named = rows.flatMap(([, here = ""]) =>
    [...here.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
  const isKnown = (name: string): boolean =>
    isRunbook(name) || codes.includes(name) || name in contoso || name === "sd plan cost";
  expect(named.filter((name) => !isKnown(name))).toEqual([]);
  expect(Object.keys(RUNBOOKS).filter((name) => !named.includes(name))).toEqual([]);
});

it("names every check, and why the order is not the plan's", () => {
  for (const check of CHECK_NAMES) expect(pageOf("deployment.md")).toContain(`\`${check}\``);
  for (const [name, { order }] of Object.entries(RUNBOOKS))
    if (order !== undefined)
      expect(pageOf("runbooks.md")).toContain(`| \`${name}\` | ${english(order)} |`);
});
