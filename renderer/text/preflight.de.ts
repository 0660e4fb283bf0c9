// In German: what ./preflight.ts says.

export const PREFLIGHT = {
  title: "Vor der Aktivierung",
  wrong:
    "Eine Bedingung ist nicht erfüllt. Berichtigen Sie sie dort, wo sie eingestellt "
    + "wird, und prüfen Sie dann noch einmal.",
  decide:
    "Das Übrige ist erfüllt; diese Punkte sind zu entscheiden. Lesen Sie sie, sagen Sie, "
    + "warum, und kreuzen Sie an, wer entscheidet.",
  fine: "Jede Bedingung ist erfüllt oder wurde entschieden.",
  again: "Noch einmal prüfen",
  decideNow: "Eintragen und prüfen",
  reason: (sentence: string): string => `Warum Sie fortfahren: ${sentence}`,
  needs: "Gründe und zwei Personen",
  next: "Was zu tun ist",
  words: { good: "Erfüllt", decide: "Offen", wrong: "Falsch", accepted: "Entschieden" },
  after: "Nach der Aktivierung",
  log:
    "Fragen Sie das Azure-Log nach diesem Aufruf und bewahren Sie das Ergebnis bei den "
    + "Nachweisen auf",
  logLine:
    "Oft erscheint er erst eine Stunde später; sd reconcile vergleicht ihn mit dem "
    + "Protokoll. Die Abfrage für den Arbeitsbereich, der das Log des HSM erhält:",
} as const;
