// How the ways through a script look on paper: a box to mark, where it leads, and where one comes
// from.
import { fromScript } from "../electron/text/from-script.ts";
import { list, sentence } from "../electron/text/sentence.ts";
import { kindOf } from "./kinds.ts";
import { theirs, type Line } from "./paper.ts";
import type { Step } from "./steps.ts";

/** What the paper says about one step, with numbers such as 2.3. */
export interface Ways {
  /** If only a jump leads to the step: from where. */
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
            sentence("walkthrough.choice", { when: theirs(fromScript(when)), to: number(goTo) }),
          ]),
          ...(step.goTo === undefined
            ? []
            : [[sentence("walkthrough.goOn", { to: number(step.goTo) })]]),
        ],
      },
    ]),
  );
}

/** Whether the step before simply continues with the following one. */
const comesBehind = (before: Step | undefined): boolean =>
  before === undefined
  || (before.goTo === undefined
    && before.action.choices === undefined
    && !kindOf(before.action.kind).ends);

function fromWhere(id: string, steps: readonly Step[], number: (id: string) => string) {
  const from = steps
    .filter(
      ({ goTo, action: { choices = [] } }) =>
        goTo === id || choices.some((choice) => choice.goTo === id),
    )
    .map((step) => number(step.id));
  const last = from.pop() ?? "";
  return from.length === 0
    ? sentence("walkthrough.from.one", { last })
    : sentence("walkthrough.from.several", { most: list(from), last });
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
