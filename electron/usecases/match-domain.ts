// Back offline: the file is the one that was read aloud, and names exactly our officers and quorum.
import { fromWords, readSecurityDomain, toHex } from "../../crypto/index.ts";
import { fault, seatsOf, thumbprintOf, type CeremonyView } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import type { Deps } from "./deps.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import { begin, finish, record } from "./turn.ts";

export interface MatchDomainRequest {
  /** The words the witness wrote down at receipt: all 32. */
  readonly heard: string;
}

/** @throws Fault E-STATE*, E-MEDIA-*, E-DOMAIN-*, E-SD-*, E-WORDS, E-WORDS-DIFFER */
export function matchDomain(deps: Deps, request: MatchDomainRequest): CeremonyView {
  const turn = begin(deps, "match-domain");
  const { bytes, sha256 } = domainOnMedia(deps, turn.state);
  if (toHex(fromWords(request.heard)) !== sha256)
    throw fault("E-WORDS-DIFFER", { what: sentence("ceremony-faults.words.domain") });
  const domain = readSecurityDomain(bytes, turn.state.accepted);
  const ours = seatsOf(deps.script.officers).map((seat) => thumbprintOf(turn.state, seat) ?? "");
  const theirs = domain.shares.map(({ thumbprint }) => thumbprint);
  const same = [...ours].sort().join() === [...theirs].sort().join();
  if (!same || domain.required !== deps.script.quorum) throw fault("E-DOMAIN-OFFICERS");
  record(deps, {
    type: "domain-matched",
    by: "administrator",
    data: { sha256, required: domain.required, thumbprints: theirs },
  });
  return finish(deps, turn);
}
