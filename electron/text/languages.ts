// The languages: one row each. Everything about languages follows from these.
import { DE } from "./de/de.ts";
import type { Translation } from "./rows/translation.ts";

export interface LanguageRow {
  readonly id: string;
  /** Its name for its speakers. */
  readonly name: string;
  /** The tag for dates, numbers and lists (BCP 47). */
  readonly tag: string;
  /** Null: the original sentences. */
  readonly rows: Translation | null;
}

export const LANGUAGES = [
  { id: "en", name: "English", tag: "en-GB", rows: null },
  { id: "de", name: "Deutsch", tag: "de-DE", rows: DE },
] as const satisfies readonly LanguageRow[];

export type Language = (typeof LANGUAGES)[number]["id"];

/** The language of this id, in a file or on a page; unknown ones are English. */
export const languageOf = (id: string): Language =>
  LANGUAGES.find((row) => row.id === id)?.id ?? "en";
