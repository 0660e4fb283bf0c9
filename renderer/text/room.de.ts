// In German: what ./room.ts says.
import { roleTitle } from "./frame.ts";

export { spokenLines } from "./room.ts";

export const ROOM = {
  open: "Fenster für den Raum",
  nothing: "Es ist keine Zeremonie offen.",
  head: "Der Prüfwert des Protokolls",
  reader: "Vorlesen",
  response: "Antwort",
} as const;

/** What the person who confirms answers, before and after the step was performed. */
export const responseOf = (role: string, isPerformed: boolean): string =>
  isPerformed
    ? `${roleTitle(role)}: ausgeführt, ich bestätige`
    : `${roleTitle(role)}: gehört, weiter`;
