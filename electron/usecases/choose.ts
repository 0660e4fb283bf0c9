// Takes exactly one of several choices; the ceremony continues with its step.
import type { CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { begin, finish, record } from "./turn.ts";

export interface ChooseRequest {
  /** If the step is one officer's. */
  readonly seat?: number;
  /** The id of the chosen step. */
  readonly goTo: string;
}

/** @throws Fault E-STATE*, E-CHOICE if the step has no such choice */
export function choose(deps: Deps, { seat, goTo }: ChooseRequest): CeremonyView {
  const turn = begin(deps, "choose", seat);
  const { step } = turn;
  if (step.action.choices?.some((choice) => choice.goTo === goTo) !== true) throw fault("E-CHOICE");
  record(deps, { type: "chosen", by: step.by, data: { step: step.id, goTo } });
  return finish(deps, turn);
}
