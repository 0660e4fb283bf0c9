// Two people overrule a refusal that is not about cryptography, once a refusal alone would lose keys; the
// record says who.
import { ACCEPTABLE } from "../../crypto/index.ts";
import {
  fault as ceremonyFault,
  fold,
  checkDecision,
  type CeremonyView,
  type State,
} from "../ceremony/ceremony.ts";
import { isDecidable, OPENED_OTHER, SHORT } from "../meaning/meaning.ts";
import type { Deps, Overruled } from "./deps.ts";
import { decideBefore } from "./despite.ts";
import { fault } from "./faults.ts";
import { currentView, journalOf, record, refuse } from "./turn.ts";

/** Refusals of readers, and one of what a reader cannot know. */
const OVERRULABLE = [...ACCEPTABLE, OPENED_OTHER];

/** Whether a refusal would lose keys: a domain exists, and no other can take its place. */
export const wouldLose = (
  { continues, finds }: Pick<Deps["script"], "continues" | "finds">,
  { download }: Pick<State, "download">,
): boolean => continues || finds || download === "written" || download === "ended";

/**
 * One of these, or of a rule of meaning, which is only checked if it may be overruled. If
 * this station has no record yet, the decision waits for it. From here on this code refuses nothing
 * in this ceremony, in readers that let it be overruled. The refused step is repeated by its
 * performer.
 * @throws Fault E-STATE, E-STATE-STATION, E-STATE-CLOSED, E-ACCEPT-NEVER, E-ACCEPT-DECISION
 */
export function acceptRefusal(deps: Deps, request: Overruled): CeremonyView | null {
  if (deps.record.open === null && isDecidable(request.code)) {
    decideBefore(deps, request);
    return null;
  }
  const state = fold(journalOf(deps).entries);
  if (state.closed) throw ceremonyFault("E-STATE-CLOSED");
  if (state.closing !== null) throw ceremonyFault("E-STATE");
  if (state.station !== deps.station) throw ceremonyFault("E-STATE-STATION");
  const isAcceptable = wouldLose(deps.script, state) && OVERRULABLE.includes(request.code);
  if (!isAcceptable && !isDecidable(request.code))
    throw fault("E-ACCEPT-NEVER", { codes: OVERRULABLE.join(", ") });
  refuse(checkDecision(state, request.decidedBy));
  const { code, decidedBy } = request;
  // The record that it is about is known when the step runs again: then it is recorded.
  if (code === SHORT) decideBefore(deps, request);
  else record(deps, { type: "refusal-accepted", by: "administrator", data: { code, decidedBy } });
  return currentView(deps);
}
