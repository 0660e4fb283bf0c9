// Fetches the recovery HSM's exchange key, checks whose it is, and puts it on the transfer medium.
import { judgeExchangeSubject, readExchangeKey, utf8 } from "../../crypto/index.ts";
import { fault, type CeremonyView } from "../ceremony/ceremony.ts";
import { listFiles } from "../media/media.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { begin, finish, keepOnce, medium, record } from "./turn.ts";

/** @throws Fault E-STATE*, E-HSM-*, E-HSM-NOT-WAITING, E-XK-*, E-CERT-*, E-MEDIA-* */
export async function fetchExchangeKey(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "fetch-exchange-key");
  const hsm = await deps.hsm();
  if ((await hsm.activation()) !== "NotActivated") throw fault("E-HSM-NOT-WAITING");
  const name = turn.state.opened?.hsm ?? "";
  const answer = await hsm.exchangeKey();
  const certificate = readExchangeKey(answer);
  judgeExchangeSubject(certificate, name);
  const to = medium(deps, MEDIA.transfer);
  const names = listFiles(to);
  const files = [
    keepOnce(to, FILES.exchangeAnswer(name), answer, names),
    keepOnce(to, FILES.exchangeKey(name), utf8(certificate.pem), names),
  ];
  const { thumbprint, pem } = certificate;
  record(deps, {
    type: "exchange-key-fetched",
    by: "app",
    data: { thumbprint, certificate: pem, files },
  });
  return finish(deps, turn);
}
