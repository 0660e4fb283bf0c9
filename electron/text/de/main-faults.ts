// In German: ../en/main-faults.ts.
import { translation } from "../rows/translation.ts";

export const MAIN_FAULTS = translation<"main-faults">()({
  "E-BRIDGE-SENDER": ["de6b682c", "Diese Seite darf keine Anfragen senden."],
  "E-BRIDGE-SENDER.next": ["67ba0028", "Schließen Sie das Fenster und starten Sie die App neu."],
  "E-BRIDGE-SHAPE": ["df1d87f4", "Die App konnte die Anfrage des Fensters nicht verstehen."],
  "E-BRIDGE-SHAPE.next": ["a568c964", "Berichtigen Sie die Eingaben und drücken Sie noch einmal."],
  "E-BRIDGE-SIZE": ["8ac9f408", "Die Anfrage des Fensters ist zu groß."],
  "E-BRIDGE-SIZE.next": ["1b28b3f5", "Kürzen Sie die Eingaben und drücken Sie noch einmal."],
  "E-BRIDGE-RATE": ["d8623718", "Das Fenster sendet zu viele Anfragen auf einmal."],
  "E-BRIDGE-RATE.next": ["08a05293", "Warten Sie eine Sekunde und drücken Sie noch einmal. Geschieht es wieder, schließen Sie die App und starten Sie sie neu."],
  "E-BRIDGE-BUG": ["37f7915b", "In dieser App ist ein eigener Fehler aufgetreten."],
  "E-BRIDGE-BUG.next": ["97c16e97", "Es ist nichts verloren: Das Protokoll ist sicher. Starten Sie die App neu und melden Sie den Fehler."],
});
