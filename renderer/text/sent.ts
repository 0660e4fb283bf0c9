// Texts that main sends in English, as refusals. In German they are found by what stands in their English.
import { german } from "../../electron/german/german.ts";
import type { Language } from "../../electron/text/text.ts";

/** The members in which main sends texts of ours; people's own words are in others. */
const TEXTS = new Set([
  "expectation",
  "instruction",
  "line",
  "next",
  "notes",
  "number",
  "sentence",
  "should",
]);

/** A view, a reply or a fault of main's, with its texts in this language. */
export const inLanguage = <Sent>(language: Language, sent: Sent): Sent =>
  language === "de" ? (translated(sent, false) as Sent) : sent;

function translated(value: unknown, isText: boolean): unknown {
  if (typeof value === "string") return isText ? german(value) : value;
  if (Array.isArray(value)) return value.map((one) => translated(one, isText));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, translated(member, TEXTS.has(key))]),
  );
}
