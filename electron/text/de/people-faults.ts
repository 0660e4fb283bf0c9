// In German: ../en/people-faults.ts.
import { translation } from "../rows/translation.ts";

export const PEOPLE_FAULTS = translation<"people-faults">()({
  "E-PEOPLE-FILE": ["f86e8c69", "Die Passphrasendatei lässt sich nicht lesen."],
  "E-PEOPLE-FILE.next": ["abd2b947", "Prüfen Sie ihren Pfad und ihre Rechte."],
  "E-PEOPLE-LINES": ["c096d2b7", "Die Passphrasendatei hat keine Zeile für Schlüsselinhaber {n}."],
  "E-PEOPLE-LINES.next": ["84295fc4", "Schreiben Sie eine Passphrase je Zeile, Schlüsselinhaber 1 zuerst."],
  "E-PEOPLE-PAPERS": ["7522315d", "Die Karten und Notizen der Übung lassen sich nicht lesen; sie bleiben, wie sie sind."],
  "E-PEOPLE-PAPERS.next": ["b9f3960d", "Führen Sie denselben Befehl noch einmal aus; bleibt es so, üben Sie in neuen Ordnern."],
  "E-PEOPLE-PAPER": ["93b60558", "Eine Karte oder Notiz der Übung fehlt."],
  "E-PEOPLE-PAPER.next": ["05a0d251", "Führen Sie die Übung in neuen Ordnern durch."],
});
