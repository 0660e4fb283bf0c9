// What a person may see of a ceremony: no field here could hold a secret.
import type { Script, Step } from "../../ceremony-scripts/index.ts";
import type { Mode } from "./events.ts";
import { nextStep } from "./rules.ts";
import type { State } from "./state.ts";

/** The ceremony as one plain value. `head` is hex; `words` are the words of its first ten bytes. */
export interface CeremonyView {
  readonly title: string;
  readonly mode: Mode | null;
  readonly hsm: string;
  readonly step: Step | null;
  readonly done: number;
  readonly steps: number;
  readonly closed: boolean;
  readonly head: string;
  readonly words: readonly string[];
}

/** The view of a state under its script, with the record's head (hex, and its words). */
export function view(
  state: State, script: Script, head: string, words: readonly string[],
): CeremonyView {
  return {
    title: script.title,
    mode: state.opened?.mode ?? null,
    hsm: state.opened?.hsm ?? "",
    step: state.closed ? null : nextStep(state, script),
    done: state.done.length,
    steps: script.steps.length,
    closed: state.closed,
    head,
    words,
  };
}
