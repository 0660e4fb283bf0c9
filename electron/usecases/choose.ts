// One of several choices is taken: exactly one, and the ceremony goes on where it leads.
import type { CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { begin, finish, record } from "./turn.ts";

export interface ChooseRequest {
  /** Where the step is one officer's. */
  readonly seat?: number;
  /** The id of the step that is gone to. */
  readonly goTo: string;
}

/** @throws Fault E-STATE*, E-CHOICE when the step has no such choice */
export function choose(deps: Deps, { seat, goTo }: ChooseRequest): CeremonyView {
  const turn = begin(deps, "choose", seat);
  const { step } = turn;
  if (step.action.choices?.some((choice) => choice.goTo === goTo) !== true) throw fault("E-CHOICE");
  record(deps, { type: "chosen", by: step.by, data: { step: step.id, goTo } });
  return finish(deps, turn);
}
