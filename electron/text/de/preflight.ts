// In German: ../en/preflight.ts.
import { translation } from "../rows/translation.ts";

export const PREFLIGHT = translation<"preflight">()({
  title: ["3080b2ed", "Vor der Aktivierung"],
  wrong: ["d0ff7e40", "Eine Bedingung ist nicht erfüllt. Berichtigen Sie sie dort, wo sie eingestellt wird, und prüfen Sie dann noch einmal."],
  decide: ["c99c8cc5", "Das Übrige ist erfüllt; diese Punkte sind zu entscheiden. Lesen Sie sie, sagen Sie, warum, und kreuzen Sie an, wer entscheidet."],
  again: ["fb7099ad", "Noch einmal prüfen"],
  decideNow: ["b6b29c49", "Eintragen und prüfen"],
  reason: ["cf43a5ad", "Warum Sie fortfahren: {sentence}"],
  needs: ["9e1e8f85", "Gründe und zwei Personen"],
  "words.good": ["36a60559", "Erfüllt"],
  "words.decide": ["65862a62", "Offen"],
  "words.wrong": ["a633bed8", "Falsch"],
  "words.accepted": ["30ba702e", "Entschieden"],
  after: ["e9924fe4", "Nach der Aktivierung"],
  log: ["5f456186", "Fragen Sie das Azure-Log nach diesem Aufruf und bewahren Sie das Ergebnis bei den Nachweisen auf"],
  logLine: ["2d9d655d", "Oft erscheint er erst eine Stunde später; sd reconcile vergleicht ihn mit dem Protokoll. Die Abfrage für den Arbeitsbereich, der das Log des HSM erhält:"],
});
