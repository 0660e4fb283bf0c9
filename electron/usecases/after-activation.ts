// After the call: what the HSM says now, and whether what was downloaded is what was asked for.
import { isFault, readSecurityDomain } from "../../crypto/index.ts";
import {
  decide,
  good,
  seatsOf,
  thumbprintOf,
  wrong,
  type PointFound,
  type State,
} from "../ceremony/ceremony.ts";
import { firstPlan, rolePoints } from "../hsm/roles.ts";
import type { Activation, Hsm } from "../hsm/hsm.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import type { Deps } from "./deps.ts";
import { record, stateOf } from "./turn.ts";

/** Records every point; none stops the step, for what was done cannot be undone. */
export async function noteAfter(deps: Deps, hsm: Hsm, activation: Activation): Promise<void> {
  const points = [active(activation), domain(deps, stateOf(deps)), ...(await roles(hsm))];
  record(deps, { type: "aftercheck-judged", by: "app", data: { points } });
}

const active = (activation: Activation): PointFound =>
  activation === "Active"
    ? good("active", "The HSM says that it is active.")
    : wrong(
        "active",
        "The HSM does not say yet that it is active.",
        "Keep both media. Look at its state in Azure before the bags are closed.",
      );

/** As it lies on both media: the very certificates of the record, and the quorum. */
function domain(deps: Deps, state: State): PointFound {
  const { officers = 0, required = 0 } = state.opened ?? {};
  const asked = seatsOf(officers).map((seat) => thumbprintOf(state, seat) ?? "");
  try {
    const read = readSecurityDomain(domainOnMedia(deps, state).bytes, state.accepted);
    const named = read.shares.map(({ thumbprint }) => thumbprint);
    const isOurs =
      read.required === required && named.toSorted().join() === asked.toSorted().join();
    return isOurs
      ? good(
          "domain",
          "The security domain names exactly these certificates, quorum " + `${String(required)}.`,
        )
      : wrong(
          "domain",
          "The security domain names other certificates or another quorum.",
          "Keep both media. The offline station refuses it: decide there how it goes on.",
        );
  } catch (error) {
    if (!isFault(error)) throw error;
    return wrong("domain", `The security domain on the media: ${error.message}`, error.next);
  }
}

const SENTENCE_MAX = 300;

/** Whose roles stand, each with what it really is; right after it, the first administrators'. */
async function roles(hsm: Hsm): Promise<readonly PointFound[]> {
  try {
    const { administrators } = await hsm.facts();
    const found = rolePoints(
      await hsm.roleAssignments(),
      await hsm.roles(),
      firstPlan(administrators),
    );
    // A role's name is Azure's own: printable ASCII is kept of it.
    return found.map((point) => ({
      ...point,
      sentence: point.sentence.slice(0, SENTENCE_MAX).replace(/[^\x20-\x7e]/g, "?"),
    }));
  } catch (error) {
    if (!isFault(error)) throw error;
    return [
      decide(
        "role",
        "The role assignments could not be read.",
        `Compare them with the plan in Azure. ${error.next}`,
      ),
    ];
  }
}
