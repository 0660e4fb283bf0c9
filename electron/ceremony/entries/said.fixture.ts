// The text of a line of the minutes, in English unless told otherwise.
import type { Line } from "../../../ceremony-scripts/index.ts";
import { partsIn, type Language } from "../../text/text.ts";

export const saidText = (line: Line, language: Language = "en"): string =>
  line
    .flatMap((span) => partsIn(language, span))
    .map((part) => (typeof part === "string" ? part : "text" in part ? String(part.text) : ""))
    .join("");
