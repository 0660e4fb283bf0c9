// The way a ceremony takes through its script: whose steps it includes, and where choices lead.
import { kindOf } from "./kinds.ts";
import type { Step } from "./steps.ts";
import { isOf, type Group } from "./whose.ts";

/** What decides the way. */
export interface Route extends Group {
  /** By the id of a choosing step: the id of the step that was chosen. */
  readonly chosen: Readonly<Record<string, string>>;
  /**
   * Ids of the steps that are done, if officers may come and go: the way is these, then those of the
   * others that are not done. Who comes late so does first what was done without them.
   */
  readonly done?: readonly string[];
}

/**
 * The steps of the way, in order, up to the first choice that was not made yet.
 * @param likely takes the first option of an open choice, so that the way ends
 */
export function pathOf(
  script: { readonly steps: readonly Step[] },
  route: Route,
  likely = false,
): readonly Step[] {
  const way = wayOf(script, route, likely);
  const { done } = route;
  if (done === undefined) return way;
  return [
    ...done.flatMap((id) => script.steps.find((step) => step.id === id) ?? []),
    ...way.filter(({ id }) => !done.includes(id)),
  ];
}

function wayOf(
  { steps }: { readonly steps: readonly Step[] },
  route: Route,
  likely: boolean,
): readonly Step[] {
  const path: Step[] = [];
  for (let at = 0; at !== -1 && at < steps.length;) {
    const step = steps[at];
    if (step === undefined || !isTaken(step, route)) {
      at += 1;
      continue;
    }
    path.push(step);
    if (kindOf(step.action.kind).ends) break;
    const next = nextOf(step, route, likely);
    if (next === null) break;
    const to = next === undefined ? at + 1 : steps.findIndex(({ id }) => id === next);
    // Scripts only lead ahead; if a record says that a choice led back, the way ends there.
    at = to > at ? to : -1;
  }
  return path;
}

/** The id of the chosen step; undefined for the following one, null if a choice is open. */
function nextOf({ id, goTo, action }: Step, { chosen }: Route, likely: boolean) {
  if (action.choices === undefined) return goTo;
  return chosen[id] ?? (likely ? action.choices[0]?.goTo : undefined) ?? null;
}

/** Whether an officer's step belongs to one who came, and of the kind the step is for. */
const isTaken = ({ seat, whose }: Step, route: Route): boolean =>
  seat === undefined || isOf(whose ?? "present", seat, route);
