// Whose something is, by its name in the record.

/** The seat in a name, or 0: "officer-2 card" is of officer 2. */
export const seatIn = (name: string): number =>
  Number(/^officer-(\d+)\b/.exec(name)?.[1] ?? 0);
