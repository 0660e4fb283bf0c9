// Rule 41: before the irreversible call, everything was found to be right, or accepted.
import type { Reading, Rules, Typed } from "./reading.ts";

export const PREFLIGHT: Rules = {
  "step-performed": (reading, entry) => {
    const kind = reading.now?.action.kind;
    const state = reading.last("activation-read")?.data.state;
    if (kind === "read-active") isRight(reading, entry, state === "Active");
    if (kind === "read-activation")
      isRight(reading, entry, state === "NotActivated" && isReady(reading));
  },
  "download-began": (reading, entry) => {
    // An HSM in use is not checked: it gives its domain again, and is not changed.
    const isAsked = reading.last("preflight-judged") !== undefined;
    isRight(reading, entry, !isAsked || isReady(reading));
  },
  "point-accepted": (reading, entry) => {
    const { point, sentence } = entry.data;
    const points = reading.last("preflight-judged")?.data.points ?? [];
    const isOpen = points.some(
      (one) => one.point === point && one.sentence === sentence && one.verdict === "decide",
    );
    isRight(reading, entry, isOpen);
  },
};

function isRight(reading: Reading, entry: Typed, holds: boolean): void {
  const since = reading.latest("activation-read", "preflight-judged");
  reading.must("E-MEAN-PREFLIGHT", holds, entry, since);
}

/** No point is wrong, and each that people decide was accepted as found. */
function isReady(reading: Reading): boolean {
  const points = reading.last("preflight-judged")?.data.points ?? [];
  return (
    points.length > 0
    && points.every(
      ({ point, sentence, verdict }) =>
        verdict === "good"
        || (verdict === "decide" && reading.pointsAccepted.has(`${point} ${sentence}`)),
    )
  );
}
