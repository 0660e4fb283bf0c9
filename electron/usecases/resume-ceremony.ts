// A ceremony continues after an interruption: the witness was told what is certain, and confirms it.
import { resumptionOf } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { writeIncidents } from "./incident.ts";
import { record, stateOf } from "./turn.ts";

/**
 * Records the resumption. During a closing nothing is written: it would void the existing
 * signatures, and the next signature itself shows that it continues. An incident that still waits
 * beside the record is written.
 * @throws Fault E-STATE-STATION, E-LOG-*
 */
export function resumeCeremony(deps: Deps): void {
  const state = stateOf(deps);
  if (state.opened === null || state.closed || state.closing !== null) return;
  const { now, how, done } = resumptionOf(state, deps.script);
  record(deps, {
    type: "resumed",
    by: "witness",
    data: { step: now ?? "", done: done.length, again: how === "again", confirmedBy: "witness" },
  });
  writeIncidents(deps, now ?? "");
}
