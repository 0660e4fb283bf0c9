// Everything answered from a standing, in one value: health, losses, findings, gaps and rules.
import {
  findings,
  keptOf,
  mediaLost,
  peopleLeaving,
  sitesBurnt,
  type Finding,
  type LeaverAnswer,
  type MediumAnswer,
  type SiteAnswer,
} from "./custody-answers.ts";
import type { Gap } from "./custody-gaps.ts";
import { custodyHealth, type CustodyHealth } from "./custody-health.ts";
import { custodyRules, type RuleView } from "./custody-rules.ts";
import type { Standing } from "./entries/standing.ts";

export interface CustodyAnswers {
  readonly health: CustodyHealth;
  readonly sites: readonly SiteAnswer[];
  readonly people: readonly LeaverAnswer[];
  readonly media: readonly MediumAnswer[];
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly rules: readonly RuleView[];
}

/** @param gaps from the record @param now RFC 3339, UTC */
export const custodyAnswers = (
  standing: Standing,
  gaps: readonly Gap[],
  now: string,
): CustodyAnswers => ({
  health: custodyHealth(standing, now),
  sites: sitesBurnt(standing),
  people: peopleLeaving(standing),
  media: mediaLost(standing),
  findings: findings(keptOf(standing)),
  gaps,
  rules: custodyRules(standing, gaps, now),
});
