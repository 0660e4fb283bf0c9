// In German: ../en/rehearse-faults.ts.
import { translation } from "../rows/translation.ts";

export const REHEARSE_FAULTS = translation<"rehearse-faults">()({
  silent: ["83a0932c", "es meldete sich nicht rechtzeitig"],
  backupFailed: ["501aeb5e", "seine Sicherung scheiterte"],
  "E-REHEARSE-TRIAL": ["d8133c5f", "Diese Zeremonie hat keinen Schritt für diese Störung."],
  "E-REHEARSE-TRIAL.next": ["4c4c3d53", "Wählen Sie eine andere Störung oder eine andere Zeremonie."],
  "E-REHEARSE-BEGUN": ["167334c5", "Diese Übung wurde ohne Störungen begonnen."],
  "E-REHEARSE-BEGUN.next": ["cd24708e", "Beenden Sie sie und setzen Sie Störungen, bevor die nächste beginnt."],
  "E-REHEARSE-ABSENT": ["4796acd2", "Schlüsselinhaber {n} wurde gerufen, kommt aber nicht."],
  "E-REHEARSE-ABSENT.next": ["b71b902d", "Vermerken Sie eine Ausnahme: Warten Sie, oder lassen Sie eine Ersatzperson Platz nehmen."],
  "E-REHEARSE-OPENSSL": ["7400628d", "Das Programm openssl konnte für diese Übung keinen Schlüssel erzeugen."],
  "E-REHEARSE-OPENSSL.next": ["7ccdc6d6", "Installieren Sie openssl: Eine Aufnahme wird mit Schlüsseln anderer Werkzeuge geübt."],
  "E-REHEARSE-HSM": ["4534a50b", "Das HSM der Übung ist nicht gestartet ({why})."],
  "E-REHEARSE-HSM.next": ["a7853b5b", "Beheben Sie das, oder schließen Sie andere Programme, und führen Sie denselben Befehl noch einmal aus."],
});
