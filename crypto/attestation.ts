// Whether a genuine Managed HSM made an exchange key: checks its certificate's Intel SGX quote
// offline. az and PowerShell never do. It cannot tell the TCB level, what Intel has revoked since
// (`collateral.ts`), or whether this Managed HSM is yours: that is the subject, and the thumbprint
// compared by words.
import { concat, equal, toHex } from "./bytes.ts";
import {
  INTEL_ROOT,
  MANAGED_HSM_SIGNERS,
  QE_PRODUCT,
  QE_SIGNER,
  QE_SVN,
  type ReviewedSigner,
} from "./attestation-pins.ts";
import { certificateDer, readCertificateDer } from "./certificate.ts";
import { isFault, type Fault } from "./errors.ts";
import { fault } from "./faults.ts";
import * as forge from "./forge.ts";
import * as native from "./native.ts";
import { p256Spki, p256Verify } from "./native-ec.ts";
import { isSound, readChain, rootOf } from "./pck-chain.ts";
import { chainText, QUOTE_OID, readQuote, type Quote, type Report } from "./sgx-quote.ts";
import { oidKey, readX509, type X509 } from "./x509.ts";

/** `not-attested`: no quote, or a genuine one of an unknown signer, product or version. */
export type Verdict = "attested" | "not-attested" | "refused";

/** The checks, in order. `attested` needs all; a failed one refuses, except for `UNKNOWN`. */
export const CHECKS = {
  "self-signature": "The certificate is signed by its own key.",
  certificate: "The certificate is of the form an exchange key has.",
  "quote-form": "It carries an Intel SGX quote of the known form.",
  "quote-signature": "The quote is signed by its attestation key.",
  "qe-report-signature": "Intel's provisioning key signed the quoting enclave's report.",
  "qe-report-data": "The quoting enclave's report names that attestation key.",
  "qe-identity": "The quoting enclave is Intel's own, and not in debug mode.",
  "qe-isv-svn": "The quoting enclave's version (ISVSVN) is not below the one reviewed.",
  "pck-chain": "The provisioning key's certificates hold, at the time the key was made.",
  "pck-root": "They end at the pinned root.",
  "report-data": "The quote is for the public key of this very certificate.",
  debug: "The enclave is not in debug mode.",
  signer: "The enclave's signer (MRSIGNER) is known to sign the Managed HSM.",
  "isv-prod-id": "The enclave is that signer's product (ISVPRODID) that was reviewed.",
  "isv-svn": "The enclave's version (ISVSVN) is not below the one reviewed.",
} as const;

/** A genuine quote fails these if its values are not in the reviewed list. */
const UNKNOWN: readonly CheckName[] = ["qe-isv-svn", "signer", "isv-prod-id", "isv-svn"];

export type CheckName = keyof typeof CHECKS;

/** One check and its outcome. `code` is that of the reader that refused the certificate, if any. */
export interface Check {
  readonly check: CheckName;
  readonly ok: boolean;
  readonly code?: string;
}

/** What the quote says that is only reported. Hex, and numbers. */
export interface QuoteFacts {
  readonly mrenclave: string;
  readonly mrsigner: string;
  readonly isvProdId: number;
  readonly isvSvn: number;
  readonly cpuSvn: string;
  /** From the quoting enclave's report; `qeSvn` and `pceSvn` are in the quote's header. */
  readonly qeIsvProdId: number;
  readonly qeIsvSvn: number;
  readonly qeSvn: number;
  readonly pceSvn: number;
  /** SHA-256 of the root's public key, or "" if its chain could not be read. */
  readonly root: string;
}

/** The verdict as data. Without a quote, `quote` is null and no check mentions one. */
export interface Attestation {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly quote: QuoteFacts | null;
}

/**
 * Checks an exchange certificate's attestation. It never throws a refusal: bad input gives a
 * verdict too.
 * @param der the certificate; `exchangeKeyDer` finds it in a file
 * @param root SHA-256 (hex) of the root's SubjectPublicKeyInfo; Intel's unless a rehearsal's
 * @param accepted codes of the certificate's reader to overrule; no other check can be overruled
 */
export function checkAttestation(
  der: Uint8Array,
  root = INTEL_ROOT,
  accepted: readonly string[] = [],
): Attestation {
  const x509 = readX509(der);
  const own = ownChecks(der, x509, accepted);
  const without = (verdict: Verdict, checks: readonly Check[]): Attestation => ({
    verdict,
    checks,
    quote: null,
  });
  if (x509 === null || own.some(({ ok }) => !ok)) return without("refused", own);
  const value = x509.extensions.get(oidKey(QUOTE_OID))?.value;
  if (value === undefined) return without("not-attested", own);
  const quote = readQuote(value);
  if (quote === null) return without("refused", [...own, { check: "quote-form", ok: false }]);
  const chain = readChain(chainText(quote));
  const checks = [...own, ...quoteChecks(x509, quote, chain, root)];
  const failed = checks.filter(({ ok }) => !ok).map(({ check }) => check);
  const verdict =
    failed.length === 0
      ? "attested"
      : failed.every((check) => UNKNOWN.includes(check))
        ? "not-attested"
        : "refused";
  return { verdict, checks, quote: factsOf(quote, chain === null ? "" : rootOf(chain)) };
}

/**
 * What to pin for a root in a PEM file: SHA-256 (hex) of its SubjectPublicKeyInfo.
 * @throws Fault E-CERT-PEM, -KIND, -MULTIPLE, -DER
 */
export function rootIn(pem: Uint8Array): string {
  const root = readX509(certificateDer(pem));
  if (root === null) throw fault("E-CERT-DER", { at: 0 });
  return native.sha256Hex(root.spki);
}

/**
 * The refusal of an exchange key whose quote is wrong in anything; null for any other verdict.
 * @returns Fault E-XK-UNTRUSTED, which is never overruled
 */
export function untrusted({ verdict, checks }: Attestation): Fault | null {
  if (verdict !== "refused") return null;
  const failed = checks.find(({ ok }) => !ok);
  return fault("E-XK-UNTRUSTED", { check: failed?.check ?? "certificate" });
}

/** The certificate itself: its signature first, then everything the strict reader requires. */
function ownChecks(
  der: Uint8Array,
  x509: X509 | null,
  accepted: readonly string[],
): readonly Check[] {
  const [working, second] = [forge.readCertificate(der), native.readCertificate(der)];
  const signed: Check = {
    check: "self-signature",
    ok: working?.selfSigned === true && second?.selfSigned === true,
  };
  if (!signed.ok) return [signed];
  try {
    readCertificateDer(der, accepted);
    return [signed, { check: "certificate", ok: x509 !== null }];
  } catch (error) {
    if (!isFault(error)) throw error;
    return [signed, { check: "certificate", ok: false, code: error.code }];
  }
}

function quoteChecks(
  certificate: X509,
  quote: Quote,
  chain: ReturnType<typeof readChain>,
  root: string,
): readonly Check[] {
  const { report, qeReport, attestationKey } = quote;
  const named = native.sha256(concat(attestationKey, quote.authenticationData));
  const attested = p256Verify(
    p256Spki(attestationKey),
    quote.signed,
    quote.signature,
    "ieee-p1363",
  );
  const vouched =
    chain !== null && p256Verify(chain[0].spki, qeReport.bytes, quote.qeSignature, "ieee-p1363");
  const isIntels =
    toHex(qeReport.mrsigner) === QE_SIGNER && qeReport.isvProdId === QE_PRODUCT && !qeReport.debug;
  const signer = MANAGED_HSM_SIGNERS.find(({ mrsigner }) => mrsigner === toHex(report.mrsigner));
  return [
    { check: "quote-form", ok: true },
    { check: "quote-signature", ok: attested },
    { check: "qe-report-signature", ok: vouched },
    { check: "qe-report-data", ok: isThen(qeReport.reportData, named) },
    { check: "qe-identity", ok: isIntels },
    { check: "qe-isv-svn", ok: qeReport.isvSvn >= QE_SVN },
    { check: "pck-chain", ok: chain !== null && isSound(chain, certificate.notBefore) },
    { check: "pck-root", ok: chain !== null && rootOf(chain) === root },
    { check: "report-data", ok: isThen(report.reportData, native.sha256(certificate.spki)) },
    { check: "debug", ok: !report.debug },
    { check: "signer", ok: signer !== undefined },
    // Nothing was reviewed of an unknown signer's products and versions.
    ...(signer === undefined ? [] : productChecks(report, signer)),
  ];
}

const productChecks = (report: Report, signer: ReviewedSigner): readonly Check[] => [
  { check: "isv-prod-id", ok: report.isvProdId === signer.isvProdId },
  { check: "isv-svn", ok: report.isvSvn >= signer.isvSvn },
];

/** A report's 64 bytes are a digest followed by zeros. */
const isThen = (reportData: Uint8Array, digest: Uint8Array): boolean =>
  equal(reportData, concat(digest, new Uint8Array(32)));

function factsOf({ report, qeReport, qeSvn, pceSvn }: Quote, root: string): QuoteFacts {
  return {
    mrenclave: toHex(report.mrenclave),
    mrsigner: toHex(report.mrsigner),
    isvProdId: report.isvProdId,
    isvSvn: report.isvSvn,
    cpuSvn: toHex(report.cpuSvn),
    qeIsvProdId: qeReport.isvProdId,
    qeIsvSvn: qeReport.isvSvn,
    qeSvn,
    pceSvn,
    root,
  };
}
