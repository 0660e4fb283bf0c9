// The way a ceremony takes through its script: whose steps are taken, and which choice leads where.
import { kindOf } from "./kinds.ts";
import type { Step } from "./steps.ts";
import { isOf } from "./whose.ts";

/** What decides over the way. */
export interface Course {
  /** The officers who came, 1 to N. */
  readonly seats: readonly number[];
  /** Those officers whose keys are made anew. */
  readonly renewed: readonly number[];
  /** By the id of a step that chooses: the id of the step that was gone to. */
  readonly chosen: Readonly<Record<string, string>>;
}

/**
 * The steps that are taken, in order, up to the first choice that nobody made yet.
 * @param likely where a choice is open, its first one is taken for made, and so the way ends
 */
export function pathOf(
  { steps }: { readonly steps: readonly Step[] },
  course: Course,
  likely = false,
): readonly Step[] {
  const path: Step[] = [];
  for (let at = 0; at !== -1 && at < steps.length;) {
    const step = steps[at];
    if (step === undefined || !isTaken(step, course)) {
      at += 1;
      continue;
    }
    path.push(step);
    if (kindOf(step.action.kind).ends) break;
    const next = nextOf(step, course, likely);
    if (next === null) break;
    const to = next === undefined ? at + 1 : steps.findIndex(({ id }) => id === next);
    // Scripts lead ahead alone; a record may say that a choice led back, and the way ends there.
    at = to > at ? to : -1;
  }
  return path;
}

/** The id of the step gone to; undefined for the one behind, null where a choice is open. */
function nextOf({ id, goTo, action }: Step, { chosen }: Course, likely: boolean) {
  if (action.choices === undefined) return goTo;
  return chosen[id] ?? (likely ? action.choices[0]?.goTo : undefined) ?? null;
}

/** Whether an officer's step belongs to one who came, and to the kind of officer it is for. */
const isTaken = ({ seat, whose }: Step, course: Course): boolean =>
  seat === undefined || isOf(whose ?? "present", seat, course);
