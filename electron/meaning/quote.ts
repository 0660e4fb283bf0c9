// Rule 71: what is said about an exchange key's attestation is what its certificate and its quote say.
import {
  checkAttestation,
  exchangeKeyDer,
  INTEL_ROOT,
  isFault,
  utf8,
  type Attestation,
} from "../../crypto/index.ts";
import { areDistinct } from "./opening.ts";
import type { DataOf, Reading, Typed } from "./reading.ts";

type Check = DataOf["exchange-key-judged"]["held"][number];
type IntelFile = NonNullable<DataOf["exchange-key-judged"]["collateral"]>["files"][number]["file"];

/** The checks of every certificate with a quote, without later additions. */
const TWELVE: readonly Check[] = [
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
/** How many checks a certificate without a quote answers. */
const WITHOUT_QUOTE = 2;
/** Later checks, which older records lack. */
const LATER: readonly Check[] = ["qe-isv-svn", "isv-prod-id", "isv-svn"];
/** Checks whose failure means not attested; any other failure refuses it. */
const UNKNOWN: readonly Check[] = ["signer", ...LATER, "tcb-level", "qe-level"];

/** Whether the certificate's own quote attests it, without Intel's files. */
export function isAttested(reading: Reading, pem: string): boolean {
  const root = attestationOf(reading, pem, "")?.quote?.root ?? "";
  const checks = attestationOf(reading, pem, root)?.checks ?? [];
  return TWELVE.every((name) => checks.some(({ check, ok }) => check === name && ok));
}

/** The verdict is the certificate's own, with the members of its quote. */
export function hasRightVerdict(
  reading: Reading,
  fetched: Typed<"exchange-key-fetched">,
  { data }: Typed<"exchange-key-judged">,
): boolean {
  const { thumbprint, verdict, held, failed, mrsigner, mrenclave, root, overruled = [] } = data;
  if (thumbprint !== fetched.data.thumbprint) return false;
  const found = attestationOf(reading, fetched.data.certificate, root);
  if (found === null) return false;
  const { checks, quote } = found;
  // One of another form is one: it refuses the key, and cannot pass for none.
  const hasQuote = checks.some(({ check }) => check === "quote-form");
  const isSaid =
    mrsigner === (quote?.mrsigner ?? "")
    && mrenclave === (quote?.mrenclave ?? "")
    && root === (quote?.root ?? "");
  const told = [...held, ...failed];
  const asked = hasQuote ? TWELVE : TWELVE.slice(0, WITHOUT_QUOTE);
  const so = new Set<string>(checks.flatMap(({ check, ok }) => (ok ? check : [])));
  return (
    isSaid
    && areDistinct(told)
    && TWELVE.every((name) => told.includes(name) === asked.includes(name))
    && held.every((name) => so.has(name) || !TWELVE.includes(name))
    && failed.every((name) => UNKNOWN.includes(name))
    && (hasQuote || !told.some((name) => LATER.includes(name)))
    && (verdict === "attested") === (hasQuote && failed.length === 0)
    && overruled.every((code) => reading.accepted.includes(code))
    && isByFiles(data)
  );
}

/** The checks of each of Intel's files. */
const ANSWERS: Readonly<Record<IntelFile, readonly Check[]>> = {
  "root CRL": ["root-crl"],
  "PCK CRL": ["pck-crl"],
  "TCB info": ["tcb-level"],
  "QE identity": ["qe-match", "qe-level"],
};
const LEVELS: readonly Check[] = ["tcb-level", "qe-level"];

/** The checks by Intel's files are those that the named files answer, and the levels agree. */
function isByFiles({
  held,
  failed,
  collateral,
  root,
}: Typed<"exchange-key-judged">["data"]): boolean {
  const { files, levels } = collateral ?? { files: [], levels: [] };
  const given = files.map(({ file }) => file);
  const owed = given.flatMap((file) => ANSWERS[file]);
  const areAnswered = Object.values(ANSWERS)
    .flat()
    .every((name) => owed.includes(name) === (held.includes(name) || failed.includes(name)));
  const checked: readonly Check[] = levels.map(({ check }) => check);
  const areLevels =
    levels.every(
      ({ check, status }) =>
        owed.includes(check) && failed.includes(check) === status.startsWith("OutOfDate"),
    ) && LEVELS.every((name) => !held.includes(name) || checked.includes(name));
  return (
    (collateral === undefined || (root !== "" && given.length > 0))
    && areDistinct(given)
    && areDistinct(checked)
    && areAnswered
    && areLevels
  );
}

/** In a rehearsal the quote may end at any root: the record says which. Each is read once. */
function attestationOf(reading: Reading, pem: string, root: string): Attestation | null {
  const ends = reading.isRehearsal ? root : INTEL_ROOT;
  const name = JSON.stringify([ends, reading.accepted, pem]);
  const known = reading.attestations.get(name);
  if (known !== undefined) return known;
  const read = attestationIn(pem, ends, reading.accepted);
  reading.attestations.set(name, read);
  return read;
}

function attestationIn(pem: string, root: string, accepted: readonly string[]): Attestation | null {
  try {
    return checkAttestation(exchangeKeyDer(utf8(pem)), root, accepted);
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}
