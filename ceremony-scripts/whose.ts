// Which officers a step or a material is of: every one, or where keys are made anew, some of them.

/** Every officer, those whose keys are made anew, or those who keep theirs. */
export type Whose = "every" | "new" | "remaining";

/** As a script says it. */
export const EACH = ["each officer", "each new officer", "each remaining officer"] as const;
export type Each = (typeof EACH)[number];

export const WHOSE: ReadonlyMap<string, Whose> = new Map<Each, Whose>([
  ["each officer", "every"], ["each new officer", "new"], ["each remaining officer", "remaining"],
]);

/** Whether a script speaks of officers, one after the other. */
export const isEach = (text: string): text is Each => WHOSE.has(text);

/** Whether the officer of this seat is one of them. */
export const isOf = (whose: Whose, seat: number, renewed: readonly number[]): boolean =>
  whose === "every" || (whose === "new") === renewed.includes(seat);
