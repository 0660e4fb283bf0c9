// Copies the officers' certificates, and nothing else, to the transfer medium.
import { checkOfficers } from "../../crypto/index.ts";
import {
  fault,
  keyNamesOf,
  seatsOf,
  thumbprintOf,
  type CeremonyView,
} from "../ceremony/ceremony.ts";
import { listFiles } from "../media/media.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { checkClean } from "./incident.ts";
import { begin, finish, keepOnce, load, medium, record, certificateOf } from "./turn.ts";

/** @throws Fault E-STATE*, E-MEDIA-*, E-MEDIA-SECRET, E-CERT-*, E-CERT-SWAPPED */
export async function exportCertificates(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "export-certificates");
  const to = medium(deps, MEDIA.transfer);
  await checkClean(deps, to, turn.step.id);
  const names = listFiles(to);
  const certificates = seatsOf(deps.script.officers).map((seat) => {
    const name = FILES.certificateNamed(keyNamesOf(turn.state, seat).key);
    const bytes = load(medium(deps, MEDIA.own(seat)), name);
    const certificate = certificateOf(deps, bytes);
    if (certificate.thumbprint !== thumbprintOf(turn.state, seat))
      throw fault("E-CERT-SWAPPED", { n: seat });
    return { name, bytes, certificate };
  });
  checkOfficers(
    certificates.map(({ certificate }) => certificate),
    deps.script.quorum,
  );
  const files = certificates.map(({ name, bytes }) => keepOnce(to, name, bytes, names));
  record(deps, { type: "certificates-exported", by: "administrator", data: { files } });
  return finish(deps, turn);
}
