// What must hold before the HSM is activated: the findings, what people accepted, and whether to
// continue.
import type { Fault } from "../../crypto/errors.ts";
import type { EventData } from "./entries/index.ts";
import type { State } from "./state.ts";
import { fault } from "./entries/faults.ts";
import { isPlain } from "../record/plain.ts";
import { pointSaid, type PointSaid } from "./recorded-points.ts";
import { checkDecision } from "./rules.ts";

/** A point, and whether people accepted what was found. */
export interface PointView extends PointSaid {
  readonly accepted: boolean;
}

/** What people decided about one point: its name, and why they continue. */
export interface PointAccepted {
  readonly point: string;
  readonly reason: string;
}

const REASON_MAX = 200;

/** The last findings; null before anything was checked. */
export const preflightView = (state: State): readonly PointView[] | null =>
  state.preflight === null
    ? null
    : found(state).map(({ accepted, ...point }) => ({ ...pointSaid(point), accepted }));

/** The same as the record has them. */
const found = ({ preflight, pointsAccepted }: State) =>
  (preflight?.points ?? []).map((one) => ({
    ...one,
    accepted: pointsAccepted.some(
      ({ point, sentence }) => point === one.point && sentence === one.sentence,
    ),
  }));

/** Whether the HSM may be activated by the last findings. @returns E-PREFLIGHT, -DECIDE */
export function mayActivate(state: State): Fault | null {
  const points = found(state);
  if (points.some(({ verdict }) => verdict === "wrong") || points.length === 0)
    return fault("E-PREFLIGHT");
  return points.some(({ verdict, accepted }) => verdict === "decide" && !accepted)
    ? fault("E-PREFLIGHT-DECIDE")
    : null;
}

/**
 * What two people in the room decide about points that may be decided, each with a reason.
 * @throws Fault E-PREFLIGHT-FORM, E-ACCEPT-DECISION
 */
export function acceptedPoints(
  state: State,
  accepted: readonly PointAccepted[],
  decidedBy: readonly string[],
): readonly EventData["point-accepted"][] {
  const refusal = checkDecision(state, decidedBy);
  if (refusal !== null) throw refusal;
  const points = found(state);
  if (accepted.length === 0) throw fault("E-PREFLIGHT-FORM");
  return accepted.map(({ point, reason }) => {
    const open = points.find((one) => one.point === point && one.verdict === "decide");
    if (open === undefined || !isPlain(reason, REASON_MAX)) throw fault("E-PREFLIGHT-FORM");
    return { point, sentence: open.sentence, reason, decidedBy };
  });
}
