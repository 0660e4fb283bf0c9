// The order that the engine rests on, judged over all steps of a script.
import { fault } from "./faults.ts";
import { CLOSES } from "./kinds.ts";
import type { Step } from "./steps.ts";

/**
 * Opens first, closes last, ids once, each step where the record is.
 * @throws Fault E-SCRIPT-DUPLICATE, E-SCRIPT-ORDER with the step's path
 */
export function judgeOrder(steps: readonly Step[]): void {
  judgeIds(steps);
  judgeEnds(steps);
  judgeStations(steps);
}

function judgeIds(steps: readonly Step[]): void {
  const ids = new Set<string>();
  for (const { id, path } of steps) {
    if (ids.has(id)) throw fault("E-SCRIPT-DUPLICATE", { path: `${path}.id` });
    ids.add(id);
  }
}

function judgeEnds(steps: readonly Step[]): void {
  steps.forEach(({ action: { kind }, path }, i) => {
    if ((kind === "open") !== (i === 0))
      throw order(path, "must open, as the first step alone does");
    if (CLOSES.includes(kind) !== (i === steps.length - 1))
      throw order(path, "must close, as the last step alone does");
  });
}

/** The record goes to the other station by a hand-over, and is taken over there at once. */
function judgeStations(steps: readonly Step[]): void {
  let station = steps[0]?.station;
  steps.forEach(({ path, ...step }, i) => {
    const { kind, to } = step.action;
    const handed = steps[i - 1]?.action.kind === "hand-over";
    if (handed && kind !== "take-over") throw order(path, "must take over what was handed over");
    if (!handed && kind === "take-over") throw order(path, "takes over what was not handed over");
    if (step.station !== station) throw order(path, "is at a station that was not handed to");
    if (kind !== "hand-over") return;
    if (to === station) throw order(path, "must hand over to the other station");
    station = to;
  });
}

const order = (path: string, wanted: string) => fault("E-SCRIPT-ORDER", { path, wanted });
