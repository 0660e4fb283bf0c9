// An exception: something was not as the script says, and people decide how to continue.
import {
  mayExcept,
  nextStep,
  isOver,
  type CeremonyView,
  type Exception,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { isAhead } from "./future-times.ts";
import { currentView, record, refuse, stateOf } from "./turn.ts";

/**
 * Notes it at any time, even while a step runs. A decision to repeat the step takes it back to its
 * beginning; one to abort ends everything except what `abortCeremony` does.
 * @param notedAt RFC 3339, UTC: when people wrote it, if nobody could write into the record then
 * @throws Fault E-STATE*, E-EXCEPT-*
 */
export function noteException(deps: Deps, exception: Exception, notedAt?: string): CeremonyView {
  const state = stateOf(deps);
  refuse(mayExcept(state, exception));
  const step = isOver(state) ? "" : (nextStep(state, deps.script)?.id ?? "");
  const { expected, happened, decided, decidedBy, decision, corrects: entry } = exception;
  const earlier = state.opened?.earlier[0]?.head;
  const data = {
    expected,
    happened,
    decided,
    decidedBy,
    step,
    decision,
    // A time in the future was settled before, and is never written.
    ...(notedAt === undefined || isAhead(notedAt, deps.clock()) ? {} : { notedAt }),
    ...(entry === undefined || earlier === undefined
      ? {}
      : { corrects: { record: earlier, entry } }),
  };
  record(deps, { type: "exception-noted", by: "administrator", data });
  return currentView(deps);
}
