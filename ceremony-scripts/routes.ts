// Every way a ceremony can go: each group of officers that may come, each of them whose keys may be
// replaced, how many there may have been before, each choice that may be made.
import { MOST_OFFICERS } from "./counts.ts";
import { fault } from "./language/faults.ts";
import { pathOf, type Route } from "./path.ts";
import type { Attend } from "./roles.ts";
import type { Step } from "./steps.ts";

/** More ways than this could not be reviewed. */
const WAYS_MAX = 4096;

/** The parts of a script that decide how many ways there are. */
export interface Crossing {
  readonly officers: number;
  readonly quorum: number;
  readonly attend: Attend;
  readonly steps: readonly Step[];
}

/** @throws Fault E-SCRIPT-WAYS when there are more than 4,096 */
export function routesOf(script: Crossing): readonly Route[] {
  const ways: Route[] = [];
  for (const seats of groupsOf(script))
    for (const group of renewalsOf(script, seats))
      follow(script, { seats, ...group, chosen: {} }, ways);
  return ways;
}

/** Follows a way to its end, taking every option at each choice. */
function follow(script: Crossing, route: Route, ways: Route[]): void {
  if (ways.length >= WAYS_MAX) throw fault("E-SCRIPT-WAYS");
  const last = pathOf(script, route).at(-1);
  const choices = last?.action.choices;
  if (last === undefined || choices === undefined) ways.push(route);
  else
    for (const { goTo } of choices)
      follow(script, { ...route, chosen: { ...route.chosen, [last.id]: goTo } }, ways);
}

/** All officers; if a quorum is enough, also each smaller group down to its size; or one alone. */
function groupsOf({ officers, quorum, attend }: Crossing): readonly (readonly number[])[] {
  const seats = Array.from({ length: officers }, (_, i) => i + 1);
  if (attend === "everyone") return [seats];
  if (attend === "one") return seats.map((seat) => [seat]);
  if (attend === "nobody") return [[]];
  return subsetsOf(seats)
    .filter((group) => group.length >= quorum)
    .reverse();
}

/**
 * If a script mentions new officers: each group of those who came, without the empty one. If it
 * mentions leaving ones: also the empty one, after as many officers as now, one fewer, or the most;
 * an officer who was not there before is new.
 */
function renewalsOf(
  { steps }: Crossing,
  seats: readonly number[],
): readonly Pick<Route, "renewed" | "before">[] {
  if (!renews(steps)) return [{ renewed: [], before: 0 }];
  const groups = subsetsOf(seats);
  if (!recounts(steps))
    return groups.flatMap((renewed) =>
      renewed.length > 0 ? [{ renewed, before: seats.length }] : [],
    );
  return [seats.length, seats.length - 1, MOST_OFFICERS].flatMap((before) =>
    groups
      .filter((renewed) => seats.every((seat) => seat <= before || renewed.includes(seat)))
      .map((renewed) => ({ renewed, before })),
  );
}

/** Whether keys are replaced beside others that are kept, or in place of older ones. */
export const renews = (steps: readonly Pick<Step, "whose">[]): boolean =>
  steps.some(({ whose }) => whose === "new" || whose === "remaining");

/** Whether it does so for any number of officers before and after, because some may leave. */
export const recounts = (steps: readonly Pick<Step, "whose">[]): boolean =>
  steps.some(({ whose }) => whose === "leaving");

/** Whether officers make keys: then a security domain is downloaded for as many as are said. */
export const makesKeys = (steps: readonly Step[]): boolean =>
  steps.some(({ action }) => action.kind === "make-key");

/** Whether an HSM was lost before, and keys are brought back. */
export const restores = (steps: readonly Step[]): boolean =>
  steps.some(({ action }) => action.kind === "know-backup");

const subsetsOf = (seats: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** seats.length }, (_, bits) =>
    seats.filter((_seat, i) => (bits >> i) % 2 === 1),
  );
