// A recess: which objects are open and go into bags, and whether the bags are the same afterwards.
import type { Fault } from "../../crypto/errors.ts";
import { isOf, kindOf, type Route, type Script, type Step } from "../../ceremony-scripts/index.ts";
import { officerOf, seatIn, type Seal } from "./entries/forms.ts";
import { mayWrite } from "./exceptions.ts";
import { fault } from "./entries/faults.ts";
import { folded, isName } from "../record/plain.ts";
import { routeOf, isOver, mayComeAndGo } from "./rules.ts";
import type { State } from "./state.ts";

type Material = Script["materials"][number];

/**
 * The open media and envelopes, by their names in the script: what came sealed and was opened in a
 * step so far, and new ones that contain something of this ceremony.
 */
export function openObjects(state: State, script: Script): readonly string[] {
  const group = withLeft(state, script);
  const steps = script.steps.filter(
    ({ id }) => state.done.includes(id) || state.tried.includes(id),
  );
  return script.materials
    .filter(
      ({ sort, seat, whose }) =>
        sort !== "paper" && (seat === undefined || isOf(whose, seat, group)),
    )
    .filter((material) => isOpen(state, material, steps))
    .map(({ name }) => name);
}

/** Whose objects are here: of those present, and of who left after their bag was opened. */
export function withLeft(state: State, script: Script): Route {
  const route = routeOf(state, script);
  if (!mayComeAndGo(script, state.opened?.rules)) return route;
  return { ...route, seats: [...route.seats, ...[...state.seated, ...state.bags].map(seatIn)] };
}

function isOpen(state: State, material: Material, steps: readonly Step[]): boolean {
  const told = ({ action, ensures }: Step): readonly string[] => [
    ...kindOf(action.kind).ensures,
    ...ensures.map(({ text }) => text),
  ];
  const last = steps
    .flatMap((step) =>
      told(step).flatMap((text) => {
        const [, word, name = ""] = /^(opened|sealed|destroyed) (.+)$/.exec(text) ?? [];
        const isIt =
          name === material.name
          || (name === material.template
            && (step.seat === undefined || step.seat === material.seat));
        return word !== undefined && isIt ? [word] : [];
      }),
    )
    .at(-1);
  if (last !== undefined) return last === "opened";
  return material.comesFound || (!material.comesSealed && holdsSomething(state, material));
}

function holdsSomething(state: State, { name, sort, seat }: Material): boolean {
  const officer = seat === undefined ? undefined : state.officers[officerOf(seat)];
  if (sort === "envelope") return officer?.made != null;
  return officer?.making != null || officer?.made != null || state.media[name] !== undefined;
}

/** Whether a recess may begin now, with each open object in a bag of its own. */
export function mayBeginRecess(state: State, script: Script, seals: readonly Seal[]): Fault | null {
  const stopped = mayWrite(state);
  if (stopped !== null) return stopped;
  if (isOver(state)) return fault("E-STATE-ABORTED");
  if (state.recess !== null) return fault("E-STATE-RECESS");
  if (state.closing !== null) return fault("E-STATE");
  return isEachOnce(seals, openObjects(state, script)) ? null : fault("E-RECESS-FORM");
}

/** Nothing stays out of a bag for longer, without a word about it. */
const DAY = 86_400_000;

/**
 * Whether the recess may end: every bag has its previous number. A different one, or a recess of
 * more than a day without any bag, is refused, until people have noted an exception in this recess.
 */
export function mayEndRecess(state: State, seals: readonly Seal[], now: Date): Fault | null {
  const stopped = mayWrite(state);
  if (stopped !== null) return stopped;
  if (state.recess === null) return fault("E-STATE");
  const { seals: before, excepted } = state.recess;
  const lasted = now.getTime() - Date.parse(state.recessBeganAt);
  if (
    !isEachOnce(
      seals,
      before.map(({ object }) => object),
    )
  )
    return fault("E-RECESS-FORM");
  const differ = before.filter((seal) => !isAmong(seals, seal)).map(({ object }) => object);
  if (excepted) return null;
  if (before.length === 0 && lasted > DAY) return fault("E-RECESS-LONG");
  return differ.length === 0 ? null : fault("E-RECESS-DIFFER", {}, differ);
}

function isEachOnce(seals: readonly Seal[], objects: readonly string[]): boolean {
  const named = seals.map(({ object }) => object);
  const numbers = new Set(seals.map(({ seal }) => folded(seal)));
  return (
    named.length === objects.length
    && objects.every((object) => named.includes(object))
    && numbers.size === seals.length
    && seals.every(({ seal }) => isName(seal, 30))
  );
}

const isAmong = (seals: readonly Seal[], { object, seal }: Seal): boolean =>
  seals.some((other) => other.object === object && folded(other.seal) === folded(seal));
