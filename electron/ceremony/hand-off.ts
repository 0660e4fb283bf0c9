// Hand-offs: present objects go to another custodian or place, their seals unbroken, confirmed by
// giver and receiver.
import type { Fault } from "../../crypto/errors.ts";
import { checkKept } from "./custody.ts";
import type { EventData } from "./entries/index.ts";
import type { ObjectStanding } from "./entries/standing.ts";
import type { State } from "./state.ts";
import { fault } from "./entries/faults.ts";
import { alike, isName } from "../record/plain.ts";
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
  /** Roles of two people, if a giver is absent. */
  readonly decidedBy: readonly string[];
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
  { handOffs, said, decidedBy }: HandOffRequest,
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
  const after = checkKept(
    state.standing.objects.map((object) => {
      const moved = handOffs.find((one) => one.object === object.object);
      return moved === undefined ? object : { ...object, custodian: moved.to, place: moved.place };
    }),
  );
  if (after !== null && after.code !== checkKept(stood)?.code) return after;
  const { gave, took } = partiesOf(state, handOffs);
  if (took.some((name) => !isAmong(said, name))) return fault("E-HANDOFF-TAKER");
  const absent = gave.filter((name) => !isAmong(said, name)).length;
  if (absent === 0 || checkDecision(state, decidedBy) === null) return null;
  return fault("E-HANDOFF-GIVER", { n: absent });
}

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
