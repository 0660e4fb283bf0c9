// The second window, which only displays.
import type { Value } from "../../electron/text/text.ts";
import { roleOf, typeset } from "./frame.ts";
import { said, say } from "./say.ts";

/** What is read aloud and answered, one sentence per line. */
export const spokenLines = (lines: readonly Value[]): readonly string[] =>
  lines.map((line) => typeset(said(line)));

/** The answer of the person who confirms, before and after the step was performed. */
export const responseOf = (role: string, isPerformed: boolean): string =>
  say(isPerformed ? "room.performed" : "room.heard", { role: roleOf(role) });
