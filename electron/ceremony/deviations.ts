// Deviations from Microsoft's rules: before custody counts, two people accept each with a reason.
import type { Fault } from "../../crypto/errors.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import { unkeptRules, type UnkeptRule } from "./custody-rules.ts";
import { seatIn } from "./entries/forms.ts";
import type { EventData } from "./entries/index.ts";
import type { CustodyObject } from "./standing.ts";
import type { State } from "./state.ts";
import { fault } from "./faults.ts";
import { isPlain } from "./plain.ts";
import { checkDecision, seatsOf } from "./rules.ts";

/** A rule from which people decided to deviate, why, and who: their roles. */
export type Deviation = EventData["deviation-accepted"];

const REASON_MAX = 200;

/**
 * The rules that this ceremony does not keep with these objects, and that people may accept. Where
 * seals are compared custody goes on as it was, and so does what was accepted then.
 */
export function deviationsWanted(
  state: State,
  objects: readonly CustodyObject[],
): readonly UnkeptRule[] {
  const roles = (state.opened?.participants ?? []).map(({ role }) => role);
  if ((state.opened?.renewed ?? []).length > 0) return unkeptAnew(state, objects);
  if (state.seals !== null || state.heardOf.length > 0) return [];
  const seats = roles.map(seatIn).filter((seat) => seat > 0);
  return unkeptRules({ objects, seats, required: state.opened?.required ?? 0 });
}

/** Where keys are made anew: of the custody as it will be, what nobody has accepted before. */
function unkeptAnew(
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

/** Each rule that is not kept is accepted by two people who are in the room, with a reason. */
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
