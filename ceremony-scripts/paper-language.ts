// A paper in a language.
import { localeOf, type Language } from "../electron/text/text.ts";
import { paperBy } from "./paper-locale.ts";
import type { Paper, SaidSpan } from "./paper.ts";

/** The same paper, as it is printed. */
export const paperIn = (language: Language, paper: Paper): Paper<SaidSpan> =>
  paperBy(localeOf(language), paper);
