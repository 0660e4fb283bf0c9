// In German: ../en/evidence-faults.ts.
import type { EVIDENCE_FAULTS as ENGLISH } from "../en/evidence-faults.ts";
import { translation } from "../translation.ts";

export const EVIDENCE_FAULTS = translation<typeof ENGLISH>()({
  copy: ["714d53d0", "Lassen Sie diesen Ordner, wie er ist, und beschaffen Sie eine andere Kopie der Nachweise."],
  notRead: ["027f62ed", "Die Nachweise wurden nicht gelesen. Kamen andere Dateien in diesen Ordner, entfernen Sie sie aus einer Kopie davon und sehen Sie noch einmal nach; sonst beschaffen Sie eine andere Kopie."],
  remake: ["deac08ac", "Prüfen Sie record.jsonl für sich. Beschaffen Sie eine andere Kopie des Übrigen."],
  "E-AUDIT-FORM": ["b648be77", "Das ist kein Log mit AuditEvents von Azure Monitor, oder es ist unvollständig."],
  "E-AUDIT-FORM.next": ["df1ea0db", "Exportieren Sie es noch einmal: JSON-Zeilen, ein Array oder ein Objekt mit records."],
  "E-AUDIT-FILES": ["70c7e4c7", "Das sind mehr als 10.000 Dateien eines Logs: zu viele für einen Vergleich."],
  "E-AUDIT-FILES.next": ["67fdc8d9", "Geben Sie die Dateien eines Jahres oder eines Monats nach dem anderen."],
  "E-AUDIT-SIZE": ["ede3d5fb", "Eine Datei des Logs ist größer als 256 MiB."],
  "E-AUDIT-SIZE.next": ["da733b3a", "Exportieren Sie es in Teilen, etwa eine Datei je Tag."],
  "E-AUDIT-MANY": ["dda47c97", "Das Log hat mehr als 500.000 Ereignisse: zu viele für einen Vergleich."],
  "E-AUDIT-MANY.next": ["0d65c86c", "Exportieren Sie es in Teilen, etwa eine Datei je Tag, und geben Sie eine nach der anderen."],
  "E-BUNDLE-INCOMPLETE": ["424e9cbb", "Diese Nachweise sind unvollständig: Es fehlt {missing}."],
  "E-BUNDLE-INCOMPLETE.next": ["77e04e35", "Sie wurden nie fertig, oder etwas wurde entfernt. Beschaffen Sie eine andere Kopie."],
  "E-BUNDLE-MANIFEST": ["eb9d0b94", "Die Liste der Dateien dieser Nachweise hat eine ungültige Form."],
  "E-BUNDLE-KIND": ["ed4de3a0", "Etwas in diesen Nachweisen ist keine gewöhnliche Datei oder größer als 64 MiB."],
  "E-BUNDLE-KIND.next": ["b9a9032d", "Die Nachweise wurden nicht gelesen. Beschaffen Sie eine andere Kopie."],
  "E-BUNDLE-FILES": ["d599462d", "Diese Nachweise haben mehr als 500 Dateien: So viele hinterlässt keine Zeremonie."],
  "E-BUNDLE-SIZE": ["b5381883", "Die Dateien dieser Nachweise sind zusammen größer als 128 MiB: So viel hinterlässt keine Zeremonie."],
  "E-BUNDLE-EXTRA": ["c9cf8123", "Diese Nachweise enthalten etwas, was ihre Liste nicht nennt."],
  "E-BUNDLE-EXTRA.next": ["15a494e9", "Die Nachweise wurden nicht gelesen. Wissen Sie, was es ist, entfernen Sie es und sehen Sie noch einmal nach."],
  "E-BUNDLE-HASH": ["4f71b7eb", "{what} in diesen Nachweisen wurde nach dem Schreiben verändert."],
  "E-BUNDLE-SCRIPT": ["3f071081", "Der Ablauf in diesen Nachweisen ist nicht der, den das Protokoll nennt."],
  "E-BUNDLE-CERTIFICATES": ["f073e336", "Die Zertifikate in diesen Nachweisen sind nicht die im Protokoll."],
  "E-BUNDLE-NOT-INCLUDED": ["3007deb8", "Die Liste dessen, was nicht in diesen Nachweisen ist, passt nicht zum Protokoll."],
  "E-BUNDLE-OPEN": ["94135e7d", "Das Protokoll in diesen Nachweisen ist gültig, aber nicht geschlossen: Unterschriften fehlen."],
  "E-BUNDLE-OPEN.next": ["47ae9760", "Ist die Zeremonie unfertig, beenden Sie sie. War sie fertig, hat diese Kopie ihr Ende verloren: Beschaffen Sie eine andere."],
});
