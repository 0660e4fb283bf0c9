// What is certain when a ceremony continues after an interruption: done, performed, repeated, not begun.
import { pathOf, type Script, type Step } from "../../ceremony-scripts/index.ts";
import { routeOf, isOver, nextStep } from "./rules.ts";
import type { State } from "./state.ts";

/** Ids of steps; `now` is null if no step is left. */
export interface Resumption {
  /** Certainly done: confirmed, and on the disk. */
  readonly done: readonly string[];
  readonly now: string | null;
  /**
   * The current step: "performed" waits for confirmation, "again" had begun and is repeated, "new"
   * had not begun.
   */
  readonly how: "performed" | "again" | "new";
  /** Certainly not done: the steps after the current one. */
  readonly ahead: number;
}

/** By the record alone. */
export function resumptionOf(state: State, script: Script): Resumption {
  const step = isOver(state) ? null : nextStep(state, script);
  const path = pathOf(script, routeOf(state, script), true);
  const ahead = step === null ? 0 : path.length - state.done.length - 1;
  return { done: state.done, now: step?.id ?? null, how: howOf(state, step), ahead };
}

function howOf({ performed, began }: State, step: Step | null): Resumption["how"] {
  if (step === null) return "new";
  if (performed === step.id) return "performed";
  return began === step.id ? "again" : "new";
}
