// In German: ../en/dialogs.ts.
import type { DIALOGS as ENGLISH } from "../en/dialogs.ts";
import { translation } from "../translation.ts";

export const DIALOGS = translation<typeof ENGLISH>()({
  chooseRecord: ["8935d172", "Protokoll wählen"],
  record: ["bfdd5106", "Protokoll"],
  chooseSite: ["3edd784e", "Standortdatei wählen"],
  site: ["f4d658f9", "Standortdatei"],
  choosePhotographs: ["59903453", "Den Ordner der Fotos wählen"],
  chooseFolder: ["581b3151", "Wählen, wohin der Ordner der Nachweise kommt"],
  choosePlan: ["8db466fa", "Plan wählen"],
  plan: ["fa8ed0bd", "Plan"],
  chooseAnswers: ["d87ab058", "Antworten wählen"],
  all: ["a52ace42", "Alle"],
  chooseKeyList: ["52fc2b61", "Schlüsselliste wählen"],
  keyList: ["9787fab8", "Schlüsselliste"],
  chooseCollateral: ["c93fe445", "Dateien von Intel wählen, alle zusammen"],
  chooseSas: ["40456501", "Datei des SAS-Tokens wählen"],
  "chooseLogs.files": ["702a0f23", "Exportierte Dateien des Azure-Logs wählen"],
  "chooseLogs.folders": ["9bb5895f", "Ordner mit Dateien des Azure-Logs wählen"],
  save: ["3f51ae3d", "Speichern: {kind}"],
  calendar: ["d5d0a30b", "Kalender"],
  printOrSave: ["3221ccb0", "Drucken oder speichern"],
  question: ["f1f64454", "{paper} drucken oder speichern?"],
  printer: ["482e4e88", "Der Drucker ist {printer}. Das Papier hat {pages, plural, one {1 Seite} other {{pages} Seiten}}."],
  "use.print-summary": ["93264420", "Die Zusammenfassung drucken, eine Seite"],
  "use.print": ["14c0f7b5", "{pages, plural, one {Drucken} other {Alle {pages} Seiten drucken}}"],
  "use.save": ["f6a6f510", "Als PDF speichern"],
  "use.none": ["19766ed6", "Abbrechen"],
  ends: ["54030016", "In dieser App ist ein eigener Fehler aufgetreten; sie muss sich schließen."],
  accepted: ["6019c791", "Alles, was angenommen wurde, steht im Protokoll. Starten Sie die App neu und machen Sie weiter; melden Sie, was auf dem Bildschirm stand."],
});
