// The exchange key as a station reads it: of this ceremony's mode, and checked by its quote.
import {
  exchangeKeyDer,
  checkAttestation,
  checkExchangeSubject,
  readExchangeKey,
  untrusted,
  type Attestation,
  type Certificate,
} from "../../crypto/index.ts";
import { fault, type AttestationVerdict, type State } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { refuse } from "./turn.ts";

/** The certificate, and the result of its attestation: attested or not, never refused. */
export interface CheckedKey {
  readonly certificate: Certificate;
  readonly verdict: AttestationVerdict;
  readonly attestation: Attestation;
}

/**
 * Each station checks for itself, whatever the other one found.
 * @param accepted codes that two people overruled; never one of the attestation
 * @param isOurs first checks, with a plainer refusal, whether this is the key that is meant
 * @throws Fault E-XK-UNTRUSTED, E-CERT-REHEARSAL, E-CERT-PRODUCTION, those of `readExchangeKey`
 */
export function checkedKey(
  deps: Deps,
  bytes: Uint8Array,
  accepted: readonly string[],
  isOurs: (certificate: Certificate) => void,
): CheckedKey {
  const certificate = readExchangeKey(bytes, accepted);
  const rehearsal = certificate.organization === "REHEARSAL";
  if (rehearsal !== (deps.mode === "REHEARSAL"))
    throw fault(rehearsal ? "E-CERT-REHEARSAL" : "E-CERT-PRODUCTION");
  isOurs(certificate);
  const attestation = checkAttestation(exchangeKeyDer(bytes), deps.sgxRoot(), accepted);
  refuse(untrusted(attestation));
  const verdict = attestation.verdict === "attested" ? "attested" : "not-attested";
  return { certificate, verdict, attestation };
}

/**
 * For `checkedKey`: the key must be the one that was fetched, and of the HSM that the ceremony
 * names. The other station checked that too; but what it says proves nothing.
 * @throws Fault E-XK-OTHER, E-XK-WRONG-HSM
 */
export const isFetched =
  ({ exchange, opened }: Pick<State, "exchange" | "opened">) =>
  (certificate: Certificate): void => {
    if (certificate.thumbprint !== exchange?.thumbprint) throw fault("E-XK-OTHER");
    checkExchangeSubject(certificate, opened?.hsm ?? "");
  };
