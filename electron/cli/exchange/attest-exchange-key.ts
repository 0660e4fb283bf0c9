// `sd attest-exchange-key`: whether a genuine Managed HSM made this exchange key, checked offline.
import {
  CHECKS,
  exchangeKeyDer,
  INTEL_ROOT,
  isFault,
  checkAttestation,
  checkExchangeSubject,
  readExchangeKey,
  revokedKey,
  rootIn,
  untrusted,
  type Attestation,
  type Certificate,
  type Fault,
  type Warning,
} from "../../../crypto/index.ts";
import { optional, usage, type Given } from "../shared/arguments.ts";
import {
  collateralData,
  collateralLines,
  collateralOf,
  notChecked,
  platformData,
} from "./collateral-given.ts";
import { readInput } from "../shared/files.ts";
import { shownName } from "../inspect/certificate.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { inWords, spoken } from "../shared/spoken.ts";

/** Beside 0 for `attested` and 1 for `refused`. */
const NOT_ATTESTED_CODE = 3;

const SAYS = {
  attested: "attested: a genuine enclave of the known Managed HSM signer made this exchange key.",
  "not-attested": "not-attested: nothing shows that a genuine Managed HSM made this exchange key.",
  refused: "refused: do not use this exchange key.",
} as const;
const REHEARSED = "attested: under a rehearsal's root, which is not that of a genuine HSM.";
/** Checks of the file around the certificate, beside those of the attestation. */
const AROUND = {
  use: "Its key is an RSA key for encryption.",
  jwk: "The key beside the certificate is the certificate's own.",
  subject: "Its subject is the HSM of --hsm-name.",
} as const;
const CODES: Readonly<Record<string, keyof typeof AROUND>> = {
  "E-XK-USE": "use",
  "E-XK-MISMATCH": "jwk",
  "E-XK-WRONG-HSM": "subject",
};

/** Said with every verdict. */
const LIMIT =
  "It proves a Managed HSM, not yours: the subject must be your recovery HSM, and the thumbprint "
  + "must be compared by its words.";

/**
 * Checks a file; only errors of the call, of reading the file, or of the collateral are thrown.
 * @returns exit code 0 attested, 3 not attested, 1 refused
 * @throws Fault E-USAGE, E-FILE-*, E-COLLATERAL-*, and E-CERT-* for the file of `--rehearsal-root`
 */
export function attestExchangeKey(given: Given, { warn }: Pick<Voice, "warn">): Outcome {
  const [path] = given.words;
  if (path === undefined) throw usage("Give the file of the exchange key.");
  const hsm = optional(given, "--hsm-name");
  if (hsm === "") throw usage("The flag --hsm-name needs a name.");
  const root = rootOf(given, warn);
  const bytes = readInput(path, "the exchange key");
  const attestation = attestationIn(bytes, root);
  const collateral = collateralOf(given, derIn(bytes), root);
  const { key, fault } = readKey(bytes, hsm);
  // The refusal of the certificate's own reader says more than that its form is wrong.
  const unread = attestation.checks.some(({ check, ok }) => check === "certificate" && !ok);
  const refusal =
    (unread ? fault : null) ?? untrusted(attestation) ?? revokedKey(collateral.evaluated) ?? fault;
  const verdict = refusal === null ? collateral.evaluated.verdict : "refused";
  const limits = [...notChecked(collateral), LIMIT];
  const checks = told(attestation, key, fault, hsm);
  const { quote } = attestation;
  return {
    text: [
      verdict === "attested" && root !== INTEL_ROOT ? REHEARSED : SAYS[verdict],
      ...checkLines(checks),
      ...collateralLines(collateral),
      ...quoteLines(quote),
      ...keyLines(key),
      ...limits,
    ].join("\n"),
    data: {
      verdict,
      checks: checks.map((line) => ({ ...line })),
      root: root === INTEL_ROOT ? "intel" : "rehearsal",
      quote: quote === null ? null : { ...quote },
      platform: platformData(collateral.evaluated),
      collateral: collateralData(collateral),
      exchange: key === null ? null : dataOf(key),
      limits,
    },
    code: { attested: 0, "not-attested": NOT_ATTESTED_CODE, refused: 1 }[verdict],
    ...(refusal === null ? {} : { refusal }),
  };
}

/** The attestation of the certificate in a file; a file without one is refused as well. */
function attestationIn(bytes: Uint8Array, root: string): Attestation {
  try {
    return checkAttestation(exchangeKeyDer(bytes), root);
  } catch (error) {
    if (!isFault(error)) throw error;
    const check = { check: "certificate", ok: false, code: error.code } as const;
    return { verdict: "refused", checks: [check], quote: null };
  }
}

/** The certificate; empty if the file has none, which was checked already. */
function derIn(bytes: Uint8Array): Uint8Array {
  try {
    return exchangeKeyDer(bytes);
  } catch (error) {
    if (!isFault(error)) throw error;
    return new Uint8Array();
  }
}

const OTHER_ROOT: Warning = {
  code: "W-XK-REHEARSAL-ROOT",
  message: "The quote is checked against a rehearsal's root, not Intel's: it shows no genuine HSM.",
};

/** The root to check by, with a warning if it is not Intel's. @throws Fault E-FILE-*, E-CERT-* */
export function rootOf(given: Given, warn: Voice["warn"]): string {
  const path = optional(given, "--rehearsal-root");
  if (path === null) return INTEL_ROOT;
  warn(OTHER_ROOT);
  return rootIn(readInput(path, "--rehearsal-root"));
}

/** The certificate, if it can be read, and why it is not the wanted one. */
function readKey(
  bytes: Uint8Array,
  hsm: string | null,
): { readonly key: Certificate | null; readonly fault: Fault | null } {
  let key: Certificate | null = null;
  try {
    key = readExchangeKey(bytes);
    if (hsm !== null) checkExchangeSubject(key, hsm);
    return { key, fault: null };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { key, fault: error };
  }
}

/** One check as shown; `code` is of the reader that refused the certificate. */
interface ToldCheck {
  readonly check: string;
  readonly ok: boolean;
  readonly means: string;
  readonly code?: string;
}

/** The attestation's checks, and that of the subject if a name was given. */
function told(
  { checks }: Attestation,
  key: Certificate | null,
  fault: Fault | null,
  hsm: string | null,
): readonly ToldCheck[] {
  const own = checks.map((check) => ({ ...check, means: CHECKS[check.check] }));
  const failed = CODES[fault?.code ?? ""];
  const around = (["use", "jwk", "subject"] as const)
    .filter((check) => check === failed || (key !== null && (check !== "subject" || hsm !== null)))
    .map((check) => ({ check, ok: check !== failed, means: AROUND[check] }));
  return [...own, ...around];
}

const checkLines = (checks: readonly ToldCheck[]): readonly string[] =>
  checks.map(
    ({ ok, means, code }) =>
      `  ${ok ? "valid" : "FAILS"}  ${means}${code === undefined ? "" : ` (${code})`}`,
  );

function quoteLines(quote: Attestation["quote"]): readonly string[] {
  if (quote === null) return [];
  const { mrsigner, mrenclave, isvProdId, isvSvn, qeIsvProdId, qeIsvSvn, root } = quote;
  return [
    `  MRSIGNER ${mrsigner}`,
    `  MRENCLAVE ${mrenclave}`,
    `  ISVPRODID ${isvProdId}, ISVSVN ${isvSvn}; of the quoting enclave ${qeIsvProdId}, ${qeIsvSvn}`,
    `  root ${root}`,
  ];
}

function keyLines(key: Certificate | null): readonly string[] {
  if (key === null) return [];
  const [from, to] = [key.notBefore, key.notAfter].map((date) => date.toISOString());
  return [
    `Subject: ${shownName(key.commonName)}`,
    `Thumbprint: ${key.thumbprint}`,
    `In words: ${inWords(key.thumbprint)}`,
    `Valid from ${from ?? ""} to ${to ?? ""} (reported only; dates refuse nothing)`,
  ];
}

const dataOf = (key: Certificate) => ({
  commonName: shownName(key.commonName),
  thumbprint: spoken(key.thumbprint),
  bits: key.bits,
  notBefore: key.notBefore.toISOString(),
  notAfter: key.notAfter.toISOString(),
});
