// Where officers sign an act: at the end of each of its offline stretches that changed something.
import { fault } from "./language/faults.ts";
import { kindOf } from "./kinds.ts";
import type { Step } from "./steps.ts";

/**
 * Checks the signatures of acts on one way through a script. Changes made at the connected station
 * are signed with the next offline act, because no signing key goes there; the act that closes the
 * record is signed with the record.
 * @param path the steps of that way
 * @param seats of the officers who came
 * @throws Fault E-CHECK-UNSIGNED, -SIGNS with the step's path
 */
export function checkActSignatures(path: readonly Step[], seats: readonly number[]): void {
  for (const stretch of stretchesOf(path)) {
    const last = stretch.at(-1);
    const isSigned = last !== undefined && signs(last);
    const changed = stretch.findLast(changes);
    const owes = seats.length > 0 && !stretch.some(({ action }) => kindOf(action.kind).ends);
    if (changed !== undefined && owes && !isSigned)
      throw fault("E-CHECK-UNSIGNED", { path: changed.path });
  }
  path.forEach((step, i) => {
    if (signs(step) && !mayStand(path, i)) throw fault("E-CHECK-SIGNS", { path: step.path });
  });
}

const signs = ({ action }: Step): boolean => kindOf(action.kind).signs === "act";

const changes = ({ action }: Step): boolean => kindOf(action.kind).changes;

const carries = ({ action }: Step): boolean => kindOf(action.kind).carries !== null;
const isHandOver = ({ action }: Step): boolean => kindOf(action.kind).carries === "out";

/** The stretches of each act that are offline without a break. */
function stretchesOf(path: readonly Step[]): readonly (readonly Step[])[] {
  const stretches: Step[][] = [];
  path.forEach((step, i) => {
    const before = path[i - 1];
    const goesOn = before?.act === step.act && isWork(before);
    if (isWork(step) && goesOn) stretches.at(-1)?.push(step);
    else if (isWork(step)) stretches.push([step]);
  });
  return stretches;
}

const isWork = (step: Step): boolean => step.station === "offline" && !carries(step);

/** Its act has changed something since it was last signed, and is not continued offline. */
function mayStand(path: readonly Step[], at: number): boolean {
  const act = path[at]?.act;
  const next = path[at + 1];
  const before = path.slice(0, at);
  const since = before.slice(before.findLastIndex(signs) + 1);
  const isEnd = next === undefined || next.act !== act || isHandOver(next);
  return isEnd && since.some((step) => step.act === act && changes(step));
}
