// Before the call that cannot be taken back: all that must hold is asked, and stands in the record.
import { isFault } from "../../crypto/index.ts";
import {
  decide,
  good,
  mayActivate,
  recordedPoints,
  wrong,
  type PointFound,
} from "../ceremony/ceremony.ts";
import type { AskedHsm } from "../hsm/hsm.ts";
import { preflight } from "../hsm/preflight.ts";
import { MEDIA, type Deps } from "./deps.ts";
import { medium, record, refuse, stateOf } from "./turn.ts";

/** @throws Fault E-PREFLIGHT, E-PREFLIGHT-DECIDE, E-HSM-*, E-AUTH-* */
export async function checkBefore(deps: Deps, hsm: AskedHsm): Promise<void> {
  const [as, addresses, facts] = [await hsm.signIn(), await hsm.addresses(), await hsm.facts()];
  const signedInAs = as === null || as.id === "" ? null : as.id;
  const points = [
    ...whoseHsm(deps, hsm, as?.ca),
    ...preflight(facts, { signedInAs, addresses }).map((point): PointFound => ({ ...point })),
    ...recordedPoints(stateOf(deps)),
    mediumPoint(deps, MEDIA.transfer),
    mediumPoint(deps, MEDIA.domainCopy),
  ];
  // What was found a moment ago, and is found again, stands there already.
  if (spelled(stateOf(deps).preflight?.points ?? []) !== spelled(points))
    record(deps, { type: "preflight-judged", by: "app", data: { points } });
  refuse(mayActivate(stateOf(deps)));
}

/** Members of an entry have another order once it was read from the disk. */
const spelled = (points: readonly PointFound[]): string =>
  JSON.stringify(
    points.map(({ point, verdict, sentence, next }) => [point, verdict, sentence, next]),
  );

/**
 * A rehearsal with an HSM that Microsoft runs, and somebody pays for; or a ceremony in earnest with
 * one that Microsoft does not run, as far as its address tells.
 */
function whoseHsm(
  { mode }: Deps,
  { isMicrosofts }: AskedHsm,
  ca: string | undefined,
): readonly PointFound[] {
  const vouching = ca === undefined ? "" : ` Its own CA vouches for all answers: SHA-256 ${ca}.`;
  if ((mode === "PRODUCTION") === isMicrosofts)
    return vouching === "" ? [] : [good("site-ca", `The site file names it.${vouching}`)];
  if (mode === "PRODUCTION")
    return [
      decide(
        "strange-hsm",
        `The HSM stands in none of Microsoft's clouds: the site file alone vouches for it.${vouching}`,
        "Two people decide that it is the HSM that is meant; else correct the site file.",
      ),
    ];
  return [
    decide(
      "real-hsm",
      "This is a rehearsal, and the HSM is a real one: it is activated for rehearsal keys alone.",
      "Two people decide that it was made for trying and will be deleted; else choose another.",
    ),
  ];
}

/** Whether a medium is in, the one of the record, writable, and has room. */
function mediumPoint(deps: Deps, label: string): PointFound {
  const point = `medium-${label}`;
  try {
    medium(deps, label);
    return good(point, `The medium \u201c${label}\u201d is in, can be written, and has room.`);
  } catch (error) {
    if (!isFault(error)) throw error;
    return wrong(point, `The medium \u201c${label}\u201d: ${error.message}`, error.next);
  }
}
