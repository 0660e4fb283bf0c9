// What changes where officers sign: the end of an act, and the end of the record.
import { actBegun, withActSigned } from "./act-signing.ts";
import { fault } from "./faults.ts";
import type { Signed } from "./forms.ts";
import { ended } from "./running-state.ts";
import type { Change, State } from "./state.ts";

/** Anything after a closing that is no signature over it voids it: all sign again at the end. */
export function voided(state: State): State {
  const done = state.aborted === null ? state.done.slice(0, -1) : state.done;
  const undone = state.closed ? { closed: false, done } : {};
  return { ...state, ...undone, closing: null, signed: [] };
}

/**
 * As the record itself counts: of a closing, one over something else, or of somebody who need not,
 * voids all. An act's signatures may have other entries between them.
 */
export function afterSignature(state: State, { officer, over }: Signed): State {
  const { closing, actSigning } = state;
  if (closing === null && actSigning?.hash === over) return withActSigned(state, officer);
  const missing = closing?.present.filter((present) => !state.signed.includes(present)) ?? [];
  if (closing?.hash !== over || !missing.includes(officer)) return voided(state);
  const signed = [...state.signed, officer];
  if (missing.length > 1) return { ...state, signed };
  return { ...state, signed, closed: true, ...ended(state) };
}

type Signing = "act-signing" | "act-signing-on-paper" | "closing" | "closing-on-paper";

/** The changes by entry type, a part of the fold's. */
export const SIGNING: { readonly [Type in Signing]: Change<Type> } = {
  "act-signing": (data, state, { hash }) => actBegun(data, state, hash, false),
  "act-signing-on-paper": (data, state, { hash }) => actBegun(data, state, hash, true),
  "closing-on-paper": ({ present }, state) =>
    ({ onPaper: present, closed: true, ...ended(state) }),
  closing: ({ present }, state, { hash }) => {
    if (state.began === null && state.aborted === null) throw fault("E-STATE-RECORD");
    return { closing: { hash, present }, signed: [] };
  },
};
