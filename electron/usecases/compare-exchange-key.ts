// Offline: the exchange key on the medium is the one read aloud, and it is attested, or two
// officers decide to trust it.
import {
  exchangeKeyDer,
  fromWords,
  evaluateCollateral,
  readCollateral,
  revokedKey,
  toHex,
  type CollateralVerdict,
} from "../../crypto/index.ts";
import { fault, type CeremonyView, type EvaluatedCollateral } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { isFetched, checkedKey } from "./exchange-key.ts";
import { begin, finish, load, medium, record, refuse } from "./turn.ts";

export interface CompareExchangeKeyRequest {
  /** The words the witness wrote down at the connected station: all 32. */
  readonly heard: string;
  /** The two officers who decide to continue with a key that is not attested. */
  readonly acceptedBy: readonly string[];
  /** Intel's files that people brought: TCB info, QE identity, CRLs, issuer chain; may be empty. */
  readonly collateral: readonly Uint8Array[];
}

/**
 * @throws Fault E-STATE*, E-MEDIA-*, E-XK-OTHER, E-XK-WRONG-HSM, E-XK-UNTRUSTED, E-XK-REVOKED,
 *   E-XK-DECISION, E-COLLATERAL-*, E-WORDS, E-WORDS-DIFFER
 */
export function compareExchangeKey(deps: Deps, request: CompareExchangeKeyRequest): CeremonyView {
  const turn = begin(deps, "compare-exchange-key");
  const { opened } = turn.state;
  const bytes = load(medium(deps, MEDIA.transfer), FILES.exchangeKey(opened?.hsm ?? ""));
  const { accepted } = turn.state;
  const judged = checkedKey(deps, bytes, accepted, isFetched(turn.state));
  const {
    certificate,
    attestation: { checks: own, quote },
  } = judged;
  const { thumbprint, overruled } = certificate;
  if (toHex(fromWords(request.heard)) !== thumbprint)
    throw fault("E-WORDS-DIFFER", { what: sentence("ceremony-faults.words.exchange-key") });
  const brought = readCollateral(request.collateral);
  const intel = evaluateCollateral(
    exchangeKeyDer(bytes),
    brought,
    deps.clock(),
    deps.sgxRoot(),
    accepted,
  );
  refuse(revokedKey(intel));
  const verdict = intel.verdict === "attested" ? "attested" : "not-attested";
  const checks = [...own, ...intel.checks];
  const officers = (opened?.participants ?? [])
    .map(({ role }) => role as string)
    .filter((role) => role.startsWith("officer-"));
  const decidedBy = [...new Set(request.acceptedBy)].filter((officer) =>
    officers.includes(officer),
  );
  const attested = verdict === "attested";
  if (!attested && decidedBy.length < 2) throw fault("E-XK-DECISION");
  record(deps, {
    type: "exchange-key-judged",
    by: "app",
    data: {
      thumbprint,
      verdict,
      held: checks.filter(({ ok }) => ok).map(({ check }) => check),
      failed: checks.filter(({ ok }) => !ok).map(({ check }) => check),
      mrsigner: quote?.mrsigner ?? "",
      mrenclave: quote?.mrenclave ?? "",
      root: quote?.root ?? "",
      overruled,
      ...collateralIn(intel),
    },
  });
  record(deps, { type: "exchange-key-compared", by: "witness", data: { thumbprint } });
  record(deps, {
    type: "exchange-key-accepted",
    by: "administrator",
    data: { attested, decidedBy: attested ? [] : decidedBy },
  });
  return finish(deps, turn);
}

/** What is recorded of Intel's files; nothing if none was brought for this key. */
function collateralIn({ ages, checks }: CollateralVerdict): {
  readonly collateral?: EvaluatedCollateral;
} {
  if (ages.length === 0) return {};
  const files = ages.map(({ file, sha256, issued, next }) => ({
    ...{ file, sha256 },
    issued: issued.toISOString(),
    next: next.toISOString(),
  }));
  const levels = checks.flatMap(({ check, level }) => {
    const isLevel = check === "tcb-level" || check === "qe-level";
    if (!isLevel || level === undefined || level === "none" || level.status === "Revoked")
      return [];
    const { status, date, advisories } = level;
    return [{ check, status, date: date.toISOString(), advisories }];
  });
  return { collateral: { files, levels } };
}
