// The geometry of custody in sentences: who or what a row is about, and what is unmet.
import { capital, sentence, type Sentence, type Value } from "../text/sentence.ts";

/**
 * `person`: an officer or another custodian. `place`: a site, which is a place up to its first
 * comma. `zone`: what a place names as such, such as "zone flood plain". `journey`: objects that a
 * custodian took along on one day.
 */
export type HolderKind = "person" | "place" | "zone" | "journey";

/** Who or what has something. */
export interface Who {
  readonly kind: HolderKind;
  readonly name: string;
  /** Of a journey, YYYY-MM-DD; else "". */
  readonly day: string;
}

/** What one or two holders cause, lost or betrayed. Officers by their seats. */
export interface Effect {
  /** Officers who lose their last medium, or leave themselves. */
  readonly lost: readonly number[];
  /** Every copy of the security domain is lost. */
  readonly domainLost: boolean;
  /** How many officers' keys can still be used. */
  readonly leaves: number;
  /** The officers whose key and passphrase are both there. */
  readonly opens: readonly number[];
  /** A copy of the security domain is there. */
  readonly hasDomain: boolean;
}

/** The quorum, and of how many officers. */
export interface Counts {
  readonly required: number;
  readonly all: number;
}

/** @param named how the name is shown: as text, or as people's own words on paper */
export function whoOf<T extends Value>(
  { kind, name, day }: Who,
  named: (name: string) => T,
): T | Sentence {
  if (kind === "zone") return sentence("geometry.zoneNamed", { name: named(name) });
  return kind === "journey"
    ? sentence("geometry.journeyOn", { name: named(name), day })
    : named(name);
}

/** Why it is unmet if one holder alone causes this, the worst first; none if it is not. */
export function unmetSentences(
  one: Who,
  { opens, lost, leaves, domainLost }: Effect,
  counts: Counts,
): readonly Sentence[] {
  const text = whoOf(one, String);
  const who = one.kind === "zone" ? capital(text) : text;
  const { required } = counts;
  return [
    ...(opens.length >= required
      ? [sentence("geometry.unmetOpens", { who, opens: opens.length, required })]
      : []),
    ...(domainLost ? [sentence("geometry.unmetDomain", { who })] : []),
    ...(losesTooMany(lost, counts)
      ? [sentence("geometry.unmetKeys", { who, leaves, required })]
      : []),
  ];
}

/**
 * Whether those who are not lost are fewer than the quorum. That every officer is needed is accepted
 * with the quorum, and not again for each of them.
 */
const losesTooMany = (lost: readonly number[], { required, all }: Counts): boolean =>
  lost.length > Math.max(1, all - required);
