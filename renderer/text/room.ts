// Every sentence of the second window, which only shows.
import { roleTitle, typeset } from "./frame.ts";

export const ROOM = {
  open: "Window for the room",
  nothing: "No ceremony is open.",
  head: "The head of the record",
  reader: "Read aloud",
  response: "Answer",
} as const;

/** What is said, one sentence a line, as it is read aloud and answered. */
export const spokenLines = (say: string): readonly string[] =>
  typeset(say.trim())
    .split(/(?<=[.?])\s+/)
    .filter((line) => line !== "");

/** What the person who confirms answers, before and after the step was performed. */
export const responseOf = (role: string, isPerformed: boolean): string =>
  isPerformed ? `${roleTitle(role)}: performed, I confirm` : `${roleTitle(role)}: heard, go on`;
