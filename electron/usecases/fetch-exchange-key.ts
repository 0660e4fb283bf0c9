// Fetches the recovery HSM's exchange key, checks whose it is, and writes it to the transfer medium.
import { checkExchangeSubject, checkTime, utf8 } from "../../crypto/index.ts";
import { mayUseExchangeKey, requestIdOf, type CeremonyView } from "../ceremony/ceremony.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { checkedKey } from "./exchange-key.ts";
import { checkWaiting, hsmOf } from "./hsm-wait.ts";
import { begin, finish, journalOf, keepAfresh, medium, record, refuse } from "./turn.ts";

/** @throws Fault E-STATE*, E-HSM-*, E-HSM-NOT-WAITING, E-XK-*, E-CERT-*, E-MEDIA-* */
export async function fetchExchangeKey(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "fetch-exchange-key");
  const hsm = await hsmOf(deps, turn.state);
  await checkWaiting(hsm, await hsm.activation());
  const name = turn.state.opened?.hsm ?? "";
  const answer = await hsm.exchangeKey(requestIdOf(journalOf(deps).head));
  const { certificate, verdict } = checkedKey(deps, answer, turn.state.accepted, (key) => {
    checkExchangeSubject(key, name);
    refuse(mayUseExchangeKey(turn.state, key.thumbprint));
  });
  for (const warning of checkTime(certificate, deps.clock()))
    deps.notice({ kind: "warned", ...warning });
  const to = medium(deps, MEDIA.transfer);
  const [received, key] = [FILES.exchangeAnswer(name), FILES.exchangeKey(name)];
  // What a crash left unrecorded was not compared; the HSM may have given another key since.
  const files = [keepAfresh(to, received, answer), keepAfresh(to, key, utf8(certificate.pem))];
  const { thumbprint, pem } = certificate;
  record(deps, {
    type: "exchange-key-fetched",
    by: "app",
    data: { thumbprint, verdict, certificate: pem, files },
  });
  return finish(deps, turn);
}
