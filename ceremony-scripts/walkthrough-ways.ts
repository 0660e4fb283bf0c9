// How the ways through a script read on paper: a box to mark, where it leads, and where one comes
// from.
import { kindOf } from "./kinds.ts";
import { theirs, type Line } from "./paper.ts";
import type { Step } from "./steps.ts";

/** What stands on the paper of one step, by numbers such as 2.3. */
export interface Ways {
  /** Where the step is reached by a jump alone: from where. */
  readonly from: readonly Line[];
  /** A line for each choice, and one for a jump. */
  readonly to: readonly Line[];
}

/** By each step's id. */
export function waysOf(steps: readonly Step[]): ReadonlyMap<string, Ways> {
  const numbers = numbersOf(steps);
  const number = (id: string): string => numbers.get(id) ?? "";
  return new Map(
    steps.map((step, i) => [
      step.id,
      {
        from: comesBehind(steps[i - 1]) ? [] : [[fromWhere(step.id, steps, number)]],
        to: [
          ...(step.action.choices ?? []).map(({ when, goTo }): Line => [
            "( ) If ",
            theirs(when),
            `: go to step ${number(goTo)}.`,
          ]),
          ...(step.goTo === undefined ? [] : [[`Then go to step ${number(step.goTo)}.`]]),
        ],
      },
    ]),
  );
}

/** Whether who is through with this step, or begins, simply goes on with the one behind it. */
const comesBehind = (before: Step | undefined): boolean =>
  before === undefined
  || (before.goTo === undefined
    && before.action.choices === undefined
    && !kindOf(before.action.kind).ends);

function fromWhere(id: string, steps: readonly Step[], number: (id: string) => string): string {
  const from = steps
    .filter(
      ({ goTo, action: { choices = [] } }) =>
        goTo === id || choices.some((choice) => choice.goTo === id),
    )
    .map((step) => number(step.id));
  const last = from.pop() ?? "";
  const before = from.length === 0 ? "" : `${from.join(", ")} or `;
  return `Only if you come from step ${before}${last}.`;
}

/** Act and place in the act, by the step's id. */
export function numbersOf(steps: readonly Step[]): ReadonlyMap<string, string> {
  const acts = [...new Set(steps.map(({ act }) => act))];
  return new Map(
    acts.flatMap((act, i) =>
      steps
        .filter((step) => step.act === act)
        .map(({ id }, at) => [id, `${String(i + 1)}.${String(at + 1)}`] as const),
    ),
  );
}
