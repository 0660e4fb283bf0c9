// Exceptions to Microsoft's rules: before custody counts, two people accept each with a reason.
import type { Fault } from "../../crypto/errors.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import { unkeptRules, type UnkeptRule } from "./custody-rules.ts";
import { seatIn } from "./entries/forms.ts";
import type { EventData } from "./entries/index.ts";
import type { CustodyObject } from "./entries/standing.ts";
import type { State } from "./state.ts";
import { fault } from "./entries/faults.ts";
import { isPlain } from "../record/plain.ts";
import { checkDecision, seatsOf } from "./rules.ts";

/** A rule to which people accepted an exception, why, and who: their roles. */
export type Deviation = EventData["deviation-accepted"];

const REASON_MAX = 200;

/**
 * The rules that these objects do not meet, and to which people may accept an exception. If seals
 * are compared, custody continues unchanged, and so do earlier exceptions.
 */
export function deviationsWanted(
  state: State,
  objects: readonly CustodyObject[],
): readonly UnkeptRule[] {
  const roles = (state.opened?.participants ?? []).map(({ role }) => role);
  if (state.opened?.renewed !== undefined) return newlyUnkept(state, objects);
  if (state.seals !== null || state.heardOf.length > 0) return [];
  const seats = roles.map(seatIn).filter((seat) => seat > 0);
  return unkeptRules({ objects, seats, required: state.opened?.required ?? 0 });
}

/** If keys are replaced: of the future custody, what was not accepted before. */
function newlyUnkept(
  { standing: { objects: before }, opened }: State,
  objects: readonly CustodyObject[],
): readonly UnkeptRule[] {
  const stays = before.filter(({ object }) => !objects.some((one) => one.object === object));
  const accepted = opened?.earlier[0]?.deviations.map(({ rule }) => rule) ?? [];
  const seats = seatsOf(opened?.officers ?? 0);
  return unkeptRules({
    objects: [...stays, ...objects],
    seats,
    required: opened?.required ?? 0,
  }).filter(({ rule }) => !accepted.includes(rule));
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
