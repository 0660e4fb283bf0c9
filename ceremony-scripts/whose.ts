// Which officers a step or a material is of: those who came, or where keys are made anew, some of
// them; or every one, present or not.

/** Who came; of them those whose keys are made anew, or who keep theirs; every one. */
export type Whose = "present" | "new" | "remaining" | "all";

/** As a script says it. */
export const EACH = ["each officer", "each new officer", "each remaining officer"] as const;
export type Each = (typeof EACH)[number];

/** What a block may be for: also about officers who are not here. */
export const BLOCKS = [...EACH, "every officer"] as const;

export const WHOSE: ReadonlyMap<string, Whose> = new Map<(typeof BLOCKS)[number], Whose>([
  ["each officer", "present"],
  ["each new officer", "new"],
  ["each remaining officer", "remaining"],
  ["every officer", "all"],
]);

/** Whether a script speaks of officers who came, one after the other. */
export const isEach = (text: string): text is Each => EACH.some((each) => each === text);

/** Who came, and whose keys are made anew. */
interface Group {
  readonly seats: readonly number[];
  readonly renewed: readonly number[];
}

/** Whether the officer of this seat is one of them. */
export function isOf(whose: Whose, seat: number, { seats, renewed }: Group): boolean {
  if (whose === "all") return true;
  if (!seats.includes(seat)) return false;
  return whose === "present" || (whose === "new") === renewed.includes(seat);
}
