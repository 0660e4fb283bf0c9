// The custody as a whole: which keys are there, which are in trouble, which were not heard of; and what cards
// of the HSM attest of its keys, if people brought the answers.
import {
  custodyHealth,
  officerOf,
  seatsOf,
  standingOf,
  type CeremonyView,
} from "../ceremony/ceremony.ts";
import { attestedKeys } from "./attested-keys.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, journalOf, record } from "./turn.ts";

export interface AttestCustodyRequest {
  /** Answers in which the HSM attests keys, and keys as Azure shows them; empty if nobody brought any. */
  readonly attestations: readonly Uint8Array[];
}

/** @throws Fault E-STATE*, and those of `attestedKeys` */
export function attestCustody(deps: Deps, { attestations }: AttestCustodyRequest): CeremonyView {
  const turn = begin(deps, "attest-custody");
  const standing = standingOf(journalOf(deps).entries);
  if (attestations.length > 0) {
    const data = attestedKeys(deps, attestations, standing.poolRoot ?? "");
    record(deps, { type: "keys-attested", by: "app", data });
  }
  // The attestation that ends here counts as performed: it is not yet in the record.
  const now = deps.clock().toISOString();
  const { level } = custodyHealth({ ...standing, attestedAt: now }, now);
  const officers = seatsOf(deps.script.officers).map(officerOf);
  const unseen = officers.filter((officer) => !turn.state.heardOf.includes(officer));
  const troubled = standing.officers
    .filter(({ trouble }) => trouble !== "")
    .map(({ officer }) => officer);
  const healthy = officers.filter(
    (officer) => !unseen.includes(officer) && !troubled.includes(officer),
  );
  const health = level === "whole" && unseen.length > 0 ? "degraded" : level;
  const data = { health, healthy, troubled, unseen };
  record(deps, { type: "custody-attested", by: "app", data });
  return finish(deps, turn);
}
