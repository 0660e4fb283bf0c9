// What is English in every language.
import type { EN } from "../en/en.ts";

/** Nouns that are not translated, and why. */
export const ENGLISH_ALONE = {
  "ceremony-scripts-faults": "whoever writes scripts reads them on the command line",
  "cli-faults": "the command line is English",
  "rehearsal-hsm-faults": "a program of the command line",
} as const satisfies Partial<Record<keyof typeof EN, string>>;
