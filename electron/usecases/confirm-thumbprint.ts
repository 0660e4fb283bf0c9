// An officer's certificate confirmed by its words: offline from their medium, connected from the
// card.
import { fromWords, toHex } from "../../crypto/index.ts";
import { fault, keyNamesOf, officerOf, type CeremonyView } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { begin, finish, load, medium, record, certificateOf } from "./turn.ts";

export interface ConfirmThumbprintRequest {
  readonly seat: number;
  /** The words that the witness heard: all 32. */
  readonly heard: string;
}

/** @throws Fault E-STATE*, E-MEDIA-*, E-CERT-*, E-CERT-SWAPPED, E-WORDS, E-WORDS-DIFFER */
export function confirmThumbprint(deps: Deps, request: ConfirmThumbprintRequest): CeremonyView {
  const { seat } = request;
  const turn = begin(deps, "confirm-thumbprint", seat);
  const officer = officerOf(seat);
  const from = medium(deps, deps.station === "offline" ? MEDIA.own(seat) : MEDIA.transfer);
  const name = FILES.certificateNamed(keyNamesOf(turn.state, seat).key);
  const { thumbprint } = certificateOf(deps, load(from, name));
  if (thumbprint !== turn.state.officers[officer]?.made?.thumbprint)
    throw fault("E-CERT-SWAPPED", { n: seat });
  if (toHex(fromWords(request.heard)) !== thumbprint)
    throw fault("E-WORDS-DIFFER", { what: sentence("ceremony-faults.words.certificate") });
  record(deps, {
    type: "thumbprint-confirmed",
    by: officer,
    data: { officer, station: deps.station, thumbprint },
  });
  return finish(deps, turn);
}
