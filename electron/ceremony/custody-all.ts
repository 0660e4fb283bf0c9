// Everything answered from a standing, in one value: health, geometry, findings, gaps and rules.
import { findings, type Finding } from "./custody-answers.ts";
import type { Gap } from "./custody-gaps.ts";
import { custodyHealth, type CustodyHealth } from "./custody-health.ts";
import { custodyRules, type RuleView } from "./custody-rules.ts";
import type { Standing } from "./entries/standing.ts";
import { geometryOf, geometryRows, keptOf, lossOf, type Geometry, type Loss } from "./geometry.ts";

/** A medium is lost. */
interface MediumAnswer extends Loss {
  readonly object: string;
}

export interface CustodyAnswers {
  readonly health: CustodyHealth;
  readonly geometry: Geometry;
  readonly media: readonly MediumAnswer[];
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly rules: readonly RuleView[];
}

/** @param gaps from the record @param now RFC 3339, UTC */
export function custodyAnswers(
  standing: Standing,
  gaps: readonly Gap[],
  now: string,
): CustodyAnswers {
  const kept = keptOf(standing);
  return {
    health: custodyHealth(standing, now),
    geometry: geometryOf(kept),
    media: standing.objects
      .filter(({ object }) => object.endsWith("medium"))
      .map(({ object }) => ({ object, ...lossOf(kept, object) })),
    findings: findings(kept, geometryRows(kept)),
    gaps,
    rules: custodyRules(standing, gaps, now),
  };
}
