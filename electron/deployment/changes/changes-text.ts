// What differs between two plans, and what follows from it: as data, and in words.
import { english } from "../../text/english.ts";
import { findingsOf, type Finding } from "../findings/findings.ts";
import type { ReadPlan } from "../plan/read-plan.ts";
import { isWhenDue, type RunbookName } from "../plan/runbook-names.ts";
import { RUNBOOKS } from "../runbooks/runbooks.ts";
import { stepsOf } from "../runbooks/step-data.ts";
import { affectedBy } from "./affected.ts";
import { changesOf, type Change } from "./changes.ts";
import { fixedBy, type Fixed } from "./fixed.ts";

/** A change with its line: in the new file, or in the old one if it was removed. */
export interface LocatedChange extends Omit<Change, "form" | "path"> {
  readonly line: number;
  /** Why it cannot be made or undone, and what to do instead; null if it can. */
  readonly fixed: Fixed | null;
}

/** A runbook that a change concerns. */
export interface RunbookChange {
  readonly runbook: RunbookName;
  readonly title: string;
  readonly how: "new" | "changed" | "gone";
  /** It is run only when it is due: its page is another one, and that is all. */
  readonly whenDue: boolean;
  readonly steps: readonly {
    readonly n: number;
    readonly title: string;
    /** Why two people decide it: it cannot be undone, or is billed; null if they need not. */
    readonly twoPeople: string | null;
  }[];
}

/** A finding that only one of the two plans has. */
type FindingChange = Pick<Finding, "code" | "severity" | "says" | "next" | "subject">;

export interface PlanChanges {
  readonly changes: readonly LocatedChange[];
  readonly runbooks: readonly RunbookChange[];
  readonly found: readonly FindingChange[];
  readonly settled: readonly FindingChange[];
}

/**
 * Compares two plans.
 * @param sha256 SHA-256 of a text in UTF-8, in hex
 */
export function planChanges(
  old: ReadPlan,
  now: ReadPlan,
  sha256: (text: string) => string,
): PlanChanges {
  const changes = changesOf(old.plan, now.plan);
  const affected = affectedBy(changes, stepsOf(old.plan, sha256), stepsOf(now.plan, sha256));
  const [before, after] = [findingsOf(old.plan), findingsOf(now.plan)];
  return {
    changes: changes.map((change) => {
      const { how, member, was, is, path } = change;
      const { lineOf } = how === "removed" ? old : now;
      return { how, member, was, is, line: lineOf(path), fixed: fixedBy(change) };
    }),
    runbooks: affected.map(({ runbook, how, steps }) => ({
      runbook,
      title: english(RUNBOOKS[runbook].title),
      how,
      whenDue: isWhenDue(runbook),
      steps: steps.map(({ n, step: { title, twoPeople } }) => ({
        n,
        title: english(title),
        twoPeople: twoPeople === undefined ? null : english(twoPeople),
      })),
    })),
    found: without(after, before),
    settled: without(before, after),
  };
}

/** Findings of one plan that the other has not, whatever their place in it. */
function without(these: readonly Finding[], those: readonly Finding[]): readonly FindingChange[] {
  const known = new Set(those.map(nameOf));
  return these
    .filter((one) => !known.has(nameOf(one)))
    .map(({ code, severity, says, next, subject }) => ({ code, severity, says, next, subject }));
}

const nameOf = ({ code, subject }: Finding): string => `${code} ${subject}`;

/** The comparison, for people. `shown` makes the plans' own words safe for a terminal. */
export function changesText(
  { changes, runbooks, found, settled }: PlanChanges,
  shown: (text: string) => string,
): string {
  if (changes.length === 0) return "The plans are the same.";
  return [
    `Changes: ${String(changes.length)}.`,
    ...changes.flatMap((change) => changeLines(change, shown)),
    "",
    ...(runbooks.length === 0
      ? ["No runbook is concerned: nobody does this in Azure, or people do it without one."]
      : []),
    ...listed(
      "Runbooks with steps that differ. Run again, with the new plan, those that were run:",
      runbooks.filter(({ whenDue }) => !whenDue),
    ),
    ...listed(
      "Not to be run for this; their pages differ, for the day on which they are due:",
      runbooks.filter(({ whenDue }) => whenDue),
    ),
    ...foundLines("Findings that only the new plan has:", found, shown),
    ...foundLines("Findings that the new plan no longer has:", settled, shown),
  ].join("\n");
}

function changeLines(
  { how, member, was, is, line, fixed }: LocatedChange,
  shown: (text: string) => string,
): readonly string[] {
  const value =
    how === "changed"
      ? `: ${shown(was ?? "")} -> ${shown(is ?? "")}`
      : (is ?? was) === null
        ? ""
        : `: ${shown(is ?? was ?? "")}`;
  const where = `line ${String(line)}${how === "removed" ? " of the old plan" : ""}`;
  return [
    `  ${how.padEnd(9)} ${shown(member)}${value} (${where})`,
    ...(fixed === null ? [] : [`            ${fixed.says}`, `            ${fixed.next}`]),
  ];
}

const listed = (head: string, runbooks: readonly RunbookChange[]): readonly string[] =>
  runbooks.length === 0 ? [] : [head, ...runbooks.flatMap(runbookLines)];

function runbookLines({ runbook, title, how, steps }: RunbookChange): readonly string[] {
  const head = `  ${runbook.padEnd(20)} ${title}`;
  if (how === "gone") return [`${head}: the new plan has nothing for it. What is there stays.`];
  return [
    how === "new" ? `${head}: for the first time` : head,
    ...steps.map(({ n, title: step, twoPeople }) => {
      const two = twoPeople === null ? "" : `. Two people: ${twoPeople}`;
      return `    ${String(n).padStart(2)}. ${step}${two}`;
    }),
  ];
}

const foundLines = (
  head: string,
  found: readonly FindingChange[],
  shown: (text: string) => string,
): readonly string[] =>
  found.length === 0
    ? []
    : [
        "",
        head,
        ...found.map(({ code, severity, says, subject }) => {
          const name = subject === "" ? "" : ` (${shown(subject)})`;
          return `  ${code} (${severity})${name}: ${says}`;
        }),
      ];
