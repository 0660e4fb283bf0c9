// `sd runbook list`: every runbook in its order, and every check; the steps for a tracker as CSV.
import { utf8 } from "../../../crypto/index.ts";
import { english } from "../../text/english.ts";
import type { RunbookName } from "../../deployment/deployment.ts";
import { need, optional, usage, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import { checkFree, writeOutput } from "../shared/files.ts";
import type { Outcome } from "../shared/outcome.ts";
import { planFrom, sha256 } from "../shared/plan-file.ts";

const CSV = "--csv";
const PLAN = "--plan";

/** @throws Fault E-DEPLOYMENT; with `--csv` E-USAGE, E-FILE-*, E-PLAN-* */
export async function listRunbooks(given: Given): Promise<Outcome> {
  const { CHECK_NAMES, isRunbook, RUNBOOKS, shownBy, TIMINGS } = await deployment();
  const runbooks = Object.keys(RUNBOOKS)
    .filter(isRunbook)
    .map((name) => {
      const { title, purpose, section } = RUNBOOKS[name];
      const said = { title: english(title), purpose: english(purpose) };
      return { name, ...said, section, ...TIMINGS[name] };
    });
  const checks = CHECK_NAMES.map((check) => ({ check, shows: english(shownBy(check)) }));
  const out = optional(given, CSV);
  if (out === null && given.values.has(PLAN))
    throw usage(`The flag ${PLAN} goes with ${CSV} only.`);
  const steps = out === null ? null : await writeSteps(given, out);
  const text = [
    "Runbooks, in their order, by phase, with the section of Contoso's plan, the sample:",
    ...runbooks.flatMap(({ name, title, section, phase, lasts, from }) => [
      `  ${phase.padEnd(8)} ${name.padEnd(18)} ${title.padEnd(42)} ${section}`,
      `${" ".repeat(30)}Takes ${lasts} (${from === "plan" ? "the plan" : from}).`,
    ]),
    "",
    "Checks:",
    ...checks.map(({ check, shows }) => `  ${check.padEnd(26)} ${shows}`),
    ...(steps === null ? [] : ["", `Written: ${String(steps)} steps.`]),
  ].join("\n");
  return { text, data: { runbooks, checks, steps } };
}

const COLUMNS = [
  "Number",
  "Runbook",
  "Step",
  "Phase",
  "Role",
  "Takes",
  "Cost",
  "Undo",
  "Two people",
  "Waits for",
  "Proofs",
  "Owner",
  "Due",
  "Done",
];

/**
 * Writes every step of the plan's runbooks as CSV (RFC 4180). The last three columns are people's.
 * @returns how many steps
 */
async function writeSteps(given: Given, out: string): Promise<number> {
  const { isRunbook, openFor, RUNBOOKS, stepsOf, TIMINGS } = await deployment();
  const { plan } = await planFrom(need(given, PLAN));
  checkFree(out, CSV);
  const steps = stepsOf(plan, sha256);
  const rowsOf = (name: RunbookName): readonly (readonly string[])[] =>
    steps(name).map(({ n, step }) => [
      `${name} ${String(n)}`,
      english(RUNBOOKS[name].title),
      english(step.title),
      TIMINGS[name].phase,
      english(step.role),
      english(step.takes),
      english(step.cost ?? "nothing"),
      english(step.undo),
      english(step.twoPeople ?? ""),
      openFor(plan, name)
        .filter(({ decidedBy }) => decidedBy.length === 0)
        .map(({ id }) => id)
        .join(" "),
      step.proofs.join(" "),
      "",
      "",
      "",
    ]);
  const rows = Object.keys(RUNBOOKS).filter(isRunbook).flatMap(rowsOf);
  writeOutput(out, CSV, utf8([COLUMNS, ...rows].map(line).join("")));
  return rows.length;
}

/** A line of CSV. No text of a plan begins as a formula does. */
const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
