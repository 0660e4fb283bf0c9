// What two people decide together.

/** The sentences round their names. */
export const DECIDERS = {
  title: "Who decides this? At least two of you.",
  missing: "Tick at least two people",
} as const;
