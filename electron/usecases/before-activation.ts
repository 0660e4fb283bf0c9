// Before the irreversible call: everything that must hold is checked and recorded.
import { isFault } from "../../crypto/index.ts";
import {
  mayActivate,
  pointRecorded,
  seatsOf,
  thumbprintOf,
  type PointFound,
  type State,
} from "../ceremony/ceremony.ts";
import type { AskedHsm } from "../hsm/hsm.ts";
import { decide, good, wrong, type Point } from "../hsm/point.ts";
import { preflight } from "../hsm/preflight.ts";
import { sentence } from "../text/sentence.ts";
import { MEDIA, type Deps } from "./deps.ts";
import { medium, record, refuse, stateOf } from "./turn.ts";

/** @throws Fault E-PREFLIGHT, E-PREFLIGHT-DECIDE, E-HSM-*, E-AUTH-* */
export async function checkBefore(deps: Deps, hsm: AskedHsm): Promise<void> {
  const [as, addresses, facts] = [await hsm.signIn(), await hsm.addresses(), await hsm.facts()];
  const signedInAs = as === null || as.id === "" ? null : as.id;
  const points = [
    ...whoseHsm(deps, hsm, as?.ca),
    ...preflight(facts, { signedInAs, addresses }),
    ...recordedPoints(stateOf(deps)),
    mediumPoint(deps, MEDIA.transfer),
    mediumPoint(deps, MEDIA.domainCopy),
  ].map(pointRecorded);
  // A repeated finding is in the record already.
  if (spelled(stateOf(deps).preflight?.points ?? []) !== spelled(points))
    record(deps, { type: "preflight-judged", by: "app", data: { points } });
  refuse(mayActivate(stateOf(deps)));
}

/** An entry's members have another order once it was read from the disk. */
const spelled = (points: readonly PointFound[]): string =>
  JSON.stringify(
    points.map(({ point, verdict, sentence, next }) => [point, verdict, sentence, next]),
  );

/**
 * A rehearsal with an HSM that Microsoft runs, and bills; or a ceremony in earnest with one that
 * Microsoft does not run, as far as its address shows.
 */
function whoseHsm(
  { mode }: Deps,
  { isMicrosofts }: AskedHsm,
  ca: string | undefined,
): readonly Point[] {
  if ((mode === "PRODUCTION") === isMicrosofts)
    return ca === undefined ? [] : [good("site-ca", sentence("preflight-points.site-ca", { ca }))];
  if (mode === "PRODUCTION")
    return [
      decide(
        "strange-hsm",
        ca === undefined
          ? sentence("preflight-points.strange-hsm")
          : sentence("preflight-points.strange-hsm.ca", { ca }),
        sentence("preflight-points.strange-hsm.next"),
      ),
    ];
  return [
    decide(
      "real-hsm",
      sentence("preflight-points.real-hsm"),
      sentence("preflight-points.real-hsm.next"),
    ),
  ];
}

/** What the record says about the certificates and the quorum. */
function recordedPoints(state: State): readonly Point[] {
  const { officers = 0, required = 0 } = state.opened ?? {};
  const known = seatsOf(officers).map((seat) => thumbprintOf(state, seat));
  const isWhole =
    known.every((thumbprint) => thumbprint !== undefined) && new Set(known).size === officers;
  const isOpenable = required >= 2 && required <= officers;
  return [
    isWhole
      ? good("certificates", sentence("preflight-points.certificates.good", { officers }))
      : wrong(
          "certificates",
          sentence("preflight-points.certificates.wrong"),
          sentence("preflight-points.certificates.next"),
        ),
    isOpenable
      ? good("quorum", sentence("preflight-points.quorum.good", { required, officers }))
      : wrong(
          "quorum",
          sentence("preflight-points.quorum.wrong"),
          sentence("preflight-points.quorum.next"),
        ),
  ];
}

/** Whether a medium is inserted, the one of the record, writable, and has space. */
function mediumPoint(deps: Deps, label: string): Point {
  const point = `medium-${label}`;
  try {
    medium(deps, label);
    return good(point, sentence("preflight-points.medium.good", { label }));
  } catch (error) {
    if (!isFault(error)) throw error;
    const { message, next } = error.sentences;
    return wrong(point, sentence("preflight-points.medium.refused", { label, message }), next);
  }
}
