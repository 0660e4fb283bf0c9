// Exceptions to Microsoft's rules: before custody counts, two people accept each with a reason.
import type { Fault } from "../../crypto/errors.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import { unkeptRule, unkeptRules, type UnkeptRule } from "./custody-rules.ts";
import { officerOf } from "./entries/forms.ts";
import type { EventData } from "./entries/index.ts";
import type { CustodyObject } from "./entries/standing.ts";
import { keptOf, newlyUnmet, type Kept } from "./geometry.ts";
import type { State } from "./state.ts";
import { fault } from "./entries/faults.ts";
import { isPlain } from "../record/plain.ts";
import { checkDecision, seatsOf } from "./rules.ts";

/** A rule to which people accepted an exception, why, and who: their roles. */
export type Deviation = EventData["deviation-accepted"];

/** The longest reason. */
export const REASON_MAX = 200;

/**
 * The rules that these objects do not meet, and to which people may accept an exception. If seals
 * are compared, custody continues, and so do earlier exceptions: only what gets worse is asked.
 */
export function deviationsWanted(
  state: State,
  objects: readonly CustodyObject[],
): readonly UnkeptRule[] {
  const { opened, seals, heardOf, standing } = state;
  const after = keptAfter(state, objects);
  if (opened?.renewed !== undefined) {
    const accepted = opened.earlier[0]?.deviations.map(({ rule }) => rule) ?? [];
    return unkeptRules(after).filter(({ rule }) => !accepted.includes(rule));
  }
  if (seals !== null || heardOf.length > 0) return worseRules(standing.objects, after, state);
  const roles = (opened?.participants ?? []).map(({ role }) => role);
  const officers = after.officers.filter(({ seat }) => roles.includes(officerOf(seat)));
  return unkeptRules({ ...after, objects, officers });
}

/** The same for a change of custody: what it makes worse, by name. */
export function worseRules(
  before: readonly CustodyObject[],
  after: Kept,
  state: State,
): readonly UnkeptRule[] {
  const rows = newlyUnmet({ ...keptAfter(state, []), objects: before }, after);
  return rows.length === 0 ? [] : [unkeptRule("sites", after, rows)];
}

/** What is kept once these objects are where the list says: the custody with these in place. */
export function keptAfter(state: State, objects: readonly CustodyObject[]): Kept {
  const { opened, standing } = state;
  const people = opened?.participants ?? [];
  const required = opened?.required ?? 0;
  const stays = standing.objects.filter(
    ({ object }) => !objects.some((one) => one.object === object),
  );
  return {
    ...keptOf(standing),
    objects: [...stays, ...objects],
    required,
    officers: seatsOf(opened?.officers ?? 0).map((seat) => {
      const officer = officerOf(seat);
      const known = standing.officers.find((one) => one.officer === officer);
      const name = people.find(({ role }) => role === officer)?.name ?? known?.name ?? "";
      return { seat, name, isHealthy: (known?.trouble ?? "") === "" };
    }),
  };
}

/** Two people in the room accept each rule that is not met, with a reason. */
export function checkDeviations(
  state: State,
  objects: readonly CustodyObject[],
  deviations: readonly Deviation[],
): Fault | null {
  const isAccepted = (rule: string) => {
    const said = deviations.find((one) => one.rule === rule);
    return (
      said !== undefined
      && isPlain(said.reason, REASON_MAX)
      && checkDecision(state, said.decidedBy) === null
    );
  };
  const missing = deviationsWanted(state, objects).find(({ rule }) => !isAccepted(rule));
  return missing === undefined ? null : fault("E-CUSTODY-RULE", { rule: NAMES[missing.rule] });
}

const NAMES: Readonly<Record<Deviation["rule"], RefusalSentence>> = {
  quorum: sentence("ceremony-faults.rule.quorum"),
  sites: sentence("ceremony-faults.rule.sites"),
};
