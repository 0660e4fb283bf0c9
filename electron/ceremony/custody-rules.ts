// Microsoft's rules of custody, each with whether custody meets it now, and what to do next. The
// pages named are those of learn.microsoft.com/azure/key-vault/managed-hsm.
import { findings, keptOf, type Kept } from "./custody-answers.ts";
import type { Gap } from "./custody-gaps.ts";
import { custodyHealth } from "./custody-health.ts";
import { isLate } from "./days.ts";
import type { Standing } from "./standing.ts";

export type RuleName =
  | "quorum"
  | "holders"
  | "sites"
  | "sealed"
  | "backup"
  | "hand-offs"
  | "review";

/** Rules to which two people may accept an exception, in this order; to the others nobody may. */
export const DEVIABLE = ["quorum", "sites"] as const;
export type DeviableRule = (typeof DEVIABLE)[number];

/** A rule, whether it is met, one plain sentence, and what to do next ("" where it is met). */
export interface RuleView {
  readonly rule: RuleName;
  readonly verdict: "kept" | "deviation" | "not-kept";
  readonly sentence: string;
  readonly next: string;
  /** Why two people decided to deviate; else "". */
  readonly reason: string;
}

/** What a rule says where it is met, where it is not, and then what to do. */
interface Words {
  readonly kept: string;
  readonly broken: string;
  readonly next: string;
}

/** As many as must act together, by Microsoft's advice. */
const QUORUM_ADVISED = 3;

/** Findings that a fire or a thief at one site makes of places that do not differ enough. */
const OF_SITES = ["every-key", "every-domain", "keys-with-passphrases"];

/**
 * All seven rules, in a fixed order.
 * - quorum, holders, sites, sealed: security-domain, on storing keys: one person never has physical
 *   access to all quorum keys, ideally three or more are needed, offline, in separate places.
 * - backup: disaster-recovery-guide: the latest full backup is needed beside the security domain.
 * - hand-offs, review: security-domain, on keeping records: who holds what, where, every hand-over;
 *   reviewed at least quarterly.
 * @param gaps those that the record shows @param now RFC 3339
 */
export function custodyRules(
  standing: Standing,
  gaps: readonly Gap[],
  now: string,
): readonly RuleView[] {
  const kept = keptOf(standing);
  const broken: Readonly<Record<RuleName, boolean>> = {
    ...brokenPlaces(kept),
    holders: findings(kept).some(({ kind }) => kind === "holder"),
    sealed: !isSealed(standing),
    backup: standing.backup.folder === "" || standing.backup.at === "",
    "hand-offs": gaps.length > 0,
    review: isLate(custodyHealth(standing, now).attestation),
  };
  return (Object.keys(WORDS) as RuleName[]).map((rule) => {
    const words = WORDS[rule](kept);
    const deviation = standing.deviations.find((one) => one.rule === rule);
    if (!broken[rule]) return { rule, verdict: "kept", sentence: words.kept, next: "", reason: "" };
    return isDeviable(rule) && deviation !== undefined
      ? { rule, verdict: "deviation", sentence: words.broken, next: "", reason: deviation.reason }
      : { rule, verdict: "not-kept", sentence: words.broken, next: words.next, reason: "" };
  });
}

/** A rule that a list of objects does not meet: two people must accept an exception first. */
export interface UnkeptRule {
  readonly rule: DeviableRule;
  readonly sentence: string;
  readonly next: string;
}

/** What must be accepted of these objects. */
export function unkeptRules(kept: Kept): readonly UnkeptRule[] {
  const broken = brokenPlaces(kept);
  return DEVIABLE.filter((rule) => broken[rule]).map((rule) => {
    const { broken: sentence, next } = WORDS[rule](kept);
    return { rule, sentence, next };
  });
}

const brokenPlaces = (kept: Kept): Readonly<Record<DeviableRule, boolean>> => ({
  quorum: kept.required < QUORUM_ADVISED,
  sites: findings(kept).some(({ kind }) => OF_SITES.includes(kind)),
});

const isDeviable = (rule: string): rule is DeviableRule =>
  (DEVIABLE as readonly string[]).includes(rule);

/** Every object is in a sealed bag, and no seal was found broken. */
const isSealed = ({ objects, officers }: Standing): boolean =>
  objects.length > 0
  && objects.every(({ seal }) => seal.trim() !== "")
  && officers.every(({ trouble }) => trouble !== "seal-broken");

const ATTEST = "Run a custody attestation";

const WORDS: Readonly<Record<RuleName, (kept: Kept) => Words>> = {
  quorum: ({ required, seats }) => ({
    kept:
      `${required} of ${seats.length} officers must act together. Microsoft advises three or `
      + "more.",
    broken:
      `${required} of ${seats.length} officers are enough. Microsoft advises a quorum of `
      + "three or more.",
    next: "Two people accept this and give a reason, or replace officers and set a larger quorum.",
  }),
  holders: () => ({
    kept: "Nobody keeps the keys of two officers.",
    broken: "One person keeps the keys of two officers.",
    next: "Hand one officer's media to another custodian, and record the hand-off.",
  }),
  sites: () => ({
    kept:
      "Copies are at separate sites: no single fire destroys every copy of a key, and no site "
      + "has a quorum's keys with their passphrases.",
    broken:
      "One site has every copy of a key or of the security domain, or a quorum's keys with "
      + "their passphrases.",
    next: "Move one copy to another site, or two people accept this and give a reason.",
  }),
  sealed: () => ({
    kept: "Every medium is offline, in a bag with a numbered seal.",
    broken: "An object is not in a bag with a numbered seal, or a seal was found broken.",
    next: `${ATTEST}: open, check and reseal every object, with new seal numbers.`,
  }),
  backup: () => ({
    kept: "The location and date of the newest full backup of the HSM are on record.",
    broken:
      "The location and date of the newest full backup of the HSM are not on record. "
      + "Without that backup, the security domain cannot bring any key back.",
    next: `${ATTEST}, and record the newest full backup in it.`,
  }),
  "hand-offs": () => ({
    kept: "Every hand-off is on record: everything found matches the earlier records.",
    broken: "A hand-off is missing: something found does not match the earlier records.",
    next: "Ask the custodians what happened, and attest custody again.",
  }),
  review: () => ({
    kept: "Custody was reviewed within the last quarter.",
    broken: "Custody was not reviewed within the last quarter.",
    next: `${ATTEST} now.`,
  }),
};
