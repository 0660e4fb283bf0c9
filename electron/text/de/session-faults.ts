// In German: ../en/session-faults.ts.
import type { SESSION_FAULTS as ENGLISH } from "../en/session-faults.ts";
import { translation } from "../translation.ts";

export const SESSION_FAULTS = translation<typeof ENGLISH>()({
  "E-PHOTO-FILES": ["17e3f997", "Der Ordner enthält keine Fotos, mehr als 40, eines von mehr als 16 MB oder eine Datei anderer Art."],
  "E-PHOTO-FILES.next": ["d8e815e2", "Wählen Sie einen Ordner mit 1 bis 40 JPEG- oder PNG-Dateien, wie die Kamera sie gemacht hat."],
  "E-REHEARSE-DONE": ["b1ae1848", "Dieser Ausgabeordner enthält schon ein fertiges Protokoll."],
  "E-REHEARSE-DONE.next": ["bbe39af6", "Geben Sie einen anderen Ordner; ein fertiges Protokoll wird nie überschrieben."],
  "E-REHEARSE-OUT": ["4cc806ab", "Dieser Ausgabeordner enthält etwas anderes."],
  "E-REHEARSE-OUT.next": ["2d4eb60c", "Geben Sie einen leeren oder neuen Ordner: Nur die Nachweise dürfen darin sein."],
  "E-REHEARSE-MEDIA-DONE": ["1afaea3c", "Diese Datenträger enthalten schon eine fertige Aktivierung."],
  "E-REHEARSE-MEDIA-DONE.next": ["96294582", "Üben Sie damit eine Wiederherstellung, oder geben Sie neue Datenträger."],
  "E-REHEARSE-OTHER": ["95f0bc72", "Auf diesen Datenträgern ist eine andere Zeremonie unfertig."],
  "E-REHEARSE-OTHER.next": ["896eb8a1", "Beenden Sie sie zuerst, mit dem Befehl, mit dem sie begonnen wurde."],
  "E-REHEARSE-NO-ACTIVATION": ["adb2578a", "Diese Datenträger enthalten keine fertige Aktivierung, von der wiederherzustellen wäre."],
  "E-REHEARSE-NO-ACTIVATION.next": ["3a31ed4b", "Üben Sie mit diesen Datenträgern zuerst eine Aktivierung."],
  "E-REHEARSE-BUSY": ["46a1e1f6", "Ein anderes Programm übt gerade mit diesen Datenträgern."],
  "E-REHEARSE-BUSY.next": ["e8cacfec", "Lassen Sie es zu Ende laufen oder beenden Sie es; um gleichzeitig zu üben, geben Sie jedem einen eigenen Ordner."],
  "E-REHEARSE-FOLDER": ["c7f58efc", "Ein Ordner der Übung lässt sich nicht anlegen oder beschreiben."],
  "E-REHEARSE-FOLDER.next": ["b57bad59", "Prüfen Sie seinen Pfad, seine Rechte und den freien Platz."],
  "E-REHEARSE-PAPERS": ["a9d10e25", "Die Zeremonie ist geschlossen, aber das Programm, das ihre PDFs erstellt, liegt nicht neben diesem."],
  "E-REHEARSE-PAPERS.next": ["2867af23", "Kopieren Sie paper.cjs daneben und führen Sie denselben Befehl noch einmal aus: Dann werden nur die Papiere erstellt."],
  "E-HSM-GONE": ["654a384a", "Das eingebaute HSM der Übung hat angehalten."],
  "E-HSM-GONE.next": ["c978a4bf", "Beginnen Sie diesen Schritt neu, oder geben Sie denselben Befehl noch einmal: Es startet mit allem, was es hatte."],
  "E-POST-UNFINISHED": ["6df71348", "An dieser Station ist eine andere Zeremonie unfertig."],
  "E-POST-UNFINISHED.next": ["3683ee5b", "Beenden Sie zuerst jene: Die Startseite nennt sie."],
  "E-POST-EARLIER": ["b17351d0", "Dieser Rechner hat kein geschlossenes Protokoll, das diese Zeremonie fortsetzen könnte."],
  "E-POST-EARLIER.next": ["6b7d32f6", "Fügen Sie auf der Startseite das Protokoll der Zeremonie davor hinzu; oder stellen Sie ohne früheres Protokoll wieder her."],
  "E-POST-ROOT": ["82566c03", "Die Standortdatei nennt das SGX-Wurzelzertifikat einer Übung, nicht das von Intel."],
  "E-POST-ROOT.next": ["e175154f", "Wählen Sie die Standortdatei des HSM selbst, ohne sgxRootFile."],
  "E-POST-SITE": ["455637f3", "Diese Station weiß nicht, welches HSM zu fragen ist."],
  "E-POST-SITE.next": ["e9af8579", "Wählen Sie auf der Startseite die Standortdatei des HSM, dann nehmen Sie noch einmal teil."],
});
