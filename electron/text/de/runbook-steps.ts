// In German: ../en/runbook-steps.ts.
import { translation } from "../rows/translation.ts";

export const RUNBOOK_STEPS = translation<"runbook-steps">()({
  "changes.nothing": ["9cc3e24f", "Nichts."],
  "wait.thirty": ["1806dbd8", "Warten Sie 30 Minuten: So alt muss diese Sicherung vor dem Zurückspielen sein. Das sagt Microsofts Seite über Sichern und Wiederherstellen."],
  there: ["b66c0b37", "Führen Sie zuerst den Nachweis: Gelingt er, ist alles schon vorhanden, und keiner der Befehle wird ausgeführt."],
  "wait.six": ["9803c60a", "Warten Sie 6 Minuten: So lange kann ein Schreibvorgang brauchen, bis er die andere Region des HSM erreicht. Das sagt Microsofts Seite über die Replikation in mehrere Regionen."],
  serviceRoles: ["08480e4a", "Führen Sie jetzt für sie service-roles aus, und weisen Sie roles nach: Ohne seine Rolle wird ein Dienst abgelehnt, und damit auch der nächste Schritt."],
  "takes.minutes": ["90e63d85", "Minuten"],
  "takes.seconds": ["59f006d6", "Sekunden"],
  "takes.secondsEach": ["7aa2ea31", "je Sekunden"],
  "takes.hours": ["404314b1", "Stunden"],
  "takes.minutesToHours": ["f12cea27", "Minuten bis Stunden"],
  "undo.nobody": ["1811331a", "Niemand kann es."],
  "undo.nothing": ["9f3ece29", "Es gibt nichts rückgängig zu machen."],
  forwarder: ["68a519a7", "{address} ist keine Maschine des Plans: Führen Sie {script} auf jenem Server in PowerShell aus, und bewahren Sie die Ausgabe als {file} auf."],
});
