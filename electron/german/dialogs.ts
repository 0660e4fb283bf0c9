// The German of the system's own dialogs, apart from all else: a start needs no more.
import { translator, type Sentences } from "./sentences.ts";

/** Titles of the system's own dialogs. */
export const DIALOGS: Sentences = {
  "Choose a record": "Protokoll wählen",
  Record: "Protokoll",
  "Choose a site file": "Standortdatei wählen",
  "Site file": "Standortdatei",
  "Choose the folder of photographs": "Den Ordner der Fotos wählen",
  "Choose where the folder of evidence is put": "Wählen, wohin der Ordner der Nachweise kommt",
  "Choose the plan": "Plan wählen",
  Plan: "Plan",
  "Choose the answers": "Antworten wählen",
  All: "Alle",
  "Choose the key list": "Schlüsselliste wählen",
  "Key list": "Schlüsselliste",
  "Choose Intel\u2019s files, all together": "Dateien von Intel wählen, alle zusammen",
  "Choose the file of the SAS token": "Datei des SAS-Tokens wählen",
  "Choose the exported files of Azure\u2019s log": "Exportierte Dateien des Azure-Logs wählen",
  "Choose folders with files of Azure\u2019s log": "Ordner mit Dateien des Azure-Logs wählen",
  "Save: {kind}": "Speichern: {kind}",
  Calendar: "Kalender",
  "Print or save": "Drucken oder speichern",
  "Print {paper}, or save it?": "{paper} drucken oder speichern?",
  "The printer is {printer}. The paper has {n} pages.":
    "Der Drucker ist {printer}. Das Papier hat {n} Seiten.",
  "The printer is {printer}. The paper has 1 page.":
    "Der Drucker ist {printer}. Das Papier hat 1 Seite.",
  "Print the one-page summary": "Die Zusammenfassung drucken, eine Seite",
  "Print all {n} pages": "Alle {n} Seiten drucken",
  "Print it": "Drucken",
  "Save as a PDF": "Als PDF speichern",
  Cancel: "Abbrechen",
  "This app met a fault of its own and must close.":
    "In dieser App ist ein eigener Fehler aufgetreten; sie muss sich schließen.",
  "Everything that was accepted is in the record. Start the app again and go on; report what was on the screen.":
    "Alles, was angenommen wurde, steht im Protokoll. Starten Sie die App neu und machen Sie weiter; "
    + "melden Sie, was auf dem Bildschirm stand.",
};

/** The German of what a dialog says, where it says nothing from elsewhere. */
export const dialogInGerman = translator([DIALOGS]);
