// Hand-offs: present objects go to another custodian or place, their seals unbroken, confirmed by
// giver and receiver.
import type { Fault } from "../../crypto/errors.ts";
import { sentence } from "../text/sentence.ts";
import { checkKept } from "./custody.ts";
import type { UnkeptRule } from "./custody-rules.ts";
import { keptAfter, REASON_MAX, worseRules } from "./deviations.ts";
import type { EventData } from "./entries/index.ts";
import type { ObjectStanding } from "./entries/standing.ts";
import type { State } from "./state.ts";
import { fault } from "./entries/faults.ts";
import { alike, isName, isPlain } from "../record/plain.ts";
import { checkDecision } from "./rules.ts";

/** An object, who takes it, and where it is kept from then on. */
export interface HandOffRead {
  readonly object: string;
  readonly to: string;
  readonly place: string;
}

export interface HandOffRequest {
  readonly handOffs: readonly HandOffRead[];
  /** Names of those who said aloud that they hand off, or receive. */
  readonly said: readonly string[];
  /** Roles of two people, if a giver is absent, or if one holder alone would be too many. */
  readonly decidedBy: readonly string[];
  /** Why they accept the latter; absent if nothing is to be accepted. */
  readonly reason?: string | undefined;
}

/** The objects whose seals were compared in this ceremony, in their current state. */
export const inTheRoom = ({ seals, standing: { objects } }: State): readonly ObjectStanding[] =>
  objects.filter(({ object }) => {
    const found = seals?.[object];
    return found !== undefined && found.condition !== "missing";
  });

/** Each hand-off as recorded: under the seal that was found, from its current custodian. */
export const handOffsOf = (
  state: State,
  handOffs: readonly HandOffRead[],
): readonly EventData["object-handed-off"][] =>
  handOffs.flatMap(({ object, to, place }) => {
    const before = inTheRoom(state).find((one) => one.object === object);
    if (before === undefined) return [];
    const seal = state.seals?.[object]?.found ?? before.seal;
    return [{ object, seal, from: before.custodian, to, place }];
  });

/**
 * Each object once, compared today, and moved; the rules of custody met afterwards unless they were
 * broken before; every receiver and every giver has confirmed, or two people decide.
 * @param stood the objects when the step first began, so that an interrupted run is no excuse for
 * the next one
 */
export function checkHandOff(
  state: State,
  { handOffs, said, decidedBy, reason = "" }: HandOffRequest,
  stood: readonly ObjectStanding[] = state.standing.objects,
): Fault | null {
  const table = inTheRoom(state);
  const isMoved = ({ object, to, place }: HandOffRead) => {
    const before = table.find((one) => one.object === object);
    return (
      before !== undefined
      && isName(to, 60)
      && isName(place, 60)
      && !(alike(before.custodian, to) && alike(before.place, place))
    );
  };
  const names = new Set(handOffs.map(({ object }) => object));
  if (handOffs.length === 0 || names.size < handOffs.length || !handOffs.every(isMoved))
    return fault("E-HANDOFF-OBJECT");
  const after = checkKept(keptAfter(state, movedBy(state, handOffs)).objects);
  if (after !== null && after.code !== checkKept(stood)?.code) return after;
  const isAccepted = isPlain(reason, REASON_MAX) && checkDecision(state, decidedBy) === null;
  if (!isAccepted && handOffUnkept(state, handOffs, stood).length > 0)
    return fault("E-CUSTODY-RULE", { rule: sentence("ceremony-faults.rule.sites") });
  const { gave, took } = partiesOf(state, handOffs);
  if (took.some((name) => !isAmong(said, name))) return fault("E-HANDOFF-TAKER");
  const absent = gave.filter((name) => !isAmong(said, name)).length;
  if (absent === 0 || checkDecision(state, decidedBy) === null) return null;
  return fault("E-HANDOFF-GIVER", { n: absent });
}

/** What two people must accept of these hand-offs: what was not as bad when the step first began. */
export const handOffUnkept = (
  state: State,
  handOffs: readonly HandOffRead[],
  stood: readonly ObjectStanding[],
): readonly UnkeptRule[] => worseRules(stood, keptAfter(state, movedBy(state, handOffs)), state);

/** The objects that move, where they are afterwards. */
const movedBy = (
  { standing }: State,
  handOffs: readonly HandOffRead[],
): readonly ObjectStanding[] =>
  standing.objects.flatMap((object) => {
    const moved = handOffs.find((one) => one.object === object.object);
    return moved === undefined ? [] : [{ ...object, custodian: moved.to, place: moved.place }];
  });

/** Who hands something off and who receives something, each name once. */
export function partiesOf(state: State, handOffs: readonly HandOffRead[]) {
  const all = handOffsOf(state, handOffs);
  return { gave: each(all.map(({ from }) => from)), took: each(all.map(({ to }) => to)) };
}

/** Whether this person is one of these, as a reader would see it. */
export const isAmong = (names: readonly string[], name: string): boolean =>
  names.some((one) => alike(one, name));

const each = (names: readonly string[]): readonly string[] =>
  names.filter((name, i) => names.findIndex((other) => alike(other, name)) === i);
