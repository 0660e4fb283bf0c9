// In German: ../en/deciders.ts.
import { translation } from "../rows/translation.ts";

export const DECIDERS = translation<"deciders">()({
  title: ["809c6060", "Wer beschließt das? Mindestens zwei von Ihnen."],
  missing: ["17864008", "Kreuzen Sie mindestens zwei Personen an"],
});
