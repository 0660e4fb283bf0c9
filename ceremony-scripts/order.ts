// The order that the engine rests on, judged over all steps of a script.
import { fault } from "./faults.ts";
import type { Step } from "./schema.ts";

/** A step and where it stands in the script, such as `acts[1].steps[0]`. */
export interface Placed {
  readonly step: Step;
  readonly path: string;
}

/**
 * Opens first, closes last, ids once, each step where the record is.
 * @throws Fault E-SCRIPT-DUPLICATE, E-SCRIPT-ORDER with the step's path
 */
export function judgeOrder(placed: readonly Placed[]): void {
  judgeIds(placed);
  judgeEnds(placed);
  judgeStations(placed);
}

function judgeIds(placed: readonly Placed[]): void {
  const ids = new Set<string>();
  for (const { step, path } of placed) {
    if (ids.has(step.id)) throw fault("E-SCRIPT-DUPLICATE", { path: `${path}.id` });
    ids.add(step.id);
  }
}

function judgeEnds(placed: readonly Placed[]): void {
  placed.forEach(({ step, path }, i) => {
    const { kind } = step.action;
    if ((kind === "open") !== (i === 0))
      throw order(path, "must open, as the first step alone does");
    if ((kind === "close") !== (i === placed.length - 1))
      throw order(path, "must close, as the last step alone does");
  });
}

/** The record goes to the other station by a hand-over, and is taken over there at once. */
function judgeStations(placed: readonly Placed[]): void {
  let station = placed[0]?.step.station;
  placed.forEach(({ step, path }, i) => {
    const { kind, to } = step.action;
    const handed = placed[i - 1]?.step.action.kind === "hand-over";
    if (handed && kind !== "take-over") throw order(path, "must take over what was handed over");
    if (!handed && kind === "take-over") throw order(path, "takes over what was not handed over");
    if (step.station !== station) throw order(path, "is at a station that was not handed to");
    if (kind !== "hand-over") return;
    if (to === station) throw order(path, "must hand over to the other station");
    station = to;
  });
}

const order = (path: string, wanted: string) => fault("E-SCRIPT-ORDER", { path, wanted });
