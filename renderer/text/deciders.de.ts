// In German: what ./deciders.ts says.

/** The sentences round their names. */
export const DECIDERS = {
  title: "Wer beschließt das? Mindestens zwei von Ihnen.",
  missing: "Kreuzen Sie mindestens zwei Personen an",
} as const;
