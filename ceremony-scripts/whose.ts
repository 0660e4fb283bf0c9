// To which officers a step or a material belongs: those who came; if keys are replaced, some of
// them; or all, present or not.

/** Those who came; of them those whose keys are replaced, or who keep theirs; all. */
export type Whose = "present" | "new" | "remaining" | "all";

/** As a script says it. */
export const EACH = ["each officer", "each new officer", "each remaining officer"] as const;
export type Each = (typeof EACH)[number];

/** Whom a block may be for: also officers who are absent. */
export const BLOCKS = [...EACH, "every officer"] as const;

export const WHOSE: ReadonlyMap<string, Whose> = new Map<(typeof BLOCKS)[number], Whose>([
  ["each officer", "present"],
  ["each new officer", "new"],
  ["each remaining officer", "remaining"],
  ["every officer", "all"],
]);

/** Whether a script means officers who came, one after the other. */
export const isEach = (text: string): text is Each => EACH.some((each) => each === text);

/** Who came, and whose keys are replaced. */
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
