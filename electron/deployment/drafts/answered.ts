// Answers that people enter for a plan's assumptions and questions, set in the text of its file.
import { withMembers, type ChangedLine } from "../../../ceremony-scripts/yaml-members.ts";
import { fault } from "../plan/faults.ts";
import { readPlan, type ReadPlan } from "../plan/read-plan.ts";

/** An answer to one of them. */
export interface Answered {
  readonly list: "assumptions" | "questions";
  /** Its place in the list, from 0. */
  readonly at: number;
  readonly answer: string;
  /** Of an assumption: whether the answer confirms it. */
  readonly holds?: boolean | undefined;
}

/** A plan's text with answers, as it reads, and the lines by which it differs. */
export interface AnsweredPlan {
  readonly text: string;
  readonly read: ReadPlan;
  readonly changes: readonly (readonly ChangedLine[])[];
}

/**
 * Sets answers in a plan's text; every other character of it stays, comments included.
 * @param text that of a plan
 * @param answers each assumption and question at most once
 * @param day their day: 2026-11-27
 * @throws Fault E-PLAN-PLACE, and as `readPlan`, of the text with them
 */
export function withAnswers(text: string, answers: readonly Answered[], day: string): AnsweredPlan {
  const changed = withMembers(
    text,
    answers.map(({ list, at, answer, holds }) => ({
      path: [list, at],
      members: [
        ["answer", answer.trim()],
        ["date", day],
        ...(holds === undefined ? [] : ([["holds", holds]] as const)),
      ],
    })),
  );
  if (changed === null) throw fault("E-PLAN-PLACE");
  return { ...changed, read: readPlan(changed.text) };
}
