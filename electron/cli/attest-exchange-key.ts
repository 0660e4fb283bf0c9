// `sd attest-exchange-key`: whether a genuine Managed HSM made this exchange key, judged offline.
import {
  CHECKS, exchangeKeyDer, INTEL_ROOT, isFault, judgeAttestation, judgeExchangeSubject,
  readExchangeKey, rootIn, untrusted, type Attestation, type Certificate, type Fault,
} from "../../crypto/index.ts";
import { may, usage, type Flags, type Given } from "./arguments.ts";
import { readInput } from "./files.ts";
import { shownName } from "./inspect/certificate.ts";
import type { Outcome } from "./outcome.ts";
import { spoken, wordsOf } from "./spoken.ts";

/** For commands that judge a quote: the root of a rehearsal in place of Intel's. */
export const ROOT_FLAG: Flags = { "--rehearsal-root": "one" };

export const ATTEST_FLAGS: Flags = { "--hsm-name": "one", ...ROOT_FLAG };

/** Beside 0 for `attested` and 1 for `refused`. */
const NOT_ATTESTED_CODE = 3;

const SAYS = {
  attested: "attested: a genuine enclave of the known Managed HSM signer made this exchange key.",
  "not-attested": "not-attested: nothing shows that a genuine Managed HSM made this exchange key.",
  refused: "refused: do not use this exchange key.",
} as const;
const SUBJECT = "Its subject is the HSM of --hsm-name.";

/** Said with every verdict. */
const LIMITS = [
  "Not judged offline: the TCB level of the hardware, and what Intel has revoked since.",
  "It proves a Managed HSM, not yours: the subject must be your recovery HSM, and the thumbprint "
    + "must be compared by its words.",
] as const;

/**
 * Judges a file; only what is wrong with the file itself or with the call is thrown.
 * @returns exit code 0 attested, 3 not attested, 1 refused
 * @throws Fault E-USAGE, E-FILE-*, E-XK-SHAPE, -CHAIN, E-CERT-PEM, -KIND, -MULTIPLE
 */
export function attestExchangeKey(given: Given): Outcome {
  const [path] = given.words;
  if (path === undefined) throw usage("Give the exchange key's file.");
  const root = rootOf(given);
  const bytes = readInput(path, "the exchange key");
  const attestation = judgeAttestation(exchangeKeyDer(bytes), root);
  const { key, fault } = readKey(bytes, may(given, "--hsm-name"));
  const refusal = untrusted(attestation) ?? fault;
  const verdict = refusal === null ? attestation.verdict : "refused";
  const code = { attested: 0, "not-attested": NOT_ATTESTED_CODE, refused: 1 }[verdict];
  const checks = told(attestation, key, fault, may(given, "--hsm-name"));
  const { quote } = attestation;
  return {
    text: [SAYS[verdict], ...checkLines(checks), ...quoteLines(quote), ...keyLines(key), ...LIMITS]
      .join("\n"),
    data: {
      verdict, checks: checks.map((line) => ({ ...line })),
      quote: quote === null ? null : { ...quote },
      exchange: key === null ? null : dataOf(key),
      limits: [...LIMITS],
    },
    code,
    ...(refusal === null ? {} : { refusal }),
  };
}

/** The root to judge by. @throws Fault E-FILE-*, E-CERT-* */
export function rootOf(given: Given): string {
  const path = may(given, "--rehearsal-root");
  return path === null ? INTEL_ROOT : rootIn(readInput(path, "--rehearsal-root"));
}

/** The certificate, where it can be read, and why it is not the one that is wanted. */
function readKey(
  bytes: Uint8Array, hsm: string | null,
): { readonly key: Certificate | null; readonly fault: Fault | null } {
  let key: Certificate | null = null;
  try {
    key = readExchangeKey(bytes);
    if (hsm !== null) judgeExchangeSubject(key, hsm);
    return { key, fault: null };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { key, fault: error };
  }
}

/** One check as it is told; `code` is of the reader that refused the certificate. */
interface ToldCheck {
  readonly check: string;
  readonly ok: boolean;
  readonly means: string;
  readonly code?: string;
}

/** The attestation's checks, and that of the subject where a name was given. */
function told(
  { checks }: Attestation, key: Certificate | null, fault: Fault | null, hsm: string | null,
): readonly ToldCheck[] {
  const own = checks.map((check) => ({ ...check, means: CHECKS[check.check] }));
  if (hsm === null || key === null) return own;
  return [...own, { check: "subject", ok: fault?.code !== "E-XK-WRONG-HSM", means: SUBJECT }];
}

const checkLines = (checks: readonly ToldCheck[]): readonly string[] =>
  checks.map(({ ok, means }) => `  ${ok ? "holds" : "FAILS"}  ${means}`);

function quoteLines(quote: Attestation["quote"]): readonly string[] {
  if (quote === null) return [];
  const { mrsigner, mrenclave, root } = quote;
  return [`  MRSIGNER ${mrsigner}`, `  MRENCLAVE ${mrenclave}`, `  root ${root}`];
}

function keyLines(key: Certificate | null): readonly string[] {
  if (key === null) return [];
  const [from, to] = [key.notBefore, key.notAfter].map((date) => date.toISOString());
  return [
    `Subject: ${shownName(key.commonName)}`,
    `Thumbprint: ${key.thumbprint}`,
    `In words: ${wordsOf(key.thumbprint)}`,
    `Valid from ${from ?? ""} to ${to ?? ""} (told, and no reason to refuse it)`,
  ];
}

const dataOf = (key: Certificate) => ({
  commonName: shownName(key.commonName), thumbprint: spoken(key.thumbprint), bits: key.bits,
  notBefore: key.notBefore.toISOString(), notAfter: key.notAfter.toISOString(),
});
