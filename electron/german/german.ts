// The German of what main sends and papers say: by the English itself, so that a sentence that is
// changed there has none here until it is translated again.
import { translator, type Sentences } from "./sentences.ts";
import { WORDS } from "./words.ts";

/** The languages of windows and papers. */
export type Language = "en" | "de";

/** Every table. */
export const TABLES: readonly Sentences[] = [WORDS];

/** The German of a text of ours; one that is not known stays as it is. */
export const german = translator(TABLES);
