// An officer's signature over an entry of the record: the signing key is opened in a vault of its
// own, on the officer's own medium.
import { fromUtf8, isFault, readCertificate, utf8 } from "../../crypto/index.ts";
import {
  fault as ceremonyFault,
  keptKeyOf,
  keyNamesOf,
  officerOf,
  type State,
} from "../ceremony/ceremony.ts";
import type { Medium } from "../media/media.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { checkKeyFiles, keyFileOn } from "./key-files.ts";
import { whileTyping, withOfficer } from "./officer-turn.ts";
import {
  certificateOf,
  checkClock,
  journalOf,
  load,
  medium,
  record,
  stateOf,
  type Turn,
} from "./turn.ts";

/**
 * Before a signature counts, its certificate is in this record, the same as in the earlier one.
 * @throws Fault E-SIGNER-OTHER, E-MEDIA-*, E-CERT-*
 */
export function knowSigner(deps: Deps, seat: number): void {
  const state = stateOf(deps);
  const officer = officerOf(seat);
  if (state.signers[officer] !== undefined) return;
  const name = FILES.certificateNamed(keyNamesOf(state, seat).signing);
  const bytes = fromEither(deps, seat, name);
  const { thumbprint, pem } = certificateOf(deps, bytes);
  if (keptKeyOf(state, seat)?.signingThumbprint !== thumbprint)
    throw fault("E-SIGNER-OTHER", { n: seat });
  record(deps, { type: "signer-known", by: officer, data: { officer, certificate: pem } });
}

/** A certificate is not secret: if their own medium has lost it, the one on the backup is as good. */
function fromEither(deps: Deps, seat: number, name: string): Uint8Array {
  try {
    return load(medium(deps, MEDIA.own(seat)), name);
  } catch (error) {
    const isLost = isFault(error) && error.code === "E-MEDIA-FILE-MISSING";
    const isBackupIn = deps.media.labels().some(({ label }) => label === MEDIA.backup(seat));
    if (!isLost || !isBackupIn) throw error;
    return load(medium(deps, MEDIA.backup(seat)), name);
  }
}

/**
 * Calls the officer, who types, and records the signature.
 * @param overIn the hash to sign as the record is now; null if there is none any longer, because an
 * exception has voided it
 * @throws Fault E-SIGNER-EXPIRED, E-STATE-AGAIN, E-CLOCK-BACK, E-MEDIA-*, E-KEY-*, E-WORKER-GONE
 */
export async function sign(
  deps: Deps,
  turn: Turn,
  seat: number,
  overIn: (state: State) => string | null,
): Promise<void> {
  const officer = officerOf(seat);
  const over = wanted(overIn(stateOf(deps)));
  const certificatePem = stateOf(deps).signers[officer] ?? "";
  checkValid(deps, seat, certificatePem);
  const called = { seat, purpose: "open" } as const;
  const signature = await withOfficer(deps, turn, called, async (vault) => {
    const on = medium(deps, MEDIA.own(seat));
    const name = keyNamesOf(stateOf(deps), seat).signing;
    const keyPem = fromUtf8(load(on, keyFileOn(on, name)));
    deps.notice({ kind: "task", task: "sign", seat });
    const typed = { ...called, socket: vault.socket };
    const signed = await whileTyping(deps, turn, typed, () =>
      vault.call.sign({ keyPem, certificatePem, seat, over }),
    );
    checkBeforeSealing(deps, turn, seat, on);
    return signed;
  });
  if (overIn(stateOf(deps)) !== over) throw ceremonyFault("E-STATE-AGAIN");
  const { thumbprint } = readCertificate(utf8(certificatePem));
  const data = { officer, over, algorithm: "RSA-PSS-SHA256", signature, certificate: thumbprint };
  checkClock(deps, "signed");
  journalOf(deps).append([{ type: "signed", by: officer, data }]);
}

/**
 * The last thing signed is sealed next. A key that was made in this ceremony must be complete, or
 * nothing is signed. An older one may have lost files long ago: its officer still signs, because
 * without the signature a recovery would end here. It is reported, and recorded where that is
 * possible: an entry after a closing would void its signatures.
 * @throws Fault E-MEDIA-*, E-KEY-FILE-CHANGED
 */
function checkBeforeSealing(deps: Deps, { step }: Turn, seat: number, on: Medium): void {
  const state = stateOf(deps);
  try {
    checkKeyFiles(state, seat, on);
  } catch (error) {
    const isMadeHere = state.officers[officerOf(seat)]?.made != null;
    if (isMadeHere || !isFault(error)) throw error;
    const { code, message } = error;
    deps.notice({ kind: "warned", code, message });
    if (state.closing === null)
      record(deps, { type: "refused", by: "app", data: { step: step.id, code } });
  }
}

/** A certificate that is not valid by this clock signs only after two people noted an exception. */
function checkValid(deps: Deps, seat: number, certificatePem: string): void {
  const { notBefore, notAfter } = readCertificate(utf8(certificatePem));
  const now = deps.clock();
  const { entries } = journalOf(deps);
  const began = entries.findLastIndex(({ type }) => type === "step-began");
  const isNoted = entries.slice(began).some(({ type }) => type === "exception-noted");
  if ((now < notBefore || now > notAfter) && !isNoted && stateOf(deps).aborted === null)
    throw fault("E-SIGNER-EXPIRED", { n: seat });
}

function wanted(over: string | null): string {
  if (over === null) throw ceremonyFault("E-STATE-AGAIN");
  return over;
}
