// Hand-offs: what lies on the table goes to another custodian or place, its seal unbroken, and who
// hands on and who takes say so.
import type { Fault } from "../../crypto/errors.ts";
import { checkKept } from "./custody.ts";
import type { EventData } from "./entries/index.ts";
import type { ObjectStanding } from "./standing.ts";
import type { State } from "./state.ts";
import { fault } from "./faults.ts";
import { alike, isPlain } from "./plain.ts";
import { checkDecision } from "./rules.ts";

/** An object, who takes it, and where it is kept from then on. */
export interface HandOffRead {
  readonly object: string;
  readonly to: string;
  readonly place: string;
}

export interface HandOffRequest {
  readonly handOffs: readonly HandOffRead[];
  /** Names of those who said aloud that they hand on, or take. */
  readonly said: readonly string[];
  /** Roles of two people, where somebody who hands on is not here. */
  readonly decidedBy: readonly string[];
}

/** The objects whose seals were compared in this ceremony, as they stand now. */
export const onTheTable = ({ seals, standing: { objects } }: State): readonly ObjectStanding[] =>
  objects.filter(({ object }) => {
    const found = seals?.[object];
    return found !== undefined && found.condition !== "missing";
  });

/** Each hand-off as it is recorded: under the seal that was found, from who has it now. */
export const handOffsOf = (
  state: State,
  handOffs: readonly HandOffRead[],
): readonly EventData["object-handed-off"][] =>
  handOffs.flatMap(({ object, to, place }) => {
    const before = onTheTable(state).find((one) => one.object === object);
    if (before === undefined) return [];
    const seal = state.seals?.[object]?.found ?? before.seal;
    return [{ object, seal, from: before.custodian, to, place }];
  });

/**
 * Each object once, compared today, and moved; the rules of custody kept afterwards unless they
 * were broken before; everybody who takes has said so, and everybody who hands on, or two people
 * decide.
 * @param stood the objects as they stood when the step first began: what a run that a crash cut in
 *   two has left is no excuse for the next one
 */
export function checkHandOff(
  state: State,
  { handOffs, said, decidedBy }: HandOffRequest,
  stood: readonly ObjectStanding[] = state.standing.objects,
): Fault | null {
  const table = onTheTable(state);
  const isMoved = ({ object, to, place }: HandOffRead) => {
    const before = table.find((one) => one.object === object);
    return (
      before !== undefined
      && isPlain(to, 60)
      && isPlain(place, 60)
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

/** Who hands something on and who takes something, each name once. */
export function partiesOf(state: State, handOffs: readonly HandOffRead[]) {
  const all = handOffsOf(state, handOffs);
  return { gave: each(all.map(({ from }) => from)), took: each(all.map(({ to }) => to)) };
}

/** Whether this person is one of these, to a person who reads them. */
export const isAmong = (names: readonly string[], name: string): boolean =>
  names.some((one) => alike(one, name));

const each = (names: readonly string[]): readonly string[] =>
  names.filter((name, i) => names.findIndex((other) => alike(other, name)) === i);
