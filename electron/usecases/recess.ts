// A recess begins with every open object in a bag, and ends when the bags are the same.
import {
  asKnown,
  mayBeginRecess,
  mayEndRecess,
  nextStep,
  type CeremonyView,
  type Seal,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { currentView, record, refuse, stateOf } from "./turn.ts";

/** @throws Fault E-STATE*, E-RECESS-FORM */
export function beginRecess(deps: Deps, seals: readonly Seal[]): CeremonyView {
  const state = stateOf(deps);
  refuse(mayBeginRecess(state, deps.script, seals));
  const step = nextStep(state, deps.script)?.id ?? "";
  record(deps, { type: "recess-began", by: "administrator", data: { step, seals } });
  return currentView(deps);
}

/** The witness has compared the words of the head, and confirms. @throws Fault E-RECESS-* */
export function endRecess(deps: Deps, seals: readonly Seal[]): CeremonyView {
  const state = stateOf(deps);
  refuse(mayEndRecess(state, seals, deps.clock()));
  const step = nextStep(state, deps.script)?.id ?? "";
  const before = state.recess?.seals ?? [];
  const sealOf = (name: string): string => before.find(({ object }) => object === name)?.seal ?? "";
  const read = seals.map(({ object, seal }) => ({ object, seal: asKnown(seal, sealOf(object)) }));
  const data = { step, seals: read, confirmedBy: "witness" };
  record(deps, { type: "recess-ended", by: "witness", data });
  return currentView(deps);
}
