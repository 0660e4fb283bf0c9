// To which officers a step or a material belongs: those who came; if keys are replaced, some of
// them, and those of the custody before whose keys end; or all, present or not.
import { MOST_OFFICERS } from "./counts.ts";

/**
 * Those who came; of them those who get a key, or who keep theirs; those of the custody before whose
 * key ends, present or not; all.
 */
export type Whose = "present" | "new" | "remaining" | "leaving" | "all";

/** As a script says it of who acts. */
export const EACH = ["each officer", "each new officer", "each remaining officer"] as const;
export type Each = (typeof EACH)[number];

/** Whose things may be there. */
export const OWNERS = [...EACH, "each leaving officer"] as const;

/** Whom a block may be for: also officers who are absent. */
export const BLOCKS = [...OWNERS, "every officer"] as const;

export const WHOSE: ReadonlyMap<string, Whose> = new Map<(typeof BLOCKS)[number], Whose>([
  ["each officer", "present"],
  ["each new officer", "new"],
  ["each remaining officer", "remaining"],
  ["each leaving officer", "leaving"],
  ["every officer", "all"],
]);

/** Whether a script means officers who act, one after the other. */
export const isEach = (text: string): text is Each => EACH.some((each) => each === text);

/** Whether a script means one thing for each of several officers. */
export const isOwners = (text: string): text is (typeof OWNERS)[number] =>
  OWNERS.some((each) => each === text);

/** 1 to N; for those who leave, as many as there can have been before. */
export const seatsFor = (whose: Whose, officers: number): readonly number[] =>
  Array.from({ length: whose === "leaving" ? MOST_OFFICERS : officers }, (_, i) => i + 1);

/** Who came, whose keys are new, and how many officers there were before; 0 if there were none. */
export interface Group {
  readonly seats: readonly number[];
  readonly renewed: readonly number[];
  readonly before: number;
}

/** Whether the officer of this seat is one of them. */
export function isOf(whose: Whose, seat: number, { seats, renewed, before }: Group): boolean {
  if (whose === "all") return true;
  if (whose === "leaving")
    return seat <= before && (renewed.includes(seat) || !seats.includes(seat));
  if (!seats.includes(seat)) return false;
  return whose === "present" || (whose === "new") === renewed.includes(seat);
}
