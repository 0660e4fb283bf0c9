// Closes the record: one entry says what is consented to, and every officer present signs its hash.
import { fromUtf8, readCertificate, utf8 } from "../../crypto/index.ts";
import {
  consentOf,
  fault as ceremonyFault,
  fold,
  keptKeyOf,
  keyNamesOf,
  officerOf,
  signingSeats,
  type CeremonyView,
  type State,
} from "../ceremony/ceremony.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { whileTyping, withOfficer } from "./officer-turn.ts";
import {
  beginEnd,
  currentView,
  journalOf,
  load,
  medium,
  record,
  type Turn,
  certificateOf,
} from "./turn.ts";

/**
 * Closes an aborted ceremony too, with those who have a signing key. Goes on after a crash with the
 * officers who have not signed yet.
 * @throws Fault E-STATE*, E-NET-*, E-MEDIA-*, E-KEY-*, E-SIGNER-OTHER, E-WORKER-GONE,
 *   E-CLOSE-NOBODY, E-STATE-AGAIN
 */
export async function closeCeremony(deps: Deps): Promise<CeremonyView> {
  const turn = beginEnd(deps, "close");
  const present = signingSeats(turn.state, deps.script);
  if (present.length === 0) throw fault("E-CLOSE-NOBODY");
  for (const seat of present) knowSigner(deps, seat);
  if (currentState(deps).closing === null)
    record(deps, {
      type: "closing",
      by: "app",
      data: { present: present.map(officerOf), consent: consentOf(currentState(deps)) },
    });
  for (const seat of present)
    if (!currentState(deps).signed.includes(officerOf(seat))) await sign(deps, turn, seat);
  return currentView(deps);
}

const currentState = (deps: Deps): State => fold(journalOf(deps).entries);

/**
 * Before a signature counts, its certificate stands in this record, the same as in the earlier
 * one.
 */
function knowSigner(deps: Deps, seat: number): void {
  const state = currentState(deps);
  const officer = officerOf(seat);
  if (state.signers[officer] !== undefined) return;
  const name = FILES.certificateNamed(keyNamesOf(state, seat).signing);
  const bytes = load(medium(deps, MEDIA.own(seat)), name);
  const { thumbprint, pem } = certificateOf(deps, bytes);
  if (keptKeyOf(state, seat)?.signingThumbprint !== thumbprint)
    throw fault("E-SIGNER-OTHER", { n: seat });
  record(deps, { type: "signer-known", by: officer, data: { officer, certificate: pem } });
}

/** The hash that is signed. An exception noted meanwhile has voided it: then all sign again. */
function closingOf(deps: Deps): string {
  const { closing } = currentState(deps);
  if (closing === null) throw ceremonyFault("E-STATE-AGAIN");
  return closing.hash;
}

async function sign(deps: Deps, turn: Turn, seat: number): Promise<void> {
  const officer = officerOf(seat);
  const over = closingOf(deps);
  const certificatePem = currentState(deps).signers[officer] ?? "";
  const called = { seat, purpose: "open" } as const;
  const signature = await withOfficer(deps, turn, called, (vault) => {
    const on = medium(deps, MEDIA.own(seat));
    const name = keyNamesOf(currentState(deps), seat).signing;
    const keyPem = fromUtf8(load(on, FILES.keyNamed(name)));
    deps.notice({ kind: "task", task: "sign", seat });
    return whileTyping(deps, turn, { ...called, door: vault.door }, () =>
      vault.call.sign({ keyPem, certificatePem, seat, over }));
  });
  if (closingOf(deps) !== over) throw ceremonyFault("E-STATE-AGAIN");
  const { thumbprint } = readCertificate(utf8(certificatePem));
  const data = { officer, over, algorithm: "RSA-PSS-SHA256", signature, certificate: thumbprint };
  journalOf(deps).append([{ type: "signed", by: officer, data }]);
}
