// In German: ../en/minutes-steps.ts.
import type { MINUTES_STEPS as ENGLISH } from "../en/minutes-steps.ts";
import { translation } from "../translation.ts";

export const MINUTES_STEPS = translation<typeof ENGLISH>()({
  headers: ["64305ec7", "Über jedem Schritt steht, wer ihn ausgeführt und wer ihn bestätigt hat: immer eine andere Person, denn die App nimmt niemand sonst an. Darunter steht jeder Eintrag des Protokolls, einmal, mit seiner Nummer."],
  between: ["fa283d40", "Zwischen den Schritten"],
  began: ["d239e9f2", "begonnen {time}"],
  doneAt: ["f5dfcb9f", "Ausgeführt {time} von"],
  doneBy: ["632330ea", "Ausgeführt von"],
  notDone: ["c48729da", "Nicht ausgeführt"],
  signed: ["1dde63cf", "Inhaber {seat} (unterschrieben)"],
  confirmedAt: ["a8b01d60", "Bestätigt {time} von"],
  bySignatures: ["de6f2df9", "Bestätigt durch diese Unterschriften"],
  onPaper: ["918b3182", "Auf Papier bestätigt"],
  notConfirmed: ["bc1c29a4", "Nicht bestätigt"],
});
