// Microsoft's rules of custody, and one of ours, each with whether custody meets it now, and what to
// do next. The pages named are those of learn.microsoft.com/azure/key-vault/managed-hsm.
import type { Counts } from "../../ceremony-scripts/index.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import { findings } from "./custody-answers.ts";
import type { Gap } from "./custody-gaps.ts";
import { custodyHealth } from "./custody-health.ts";
import { isLate } from "./days.ts";
import type { Standing } from "./entries/standing.ts";
import { geometryRows, isUnmet, keptOf, type GeometryRow, type Kept } from "./geometry.ts";

const RULES = [
  "quorum",
  "spare",
  "holders",
  "sites",
  "sealed",
  "backup",
  "hand-offs",
  "review",
] as const;
export type RuleName = (typeof RULES)[number];

/** The only rules to which two people may accept an exception, in order. */
const DEVIABLE = ["quorum", "spare", "sites"] as const;
export type DeviableRule = (typeof DEVIABLE)[number];

/** A rule, whether it is met, one plain sentence, and what to do next ("" if it is met). */
export interface RuleView {
  readonly rule: RuleName;
  readonly verdict: "kept" | "deviation" | "not-kept";
  readonly sentence: Sentence;
  readonly next: Sentence | "";
  /** Why two people decided to deviate; else "". */
  readonly reason: string;
}

/** The sentences of a rule: met, not met, and what to do then. */
interface Words {
  readonly kept: Sentence;
  readonly broken: Sentence;
  readonly next: Sentence;
}

/** How many must act together, by Microsoft's advice. */
const QUORUM_ADVISED = 3;

/** What a fire or a thief at one site could cause if places do not differ enough. */
const OF_SITES = ["every-key", "every-domain", "keys-with-passphrases"];

/**
 * All eight rules, in a fixed order.
 * - quorum, holders, sites, sealed: security-domain, on storing keys: one person never has physical
 *   access to all quorum keys, ideally three or more are needed, offline, in separate places.
 * - spare: ours: where every officer is needed, one loss loses everything.
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
  const rows = geometryRows(kept);
  const broken: Readonly<Record<RuleName, boolean>> = {
    ...brokenCounts(countsIn(kept)),
    sites: areSitesBroken(kept, rows),
    holders: findings(kept, rows).some(({ kind }) => kind === "holder"),
    sealed: !isSealed(standing),
    backup: standing.backup.folder === "" || standing.backup.at === "",
    "hand-offs": gaps.length > 0,
    review: isLate(custodyHealth(standing, now).attestation),
  };
  return RULES.map((rule) => {
    const words = wordsOf(rule, countsIn(kept));
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
  readonly sentence: Sentence;
  readonly next: Sentence;
  /** By name what is unmet: rows of the geometry. */
  readonly what: readonly Sentence[];
}

/** What must be accepted of these numbers of officers. */
export function unkeptCounts(counts: Counts): readonly UnkeptRule[] {
  const broken = brokenCounts(counts);
  return (["quorum", "spare"] as const)
    .filter((rule) => broken[rule])
    .map((rule) => {
      const { broken: sentence, next } = wordsOf(rule, counts);
      return { rule, sentence, next, what: [] };
    });
}

/** What must be accepted of where these objects are, and with whom. */
export function unkeptSites(kept: Kept): readonly UnkeptRule[] {
  const rows = geometryRows(kept);
  return areSitesBroken(kept, rows) ? [sitesUnkept(kept, rows.filter(isUnmet))] : [];
}

/** @param rows those that are unmet; a journey is no worse than its custodian */
export function sitesUnkept(kept: Kept, rows: readonly GeometryRow[]): UnkeptRule {
  const { broken: sentence, next } = wordsOf("sites", countsIn(kept));
  const what = rows.filter(({ kind }) => kind !== "journey").flatMap(({ unmet }) => unmet);
  return { rule: "sites", sentence, next, what };
}

const countsIn = ({ required, officers }: Kept): Counts => ({
  officers: officers.length,
  quorum: required,
});

const brokenCounts = ({ officers, quorum }: Counts) => ({
  quorum: quorum < QUORUM_ADVISED,
  spare: quorum === officers,
});

const areSitesBroken = (kept: Kept, rows: readonly GeometryRow[]): boolean =>
  rows.some(isUnmet) || findings(kept, rows).some(({ kind }) => OF_SITES.includes(kind));

export const isDeviable = (rule: string): rule is DeviableRule =>
  (DEVIABLE as readonly string[]).includes(rule);

/** Every object is in a sealed bag, and no seal was broken. */
const isSealed = ({ objects, officers }: Standing): boolean =>
  objects.length > 0
  && objects.every(({ seal }) => seal.trim() !== "")
  && officers.every(({ trouble }) => trouble !== "seal-broken");

function wordsOf(rule: RuleName, { officers, quorum: required }: Counts): Words {
  const next = sentence(`custody-rules.${rule}.next`);
  if (rule === "quorum") {
    const given = { required, officers };
    return {
      kept: sentence("custody-rules.quorum.kept", given),
      broken: sentence("custody-rules.quorum.broken", given),
      next,
    };
  }
  if (rule === "spare")
    return {
      kept: sentence("custody-rules.spare.kept", { spare: officers - required }),
      broken: sentence("custody-rules.spare.broken", { officers }),
      next,
    };
  return {
    kept: sentence(`custody-rules.${rule}.kept`),
    broken: sentence(`custody-rules.${rule}.broken`),
    next,
  };
}
