// The second window, which only shows.
import { roleOf, typeset } from "./frame.ts";
import { say } from "./say.ts";

/** What is said, one sentence a line, as it is read aloud and answered. */
export const spokenLines = (text: string): readonly string[] =>
  typeset(text.trim())
    .split(/(?<=[.?])\s+/)
    .filter((line) => line !== "");

/** What the person who confirms answers, before and after the step was performed. */
export const responseOf = (role: string, isPerformed: boolean): string =>
  say(isPerformed ? "room.performed" : "room.heard", { role: roleOf(role) });
