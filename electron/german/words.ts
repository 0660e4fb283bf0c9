// Words that stand in the holes of other sentences, and terms.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const WORDS: Sentences = {
  offline: "Offline-Station",
  connected: "verbundene Station",
  rehearsal: "Übungsstation",
  "officer {n}": "Schlüsselinhaber {n}",
  "Officer {n}": "Schlüsselinhaber {n}",
  "officers {n}": "Schlüsselinhaber {n}",
  "An officer": "ein Schlüsselinhaber",
  "The administrator": "der Administrator",
  "The witness": "der Zeuge",
  HSM: "HSM",
  "security domain": "Sicherheitsdomäne",
  quorum: "Quorum",
  medium: "Datenträger",
  "domain-copy": "Domänenkopie",
  transfer: "Transportdatenträger",
  certificate: "Zertifikat",
  thumbprint: "Fingerabdruck",
  "exchange key": "Austauschschlüssel",
  "restore blob": "Restore-Blob",
  "full backup": "vollständige Sicherung",
  custodian: "Verwahrer",
  head: "Prüfwert",
  "this certificate": "dieses Zertifikat",
  "the live image": "das Live-Abbild",
  "the security domain": "die Sicherheitsdomäne",
  "the exchange key": "der Austauschschlüssel",
  "the certificate of officer {n}": "das Zertifikat von Schlüsselinhaber {n}",
  "the restore blob": "der Restore-Blob",
  "the dry run of recovery": "die Probe der Wiederherstellung",
  "something encrypted for a key": "etwas, was für einen Schlüssel verschlüsselt ist",
  "a signature": "eine Unterschrift",
  "a private key file": "die Datei eines privaten Schlüssels",
  "another JSON value": "ein anderer JSON-Wert",
  "an exchange key": "ein Austauschschlüssel",
  "a security domain file": "die Datei einer Sicherheitsdomäne",
  "a security domain": "eine Sicherheitsdomäne",
  "a restore blob": "ein Restore-Blob",
  text: "Text",
  "an object": "ein Objekt",
  "a list": "eine Liste",
  "nobody in this record": "niemand in diesem Protokoll",
  "the manifest": "das Verzeichnis",
  "file {n}": "Datei {n}",
  "the transfer medium": "der Transportdatenträger",
  "the medium for its copy": "der Datenträger der Kopie",
  "this station's own disk": "das eigene Laufwerk dieser Station",
  "it does not match what it names": "Sie passt nicht zu dem, was sie nennt",
  "it does not name an earlier entry": "Sie nennt keinen früheren Eintrag",
  "its certificate was not recorded before it": "Ihr Zertifikat wurde nicht davor protokolliert",
  "its officer made no such keys before":
    "Sein Schlüsselinhaber hat davor keine solchen Schlüssel erzeugt",
  "it comes after the closing on paper": "Er steht nach dem Schließen auf Papier",
  "it comes after everyone has signed": "Er steht, nachdem alle unterschrieben haben",
  "no answer came": "Es kam keine Antwort",
  "its answer came broken": "Seine Antwort kam unvollständig",
  "it answered HTTP status {n}": "Es antwortete mit HTTP-Status {n}",
  " (HTTP status {n})": " (HTTP-Status {n})",
  ": no token was given": ": Es wurde kein Token gegeben",
  "is not for a whole container": "Es gilt nicht für einen ganzen Container",
  "lacks {rights}": "Es fehlen die Rechte {rights}",
  "officer {a}, officer {b} and officer {c}":
    "Schlüsselinhaber {a}, Schlüsselinhaber {b} und Schlüsselinhaber {c}",
  "officer {a} and officer {b}": "Schlüsselinhaber {a} und Schlüsselinhaber {b}",
  REHEARSAL: "ÜBUNG",
  administrator: "Administrator",
  witness: "Zeuge",
  Administrator: "Administrator",
  Witness: "Zeuge",
  "The connection to Azure was not opened.": "Die Verbindung zu Azure wurde nicht geöffnet.",
  "Read again.": "Lesen Sie noch einmal.",
  "The connection to the HSM was not opened.": "Die Verbindung zum HSM wurde nicht geöffnet.",
  "The answer could not be saved.": "Die Antwort ließ sich nicht speichern.",
};

/** What a calendar says. */
export const CALENDAR: Sentences = {
  "Every seal is compared with the last record, at each site, within a quarter of the last time.":
    "Jedes Siegel wird mit dem letzten Protokoll verglichen, an jedem Standort, spätestens ein "
    + "Quartal nach dem letzten Mal.",
  "Dry run of recovery": "Probe der Wiederherstellung",
  "A quorum of officers tries the recovery on the offline station, without an HSM, within a year of the last time.":
    "Ein Quorum von Schlüsselinhabern erprobt die Wiederherstellung an der Offline-Station, ohne "
    + "HSM, spätestens ein Jahr nach dem letzten Mal.",
  "Key check of officer {n}, {name}": "Schlüsselprüfung von Schlüsselinhaber {n}, {name}",
  "The officer opens the key once, within a year of the last time, and new seals are put on.":
    "Der Schlüsselinhaber öffnet den Schlüssel einmal, spätestens ein Jahr nach dem letzten Mal, "
    + "und neue Siegel werden angebracht.",
  "Never done before.": "Noch nie durchgeführt.",
  "Due on {day}.": "Fällig am {day}.",
  "overdue,": "überfällig,",
  "REHEARSAL:": "ÜBUNG:",
};

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
