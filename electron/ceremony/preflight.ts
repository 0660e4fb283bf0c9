// What must hold before the HSM is activated: what the record itself tells, what people accepted of
// the rest, and whether it may go on.
import type { Fault } from "../../crypto/errors.ts";
import type { EventData } from "./entries/index.ts";
import type { PointFound } from "./entries/preflight.ts";
import type { State } from "./state.ts";
import { fault } from "./faults.ts";
import { thumbprintOf } from "./known.ts";
import { isPlain } from "./plain.ts";
import { checkDecision, seatsOf } from "./rules.ts";

/** A point, and whether people accepted what was found. */
export interface PointView extends PointFound {
  readonly accepted: boolean;
}

/** What people decided of one point: its name, and why they go on. */
export interface PointAccepted {
  readonly point: string;
  readonly reason: string;
}

const REASON_MAX = 200;

/** What the record tells of the certificates and the quorum. */
export function recordedPoints(state: State): readonly PointFound[] {
  const { officers = 0, required = 0 } = state.opened ?? {};
  const known = seatsOf(officers).map((seat) => thumbprintOf(state, seat));
  const isWhole =
    known.every((thumbprint) => thumbprint !== undefined) && new Set(known).size === officers;
  const isOpenable = required >= 2 && required <= officers;
  return [
    isWhole
      ? good("certificates", `${String(officers)} different certificates stand in the record.`)
      : wrong(
          "certificates",
          "The record does not hold a certificate of its own for each officer.",
          "Abort the ceremony: keys are missing, or one was made twice.",
        ),
    isOpenable
      ? good(
          "quorum",
          `${String(required)} of ${String(officers)} officers will open the security domain.`,
        )
      : wrong(
          "quorum",
          "The quorum is larger than the number of officers, or one alone opens it.",
          "Abort the ceremony, and correct the script.",
        ),
  ];
}

export const good = (point: string, sentence: string): PointFound => ({
  point,
  verdict: "good",
  sentence,
  next: "",
});
export const wrong = (point: string, sentence: string, next: string): PointFound => ({
  point,
  verdict: "wrong",
  sentence,
  next,
});
export const decide = (point: string, sentence: string, next: string): PointFound => ({
  point,
  verdict: "decide",
  sentence,
  next,
});

/** The points as they were found last; null before anything was asked. */
export const preflightView = ({ preflight, pointsAccepted }: State): readonly PointView[] | null =>
  preflight?.points.map((found) => ({
    ...found,
    accepted: pointsAccepted.some(
      ({ point, sentence }) => point === found.point && sentence === found.sentence,
    ),
  })) ?? null;

/** Whether the HSM may be activated by what was found last. @returns E-PREFLIGHT, -DECIDE */
export function mayActivate(state: State): Fault | null {
  const points = preflightView(state) ?? [];
  if (points.some(({ verdict }) => verdict === "wrong") || points.length === 0)
    return fault("E-PREFLIGHT");
  return points.some(({ verdict, accepted }) => verdict === "decide" && !accepted)
    ? fault("E-PREFLIGHT-DECIDE")
    : null;
}

/**
 * What two people in the room decide of points that may be decided, each with a reason.
 * @throws Fault E-PREFLIGHT-FORM, E-ACCEPT-DECISION
 */
export function acceptedPoints(
  state: State,
  accepted: readonly PointAccepted[],
  decidedBy: readonly string[],
): readonly EventData["point-accepted"][] {
  const refusal = checkDecision(state, decidedBy);
  if (refusal !== null) throw refusal;
  const points = preflightView(state) ?? [];
  if (accepted.length === 0) throw fault("E-PREFLIGHT-FORM");
  return accepted.map(({ point, reason }) => {
    const found = points.find((one) => one.point === point && one.verdict === "decide");
    if (found === undefined || !isPlain(reason, REASON_MAX)) throw fault("E-PREFLIGHT-FORM");
    return { point, sentence: found.sentence, reason, decidedBy };
  });
}
