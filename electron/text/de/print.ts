// In German: ../en/print.ts.
import { translation } from "../rows/translation.ts";

export const PRINT = translation<"print">()({
  button: ["39562a35", "Ablauf drucken"],
  pick: ["3d3c98b5", "Einen Ablauf drucken"],
  sent: ["0963e3f3", "An den Drucker gesendet: {pages, plural, one {1 Seite} other {{pages} Seiten}}."],
  saved: ["99419056", "Gespeichert als {file}: {pages, plural, one {1 Seite} other {{pages} Seiten}}."],
});
