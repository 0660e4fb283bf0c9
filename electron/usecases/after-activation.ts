// After the call: the HSM's current state, and whether what was downloaded is what was requested.
import { isFault, readSecurityDomain } from "../../crypto/index.ts";
import {
  pointRecorded,
  seatsOf,
  thumbprintOf,
  type PointFound,
  type State,
} from "../ceremony/ceremony.ts";
import type { Activation, Hsm } from "../hsm/hsm.ts";
import { decide, good, wrong, type Point } from "../hsm/point.ts";
import { firstPlan, rolePoints } from "../hsm/roles.ts";
import { sentence } from "../text/sentence.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import type { Deps } from "./deps.ts";
import { record, stateOf } from "./turn.ts";

/** Records every point; none stops the step, because what was done cannot be undone. */
export async function noteAfter(deps: Deps, hsm: Hsm, activation: Activation): Promise<void> {
  const asked = [active(activation), domain(deps, stateOf(deps))];
  const points = [...asked.map(pointRecorded), ...(await roles(hsm))];
  record(deps, { type: "aftercheck-judged", by: "app", data: { points } });
}

const active = (activation: Activation): Point =>
  activation === "Active"
    ? good("active", sentence("preflight-points.active.good"))
    : wrong(
        "active",
        sentence("preflight-points.active.wrong"),
        sentence("preflight-points.active.next"),
      );

/** As on both media: exactly the certificates of the record, and the quorum. */
function domain(deps: Deps, state: State): Point {
  const { officers = 0, required = 0 } = state.opened ?? {};
  const asked = seatsOf(officers).map((seat) => thumbprintOf(state, seat) ?? "");
  try {
    const read = readSecurityDomain(domainOnMedia(deps, state).bytes, state.accepted);
    const named = read.shares.map(({ thumbprint }) => thumbprint);
    const isOurs =
      read.required === required && named.toSorted().join() === asked.toSorted().join();
    return isOurs
      ? good("domain", sentence("preflight-points.domain.good", { required }))
      : wrong(
          "domain",
          sentence("preflight-points.domain.wrong"),
          sentence("preflight-points.domain.next"),
        );
  } catch (error) {
    if (!isFault(error)) throw error;
    const { message, next } = error.sentences;
    return wrong("domain", sentence("preflight-points.domain.refused", { message }), next);
  }
}

const SENTENCE_MAX = 300;

/** Whose roles exist, each by its real definition; right after activation, the first administrators'. */
async function roles(hsm: Hsm): Promise<readonly PointFound[]> {
  try {
    const { administrators } = await hsm.facts();
    const found = rolePoints(
      await hsm.roleAssignments(),
      await hsm.roles(),
      firstPlan(administrators),
    );
    // A role's name is Azure's own, reduced to printable ASCII.
    return found
      .map(pointRecorded)
      .map((point) => ({
        ...point,
        sentence: point.sentence.slice(0, SENTENCE_MAX).replace(/[^\x20-\x7e]/g, "?"),
      }));
  } catch (error) {
    if (!isFault(error)) throw error;
    const { next } = error.sentences;
    return [
      decide(
        "role",
        sentence("preflight-points.role.unread"),
        sentence("preflight-points.role.unread.next", { next }),
      ),
    ].map(pointRecorded);
  }
}
