// What people consent to at the end of a ceremony, all of it in one place.
import type { Consent } from "./events.ts";
import { knownOf, thumbprintOf } from "./known.ts";
import { seatsOf } from "./rules.ts";
import type { State } from "./state.ts";

/** The consent that a ceremony has come to; what it never had is empty. */
export function consentOf(state: State): Consent {
  const { opened } = state;
  const thumbprints = seatsOf(opened?.officers ?? 0)
    .flatMap((seat) => thumbprintOf(state, seat) ?? []);
  return {
    ceremony: opened?.ceremony ?? "",
    scriptSha256: opened?.scriptSha256 ?? "",
    hsm: opened?.hsm ?? "",
    officers: opened?.officers ?? 0,
    required: opened?.required ?? 0,
    thumbprints,
    domainSha256: state.domain?.sha256 ?? knownOf(state)?.domainSha256 ?? "",
    exchangeThumbprint: state.exchange?.thumbprint ?? "",
    exchangeAttested: state.judged?.verdict ?? "",
    accepted: state.accepted,
  };
}
