// Whom a ceremony needs, and for how long: in some steps one officer has a turn, and the others can do
// something else.
import type { Step } from "./steps.ts";

/** Minutes, as planned. */
export interface Presence {
  /** In which an officer only waits for others' turns: of the officer who waits least. */
  readonly waits: number;
  /** Of everyone together, without these waits. */
  readonly people: number;
}

/**
 * @param steps of a way, or what is left of it
 * @param seats of the officers who come; administrator and witness are needed in every step
 */
export function presenceIn(
  steps: readonly Pick<Step, "minutes" | "seat">[],
  seats: readonly number[],
): Presence {
  const minutesOf = (is: (seat: number | undefined) => boolean): number =>
    steps.reduce((sum, { minutes, seat }) => sum + (is(seat) ? minutes : 0), 0);
  const all = minutesOf(() => true);
  const waits = seats.map((own) => minutesOf((seat) => seat !== undefined && seat !== own));
  return {
    waits: seats.length === 0 ? 0 : Math.min(...waits),
    people: waits.reduce((sum, wait) => sum + all - wait, 2 * all),
  };
}
