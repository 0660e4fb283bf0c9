// Exceptions and the abort: what people may decide when something was not as the script says.
import type { Fault } from "../../crypto/errors.ts";
import { fault } from "./entries/faults.ts";
import { isPlain } from "../record/plain.ts";
import { isOver, checkDecision } from "./rules.ts";
import type { Decision } from "./entries/exception.ts";
import type { State } from "./state.ts";

/** The longest sentence that a form accepts. */
export const LONGEST = 400;

/** An exception as people write it. */
export interface Exception {
  readonly expected: string;
  readonly happened: string;
  readonly decided: string;
  readonly decidedBy: readonly string[];
  readonly decision: Decision;
  /** The number of the entry of the earlier record that it corrects, if it corrects one. */
  readonly corrects?: number | undefined;
}

/**
 * Whether an exception may be noted now: at any time while a station has the record, even in a
 * recess and after a closing (which it voids).
 */
export const mayExcept = (state: State, exception: Exception): Fault | null =>
  mayWrite(state) ?? checkException(state, exception);

/**
 * Checks three plain sentences and two people; a step that has not begun is not repeated, an abort
 * is not taken back, and only the record that this one continues is corrected.
 */
export function checkException(state: State, exception: Exception): Fault | null {
  const { expected, happened, decided, decidedBy, decision, corrects } = exception;
  const plain = [expected, happened, decided].every((text) => isPlain(text, LONGEST));
  if (corrects !== undefined && state.opened?.earlier.length !== 1)
    return fault("E-EXCEPT-CORRECTS");
  if (!plain || checkDecision(state, decidedBy) !== null) return fault("E-EXCEPT-FORM");
  if (isOver(state) && decision !== "continue") return fault("E-STATE-ABORTED");
  return decision === "repeat" && state.began === null ? fault("E-EXCEPT-NOTHING") : null;
}

/** Whether people may end the ceremony now, for this reason. */
export function mayAbort(state: State, reason: string, decidedBy: readonly string[]): Fault | null {
  const stopped = mayWrite(state);
  if (stopped !== null) return stopped;
  if (state.aborted !== null) return fault("E-STATE-ABORTED");
  const decided = isPlain(reason, LONGEST) && checkDecision(state, decidedBy) === null;
  return decided ? null : fault("E-ABORT-FORM");
}

/** Whether the record can be written at all. */
export function mayWrite(state: State): Fault | null {
  if (state.closed) return fault("E-STATE-CLOSED");
  if (state.opened === null) return fault("E-STATE");
  return state.station === null ? fault("E-STATE-TRANSIT") : null;
}
