// What people accept of rules that are not met: a reason for each, and who decides.
import type { ReplyOf } from "../../electron/bridge/contract.ts";
import { areEnough } from "../parts/deciders.tsx";
import type { Draft } from "../stores/draft.ts";

/** Rules that are not met, as main found them. */
export type Unkept = ReplyOf<"weigh">;

/** Fields of the draft: who decides, and the reason for a rule. */
export const DECIDED_BY = "decided by";
export const reasonOf = (rule: string): string => `reason ${rule}`;

/** Each rule with its reason, and who decided; and whether nothing is missing. */
export function acceptedIn(draft: Draft, rules: Unkept) {
  const decidedBy = draft.list(DECIDED_BY);
  const deviations = rules.map(({ rule }) => ({
    rule,
    reason: draft.text(reasonOf(rule)).trim(),
    decidedBy,
  }));
  const isWhole = deviations.every(({ reason }) => reason !== "") && areEnough(decidedBy);
  return { deviations, isWhole: rules.length === 0 || isWhole };
}
