// In German: what main sends is said by what stands in its English.
import { german } from "../../electron/german/german.ts";

/** The members in which main sends texts of ours; people's own words are in others. */
const TEXTS = new Set([
  "act",
  "differs",
  "expectation",
  "instruction",
  "line",
  "message",
  "missing",
  "next",
  "notes",
  "number",
  "say",
  "sentence",
  "should",
  "term",
  "text",
  "title",
  "when",
]);

/** A view, a reply or a fault of main's, with its texts in the page's language. */
export const inLanguage = <Sent>(sent: Sent): Sent => translated(sent, false) as Sent;

function translated(value: unknown, isText: boolean): unknown {
  if (typeof value === "string") return isText ? german(value) : value;
  if (Array.isArray(value)) return value.map((one) => translated(one, isText));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, translated(member, TEXTS.has(key))]),
  );
}
