// Quotes for rehearsals and tests: the same form as Intel's, under a root that nobody else trusts.
import { MANAGED_HSM_SIGNERS, QE_PRODUCT, QE_SIGNER, QE_SVN } from "./attestation-pins.ts";
import { concat, fromHex, utf8 } from "./bytes.ts";
import { randomSerial } from "./certificate-maker.ts";
import { makeEcCertificate } from "./ec-certificate.ts";
import * as native from "./native.ts";
import { p256Generate, p256Point, p256Sign, type P256Pair } from "./native-ec.ts";
import { writePem } from "./pem.ts";
import { writeQuote, writeReport, writeSigned, type ReportForm } from "./sgx-quote.ts";

/** A root and its chain. `leafKey` (PKCS#8) signs reports of quoting enclaves. */
export interface QuoteAuthority {
  /** PEM of the root alone: pinning it accepts these quotes. */
  readonly root: string;
  /** PEM, the leaf first, the root last. */
  readonly chain: string;
  readonly leafKey: Uint8Array;
}

const DAY_MS = 86_400_000;
const YEARS = 20;

/** A new root, an authority under it, and a leaf under that. Only the leaf's key is kept. */
export function makeQuoteAuthority(
  now: Date,
  random: (length: number) => Uint8Array,
): QuoteAuthority {
  const [root, platform, leaf] = [p256Generate(), p256Generate(), p256Generate()];
  const names = [
    "REHEARSAL SGX Root CA",
    "REHEARSAL SGX PCK Platform CA",
    "REHEARSAL SGX PCK Certificate",
  ] as const;
  const notBefore = new Date(now.getTime() - DAY_MS);
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS);
  const made = (
    subject: string,
    issuer: string,
    below: number | null,
    of: P256Pair,
    by: P256Pair,
  ): string =>
    writePem(
      "CERTIFICATE",
      makeEcCertificate(
        { subject, issuer, serial: randomSerial(random), notBefore, notAfter, below },
        of.spki,
        by,
      ),
    );
  const top = made(names[0], names[0], 1, root, root);
  const middle = made(names[1], names[0], 0, platform, root);
  const bottom = made(names[2], names[1], null, leaf, platform);
  return { root: top, chain: bottom + middle + top, leafKey: leaf.pkcs8 };
}

/** Intel's identifier as a vendor of quoting enclaves. */
const INTEL = fromHex("939a7233f79c4ca9940a0db3957f0607") ?? new Uint8Array();
const AUTHENTICATION_DATA = Uint8Array.from({ length: 32 }, (_, i) => i);

/** How a quote may differ from that of a Managed HSM. */
export interface QuoteForm {
  readonly report?: Partial<ReportForm>;
  readonly qeReport?: Partial<ReportForm>;
}

/**
 * The value of the certificate's extension: a quote for the key of this SPKI, by an attestation key
 * that is discarded at once.
 */
export function makeQuote(
  { chain, leafKey }: QuoteAuthority,
  spki: Uint8Array,
  form: QuoteForm = {},
): Uint8Array {
  const pair = p256Generate();
  const attestationKey = p256Point(pair.spki) ?? new Uint8Array();
  const [known] = MANAGED_HSM_SIGNERS;
  const enclave = {
    debug: false,
    mrenclave: native.sha256(utf8("REHEARSAL")),
    mrsigner: fromHex(known?.mrsigner ?? "") ?? new Uint8Array(),
    isvProdId: known?.isvProdId ?? 0,
    isvSvn: known?.isvSvn ?? 0,
  };
  const report = writeReport({ ...enclave, reportData: native.sha256(spki), ...form.report });
  const qeReport = writeReport({
    ...enclave,
    mrsigner: fromHex(QE_SIGNER) ?? new Uint8Array(),
    isvProdId: QE_PRODUCT,
    isvSvn: QE_SVN,
    reportData: native.sha256(concat(attestationKey, AUTHENTICATION_DATA)),
    ...form.qeReport,
  });
  const signed = writeSigned(report, INTEL);
  return writeQuote({
    signed,
    attestationKey,
    qeReport,
    authenticationData: AUTHENTICATION_DATA,
    signature: p256Sign(pair.pkcs8, signed, "ieee-p1363"),
    qeSignature: p256Sign(leafKey, qeReport, "ieee-p1363"),
    // Intel's own ends in a NUL.
    chain: concat(utf8(chain), Uint8Array.of(0)),
  });
}
