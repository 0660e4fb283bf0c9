// The German of what main sends and papers say: by the English itself, so that a sentence that is
// changed there has none here until it is translated again.
import { OBJECTS } from "./objects.ts";
import { PAPERS } from "./papers.ts";
import { translator, type Sentences } from "./sentences.ts";
import { STEPS } from "./steps.ts";
import { WORDS } from "./words.ts";

/** The languages of windows and papers. */
export type Language = "en" | "de";

/** Every table. */
export const TABLES: readonly Sentences[] = [STEPS, WORDS, OBJECTS, PAPERS];

/** The German of a text of ours; one that is not known stays as it is. */
export const german = translator(TABLES);

/** The German of what the app itself put into scripts and records; what people write is other. */
export const scriptInGerman = translator([STEPS, OBJECTS]);
