// What people consent to at the end of a ceremony, in one place.
import type { Consent, SignerNamed } from "./entries/consent.ts";
import { seatIn } from "./entries/forms.ts";
import type { State } from "./state.ts";
import { knownOf, thumbprintOf } from "./known.ts";
import { seatsOf } from "./rules.ts";

/** The consent of a ceremony; what it never had is empty. */
export function consentOf(state: State): Consent {
  const { opened } = state;
  const thumbprints = seatsOf(opened?.officers ?? 0).flatMap(
    (seat) => thumbprintOf(state, seat) ?? [],
  );
  return {
    ceremony: opened?.ceremony ?? "",
    scriptSha256: opened?.scriptSha256 ?? "",
    hsm: opened?.hsm ?? "",
    officers: opened?.officers ?? 0,
    required: opened?.required ?? 0,
    signers: signersOf(state),
    thumbprints,
    domainSha256: state.domain?.sha256 ?? knownOf(state)?.domainSha256 ?? "",
    exchangeThumbprint: state.exchange?.thumbprint ?? "",
    exchangeAttested: state.judged?.verdict ?? "",
    accepted: state.accepted,
  };
}

/**
 * Whose signing certificates are valid: those of the earlier record, or those found; replaced by
 * new ones, and without those of officers who have no seat any more.
 */
function signersOf(state: State): readonly SignerNamed[] {
  const held = new Map(
    (knownOf(state)?.officers ?? []).flatMap(({ officer, signingThumbprint }) =>
      seatIn(officer) > (state.opened?.officers ?? 0)
        ? []
        : [[officer, signingThumbprint] as const],
    ),
  );
  for (const [officer, { made }] of Object.entries(state.officers))
    if (made !== null) held.set(officer, made.signingThumbprint);
  return [...held].flatMap(([officer, certificate]) =>
    certificate === "" ? [] : [{ officer, certificate }],
  );
}
