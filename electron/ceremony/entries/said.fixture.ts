// The text of a line of the minutes as printed, in English by default.
import { paragraph, type Line } from "../../../ceremony-scripts/index.ts";
import { paperIn } from "../../../ceremony-scripts/paper-language.ts";
import type { Language } from "../../text/text.ts";

export function saidText(line: Line, language: Language = "en"): string {
  const { blocks } = paperIn(language, { title: "", blocks: [paragraph(...line)] });
  return blocks
    .flatMap((block) => (block.sort === "paragraph" ? block.line : []))
    .map((span) => (typeof span === "string" ? span : "text" in span ? span.text : ""))
    .join("");
}
