// Custody health: whether the current custody would bring the HSM back today, and what is due when.
import { DOMAIN_MEDIA } from "./custody.ts";
import { dueAfter, isLate, later, type Due } from "./days.ts";
import { seatIn } from "./entries/forms.ts";
import type { OfficerStanding, Standing, Trouble } from "./entries/standing.ts";

/**
 * Seals are compared every quarter; every officer's key is used every year, and a recovery is tried
 * every year.
 */
const QUARTER_DAYS = 91;
const YEAR_DAYS = 365;

/**
 * `whole`: every officer and both copies of the domain, and nothing is overdue. `degraded`:
 * something fails or is overdue, and a recovery would still work. `would-fail`: fewer healthy
 * officers than the quorum, or no copy of the domain is left.
 */
export type HealthLevel = "whole" | "degraded" | "would-fail";

/** One officer: the key's trouble, when it was last seen, when it must open next. */
export interface OfficerHealth {
  readonly seat: number;
  readonly name: string;
  readonly trouble: Trouble;
  /** RFC 3339, or "" for never; so is `keyOpenedAt`. */
  readonly sealsSeenAt: string;
  readonly keyOpenedAt: string;
  readonly keyCheck: Due;
  /** The key was made elsewhere, or no record vouches for it: its replacement is due. */
  readonly isForeign: boolean;
}

/** The custody as a whole: how many officers are healthy, of how many, and how many are required. */
export interface CustodyHealth {
  readonly level: HealthLevel;
  readonly healthy: number;
  readonly all: number;
  readonly required: number;
  /** The number of known media with the security domain. */
  readonly domainCopies: number;
  readonly attestation: Due;
  /** The next dry run: a year after the last one, a recovery, or the proof of every subset. */
  readonly dryRun: Due;
  readonly officers: readonly OfficerHealth[];
  /**
   * The latest day on record that is more than a day in the future, RFC 3339; absent if none.
   * Either this clock is wrong, or that day's was. What has such a date counts as not done.
   */
  readonly aheadAt?: string;
}

/** How far a clock may be ahead without doubting the record. */
const AHEAD_MS = 86_400_000;

/** @param now RFC 3339 */
export function custodyHealth(standing: Standing, now: string): CustodyHealth {
  const isAhead = (at: string): boolean => Date.parse(at) - Date.parse(now) > AHEAD_MS;
  const believed = (at: string): string => (isAhead(at) ? "" : at);
  const officers = standing.officers.map((officer) => healthOf(officer, believed, now));
  const healthy = officers.filter(({ trouble }) => trouble === "").length;
  const domainCopies = standing.objects.filter(({ object }) =>
    DOMAIN_MEDIA.includes(object),
  ).length;
  const { attestedAt, provenAt, drilledAt, dryRunAt = "" } = standing;
  const dueSince = (days: number, ...done: readonly string[]): Due =>
    dueAfter(done.map(believed).reduce(later, ""), days, now);
  const attestation = dueSince(QUARTER_DAYS, attestedAt, provenAt);
  const dryRun = dueSince(YEAR_DAYS, dryRunAt, drilledAt, provenAt);
  const aheadAt = [
    attestedAt,
    provenAt,
    drilledAt,
    dryRunAt,
    ...standing.officers.flatMap(({ sealsSeenAt, keyOpenedAt }) => [sealsSeenAt, keyOpenedAt]),
    ...standing.objects.map(({ seenAt }) => seenAt),
  ]
    .filter(isAhead)
    .reduce(later, "");
  const isWhole =
    healthy === officers.length
    && !officers.some(({ isForeign }) => isForeign)
    && domainCopies === DOMAIN_MEDIA.length
    && aheadAt === ""
    && ![attestation, dryRun, ...officers.map(({ keyCheck }) => keyCheck)].some(isLate);
  const { required } = standing;
  const level =
    healthy < required || domainCopies === 0 ? "would-fail" : isWhole ? "whole" : "degraded";
  const all = officers.length;
  const found = {
    level,
    healthy,
    all,
    required,
    domainCopies,
    attestation,
    dryRun,
    officers,
  } as const;
  return aheadAt === "" ? found : { ...found, aheadAt };
}

function healthOf(
  officer: OfficerStanding,
  believed: (at: string) => string,
  now: string,
): OfficerHealth {
  const { name, trouble, sealsSeenAt, keyOpenedAt, signingThumbprint } = officer;
  return {
    seat: seatIn(officer.officer),
    name,
    trouble,
    sealsSeenAt,
    keyOpenedAt,
    keyCheck: dueAfter(believed(keyOpenedAt), YEAR_DAYS, now),
    isForeign: signingThumbprint === "",
  };
}
