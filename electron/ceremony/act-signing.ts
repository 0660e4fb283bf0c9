// An act whose end officers sign: who has, and who has not yet.
import type { EventData } from "./events.ts";
import { fault } from "./faults.ts";
import type { State } from "./state.ts";

/** An act whose end is being signed, or signed on paper: then nobody's signature is awaited. */
export interface ActSigning {
  /** Of the entry that is signed. */
  readonly hash: string;
  readonly act: string;
  readonly present: readonly string[];
  readonly signed: readonly string[];
  readonly onPaper: boolean;
}

/** Who of an act's signers has not signed yet. */
export const unsignedIn = ({ present, signed, onPaper }: ActSigning): readonly string[] =>
  onPaper ? [] : present.filter((officer) => !signed.includes(officer));

/** One signature more. @throws Fault E-STATE-RECORD of somebody who need not sign, or has */
export function withActSigned(state: State, officer: string): State {
  const { actSigning } = state;
  if (actSigning === null || !unsignedIn(actSigning).includes(officer))
    throw fault("E-STATE-RECORD");
  return { ...state, actSigning: { ...actSigning, signed: [...actSigning.signed, officer] } };
}

/** It stands within a step that is not performed, and for one act at a time. */
export function actBegun(
  { act, present }: EventData["act-signing"], state: State, hash: string, onPaper: boolean,
): Partial<State> {
  const isDouble = new Set(present).size < present.length;
  const isFree = state.began !== null && state.performed === null && state.actSigning === null;
  if (!isFree || isDouble || present.length === 0) throw fault("E-STATE-RECORD");
  return { actSigning: { hash, act, present, signed: [], onPaper } };
}
