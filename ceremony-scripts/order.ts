// The order that the engine relies on, checked on every way through a script.
import { routesOf, type Crossing } from "./routes.ts";
import { fault } from "./language/faults.ts";
import { kindOf } from "./kinds.ts";
import { pathOf } from "./path.ts";
import type { Step } from "./steps.ts";

/**
 * Opens first, closes last, ids once, each step where the record is, each reached on some way.
 * @throws Fault E-SCRIPT-DUPLICATE, -ORDER, -UNREACHED with the step's path; E-SCRIPT-WAYS
 */
export function checkOrder(script: Crossing): void {
  checkIds(script.steps);
  checkJumps(script.steps);
  const reached = new Set<string>();
  for (const route of routesOf(script)) {
    const path = pathOf(script, route);
    checkEnds(path);
    checkStations(path);
    for (const { id } of path) reached.add(id);
  }
  const lost = script.steps.find(({ id }) => !reached.has(id));
  if (lost !== undefined) throw fault("E-SCRIPT-UNREACHED", { path: lost.path });
}

function checkIds(steps: readonly Step[]): void {
  const ids = new Set<string>();
  for (const { id, path } of steps) {
    if (ids.has(id)) throw fault("E-SCRIPT-DUPLICATE", { path: `${path}.id` });
    ids.add(id);
  }
}

/**
 * A jump goes to a later step: repeating steps is an exception that people decide. From outside it
 * goes to a block's beginning, or it would mean a different step for each officer.
 */
function checkJumps(steps: readonly Step[]): void {
  steps.forEach(({ goTo, action, path, block }, i) => {
    for (const target of [goTo, ...(action.choices?.map((choice) => choice.goTo) ?? [])]) {
      if (target === undefined) continue;
      const at = steps.findIndex(({ id }) => id === target);
      if (at <= i) throw order(path, "goes to something other than a later step");
      const into = steps[at]?.block;
      if (into !== undefined && into !== block && steps[at - 1]?.block === into)
        throw order(path, "goes into the middle of a block");
    }
  });
}

function checkEnds(path: readonly Step[]): void {
  path.forEach(({ action, path: place }, i) => {
    const { opens, ends } = kindOf(action.kind);
    if (opens !== (i === 0))
      throw order(place, "must be an opening, and only the first step may be one");
    if (i === path.length - 1 && !ends)
      throw order(place, "must be a closing, and only the last step may be one");
  });
}

/** The record goes to the other station by a hand-over, and is taken over there at once. */
function checkStations(steps: readonly Step[]): void {
  let station = steps[0]?.station;
  steps.forEach(({ path, ...step }, i) => {
    const { to } = step.action;
    const { carries } = kindOf(step.action.kind);
    const before = steps[i - 1];
    const handed = before !== undefined && kindOf(before.action.kind).carries === "out";
    const takes = carries === "in";
    if (handed && !takes) throw order(path, "must take over what was handed over");
    if (!handed && takes) throw order(path, "takes over what was not handed over");
    if (step.station !== station)
      throw order(path, "is at a station that does not have the record");
    if (carries !== "out") return;
    if (to === station) throw order(path, "must hand over to the other station");
    station = to;
  });
}

const order = (path: string, wanted: string) => fault("E-SCRIPT-ORDER", { path, wanted });
