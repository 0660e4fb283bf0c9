// The second window, which only shows.
import type { Value } from "../../electron/text/text.ts";
import { roleOf, typeset } from "./frame.ts";
import { said, say } from "./say.ts";

/** What is said, one sentence a line, as it is read aloud and answered. */
export const spokenLines = (lines: readonly Value[]): readonly string[] =>
  lines.map((line) => typeset(said(line)));

/** What the person who confirms answers, before and after the step was performed. */
export const responseOf = (role: string, isPerformed: boolean): string =>
  say(isPerformed ? "room.performed" : "room.heard", { role: roleOf(role) });
