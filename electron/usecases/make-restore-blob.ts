// Two officers open the domain offline; it is encrypted for the recovery HSM's exchange key.
import { checkRestoreBlob, readRestoreBlob, readSecurityDomain, utf8 } from "../../crypto/index.ts";
import { fault, officerOf, presentSeats, type CeremonyView } from "../ceremony/ceremony.ts";
import { commitmentBefore, committedIn } from "./commitment.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import { isFetched, checkedKey } from "./exchange-key.ts";
import { withShares } from "./shares.ts";
import { begin, finish, keepAfresh, load, medium, record } from "./turn.ts";

/**
 * @throws Fault E-STATE*, E-NET-*, E-MEDIA-*, E-DOMAIN-*, E-XK-*, E-KEY-*, E-SHARE-*, E-BLOB-*,
 *   E-OPENED-OTHER
 */
export async function makeRestoreBlob(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "make-restore-blob");
  const { opened, judged, accepted } = turn.state;
  const hsm = opened?.hsm ?? "";
  const { bytes: domain, sha256: domainSha256 } = domainOnMedia(deps, turn.state);
  const to = medium(deps, MEDIA.transfer);
  const bytes = load(to, FILES.exchangeKey(hsm));
  const { certificate } = checkedKey(deps, bytes, accepted, isFetched(turn.state));
  // A script without a comparison is refused earlier; this is where the domain is encrypted.
  if (judged?.thumbprint !== certificate.thumbprint) throw fault("E-XK-OTHER");
  const seats = presentSeats(
    deps.script,
    (opened?.participants ?? []).map(({ role }) => role),
  );
  const before = commitmentBefore(turn);
  const { result, overruled } = await withShares(deps, turn, seats, domain, (quorum) =>
    quorum.call.blob({ domain, before, exchangePem: certificate.pem, accepted }),
  );
  const blob = utf8(result.text);
  const committed = committedIn(turn, domainSha256, result);
  deps.notice({ kind: "task", task: "make-blob" });
  const read = readSecurityDomain(domain, accepted);
  checkRestoreBlob(readRestoreBlob(blob), certificate, read);
  // A blob that a crash left unrecorded was never carried anywhere; each new one has a fresh key.
  const file = keepAfresh(to, FILES.blob(hsm), blob);
  record(deps, {
    type: "blob-made",
    by: "app",
    data: {
      sha256: file.sha256,
      size: file.size,
      exchangeThumbprint: certificate.thumbprint,
      domainSha256,
      ...committed,
      officers: seats.map(officerOf),
      files: [file],
      overruled: [...new Set([...read.overruled, ...certificate.overruled, ...overruled])],
    },
  });
  return finish(deps, turn);
}
