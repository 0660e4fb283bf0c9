// What two people decide together.

export const DECIDERS = {
  title: "Who decides this? At least two of you.",
  missing: "Tick at least two people",
} as const;
