// Rule 71: what is said of an exchange key's attestation is what its certificate and its quote say.
import {
  checkAttestation,
  exchangeKeyDer,
  INTEL_ROOT,
  isFault,
  utf8,
  type Attestation,
} from "../../crypto/index.ts";
import type { Reading, Told } from "./reading.ts";

/** What every attested key holds. Checks that came later are not asked of older records. */
const TWELVE: readonly string[] = [
  "self-signature",
  "certificate",
  "quote-form",
  "quote-signature",
  "qe-report-signature",
  "qe-report-data",
  "qe-identity",
  "pck-chain",
  "pck-root",
  "report-data",
  "debug",
  "signer",
];
/** What a certificate without a quote holds. */
const WITHOUT_QUOTE = 2;

/** Whether the certificate's own quote attests it, without Intel's files. */
export function isAttested(reading: Reading, pem: string): boolean {
  const root = attestationOf(reading, pem, "")?.quote?.root ?? "";
  const { checks, quote } = attestationOf(reading, pem, root) ?? { checks: [], quote: null };
  const hold = TWELVE.every((name) => checks.some(({ check, ok }) => check === name && ok));
  return quote !== null && hold;
}

/** The verdict is the one that the certificate itself gives, with the members of its quote. */
export function isJudgedRightly(
  reading: Reading,
  fetched: Told<"exchange-key-fetched">,
  { data }: Told<"exchange-key-judged">,
): boolean {
  const { thumbprint, verdict, held, failed, mrsigner, mrenclave, root } = data;
  if (thumbprint !== fetched.data.thumbprint) return false;
  const found = attestationOf(reading, fetched.data.certificate, root);
  if (found === null) return false;
  const { checks, quote } = found;
  const isSaid =
    mrsigner === (quote?.mrsigner ?? "")
    && mrenclave === (quote?.mrenclave ?? "")
    && root === (quote?.root ?? "");
  const asked = quote === null ? TWELVE.slice(0, WITHOUT_QUOTE) : TWELVE;
  // For whose signer is unknown two officers decide; the list of known ones grows.
  const owed = verdict === "attested" ? asked : asked.filter((name) => name !== "signer");
  const areSo = owed.every(
    (name) => held.includes(name) && checks.some(({ check, ok }) => check === name && ok),
  );
  const isVerdict = verdict === "attested" ? quote !== null && failed.length === 0 : true;
  const areApart = !failed.some((name) => held.includes(name) || owed.includes(name));
  return isSaid && areSo && isVerdict && areApart && isByFiles(data);
}

/** What each of Intel's files answers. */
const ANSWERS = {
  "root CRL": ["root-crl"],
  "PCK CRL": ["pck-crl"],
  "TCB info": ["tcb-level"],
  "QE identity": ["qe-match", "qe-level"],
} as const;
/** What fails in one of the others refuses the key. */
const LEVELS: readonly string[] = ["tcb-level", "qe-level"];

/** The checks by Intel's files are those that the files named answer, and the levels agree. */
function isByFiles({
  held,
  failed,
  collateral = { files: [], levels: [] },
  ...data
}: Told<"exchange-key-judged">["data"]): boolean {
  const given = collateral.files.map(({ file }) => file);
  const owed: readonly string[] = given.flatMap((file) => ANSWERS[file]);
  const areAnswered = Object.values(ANSWERS)
    .flat()
    .every((name) => owed.includes(name) === (held.includes(name) || failed.includes(name)));
  const levels = collateral.levels.map(({ check }) => check as string);
  const areLevels =
    collateral.levels.every(
      ({ check, status }) =>
        owed.includes(check) && failed.includes(check) === status.startsWith("OutOfDate"),
    ) && LEVELS.every((name) => !held.includes(name) || levels.includes(name));
  return (
    (data.root !== "" || given.length === 0)
    && new Set(given).size === given.length
    && new Set(levels).size === levels.length
    && areAnswered
    && areLevels
    && !failed.some((name) => !LEVELS.includes(name) && owed.includes(name))
  );
}

/** In a rehearsal the quote may end at any root: which one, the record says. */
function attestationOf(reading: Reading, pem: string, root: string): Attestation | null {
  const ends = reading.isRehearsal && root !== "" ? root : INTEL_ROOT;
  try {
    return checkAttestation(exchangeKeyDer(utf8(pem)), ends, reading.accepted);
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}
