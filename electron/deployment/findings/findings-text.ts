// The problems of a plan in words: each finding once, followed by the members it concerns.
import type { ReadPlan } from "../plan/read-plan.ts";
import { RUNBOOKS } from "../plan/runbook-names.ts";
import { findingsOf, pathOf, subjectsOf, type Finding } from "./findings.ts";

/** A finding with the line of its first member in the file. */
export interface LocatedFinding extends Finding {
  readonly line: number;
}

/** Checks a plan that was read from a file. */
export const locatedFindings = ({ plan, lineOf }: ReadPlan): readonly LocatedFinding[] =>
  findingsOf(plan).map((finding) => ({ ...finding, line: lineOf(pathOf(finding.members[0])) }));

/** A member that a finding is about: its path, its line in the file, the name or id of its item or "". */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly subject: string;
}

/** Every place that a finding is about. */
export const placesOf = ({ plan, lineOf }: ReadPlan, finding: Finding): readonly Place[] =>
  subjectsOf(plan, finding).map((subject, n) => {
    const path = finding.members[n] ?? "";
    return { path, line: lineOf(pathOf(path)), subject };
  });

/** The report, for people. `shown` makes the plan's own names safe for a terminal. */
export function findingsText(
  findings: readonly LocatedFinding[],
  shown: (text: string) => string,
): string {
  const stops = findings.filter(({ severity }) => severity === "stops");
  return [
    ...byCode(findings).flatMap(([first, all]) => [...blockOf(first, all, shown), ""]),
    `Findings that stop a runbook: ${String(stops.length)}. `
      + `Advice: ${String(findings.length - stops.length)}.`,
    ...stoppedLines(stops),
  ].join("\n");
}

/** Findings of one code together: the first, and all. */
export function byCode(
  findings: readonly LocatedFinding[],
): readonly (readonly [first: LocatedFinding, all: readonly LocatedFinding[]])[] {
  const codes = [...new Set(findings.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const all = findings.filter((one) => one.code === code);
    const [first] = all;
    return first === undefined ? [] : [[first, all] as const];
  });
}

function blockOf(
  { code, severity, says, next, source }: LocatedFinding,
  members: readonly LocatedFinding[],
  shown: (text: string) => string,
): readonly string[] {
  const { title, url } = source;
  return [
    `${code} (${severity})`,
    `  ${says}`,
    `  ${next}`,
    `  Source: ${url === undefined ? title : `${title}, ${url}`}`,
    ...members.map(({ members: paths, subject, line, runbooks }) => {
      const name = subject === "" ? "" : ` (${shown(subject)})`;
      const those = runbooks.length === RUNBOOKS.length ? "every runbook" : runbooks.join(", ");
      return `  - line ${String(line)}: ${paths.join(", ")}${name}: ${those}`;
    }),
  ];
}

/** The runbooks that may not start, with the number of findings that stop each. */
export const stoppedRunbooks = (stops: readonly Finding[]) =>
  RUNBOOKS.map((name) => ({
    name,
    count: stops.filter(({ runbooks }) => runbooks.includes(name)).length,
  })).filter(({ count }) => count > 0);

function stoppedLines(stops: readonly Finding[]): readonly string[] {
  const counted = stoppedRunbooks(stops);
  if (counted.length === 0) return [];
  return [
    "Stopped:",
    ...counted.map(({ name, count }) => `  ${name}: ${numbered(count, "finding")}`),
  ];
}

const numbered = (count: number, noun: string): string =>
  `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
