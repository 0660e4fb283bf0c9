// Closes the record: one entry says what is consented to, and every officer present signs its hash.
import {
  consentOf,
  officerOf,
  signingSeats,
  type CeremonyView,
  type State,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { knowSigner, sign } from "./officer-signature.ts";
import { beginEnd, currentView, record, stateOf } from "./turn.ts";

/**
 * Also closes an aborted ceremony, with those who have a signing key. Continues after a crash with
 * the officers who have not signed yet.
 * @throws Fault E-STATE*, E-NET-*, E-MEDIA-*, E-KEY-*, E-SIGNER-OTHER, E-WORKER-GONE,
 * E-CLOSE-NOBODY, E-STATE-AGAIN
 */
export async function closeCeremony(deps: Deps): Promise<CeremonyView> {
  const turn = beginEnd(deps, "close");
  const present = signingSeats(turn.state, deps.script);
  if (present.length === 0) throw fault("E-CLOSE-NOBODY");
  for (const seat of present) knowSigner(deps, seat);
  if (stateOf(deps).closing === null)
    record(deps, {
      type: "closing",
      by: "app",
      data: { present: present.map(officerOf), consent: consentOf(stateOf(deps)) },
    });
  for (const seat of present)
    if (!stateOf(deps).signed.includes(officerOf(seat))) await sign(deps, turn, seat, closingOf);
  return currentView(deps);
}

const closingOf = ({ closing }: State): string | null => closing?.hash ?? null;
