// Refusals of the room `journal`.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const JOURNAL_FAULTS: Sentences = {
  "Use the other station's copy of this record, or the one on the medium; compare heads.":
    "Nehmen Sie die Kopie dieses Protokolls von der anderen Station oder vom Datenträger; vergleichen Sie die Prüfwerte.",
  "Stop. Keep this file as it is and compare it with the other copies of the record.":
    "Halten Sie an. Lassen Sie diese Datei, wie sie ist, und vergleichen Sie sie mit den anderen Kopien des Protokolls.",
  "Continue on paper: write down what happens. Do no step that needs a passphrase.":
    "Machen Sie auf Papier weiter: Schreiben Sie auf, was geschieht. Tun Sie keinen Schritt, der eine Passphrase braucht.",
  "This is an error in the app: note it as an exception and report it.":
    "Das ist ein Fehler der App: Vermerken Sie ihn als Ausnahme und melden Sie ihn.",
  "The record is empty.": "Das Protokoll ist leer.",
  "The file is larger than 64 MiB: too large for a record.":
    "Die Datei ist größer als 64 MiB: zu groß für ein Protokoll.",
  "Entry {n} of the record is larger than 8 MiB: no ceremony writes such an entry.":
    "Eintrag {n} des Protokolls ist größer als 8 MiB: Einen solchen schreibt keine Zeremonie.",
  "The record ends in the middle of entry {n}.": "Das Protokoll endet mitten in Eintrag {n}.",
  "Entry {n} of the record is incomplete or unreadable.":
    "Eintrag {n} des Protokolls ist unvollständig oder nicht lesbar.",
  "Entry {n} of the record is not in canonical form.":
    "Eintrag {n} des Protokolls ist nicht in der festgelegten Schreibweise.",
  "Entry {n} of the record has an invalid format.":
    "Eintrag {n} des Protokolls hat eine ungültige Form.",
  "Entry {n} of the record was altered.": "Eintrag {n} des Protokolls wurde verändert.",
  "Entry {n} of the record does not follow the one before it: something was dropped, doubled, moved or inserted.":
    "Eintrag {n} des Protokolls folgt nicht dem davor: Etwas wurde weggelassen, verdoppelt, verschoben oder eingefügt.",
  "The signature in entry {n} is not valid: {what}.":
    "Die Unterschrift in Eintrag {n} ist nicht gültig: {what}.",
  "Entry {n} of the record is not allowed there: {what}.":
    "Eintrag {n} des Protokolls ist dort nicht erlaubt: {what}.",
  "This record has format version {found}; this app knows {known}.":
    "Dieses Protokoll hat die Formatversion {found}; diese App kennt {known}.",
  "Use the newer app. This one can keep the record, but cannot read or continue it.":
    "Nehmen Sie die neuere App. Diese kann das Protokoll aufbewahren, aber nicht lesen oder fortsetzen.",
  "The record ends at entry {last}, and the head given {where}.":
    "Das Protokoll endet bei Eintrag {last}, und der gegebene Prüfwert {where}.",
  "Check that the head was copied correctly. If it was, this is not the whole record.":
    "Prüfen Sie, ob der Prüfwert richtig abgeschrieben wurde. Wenn ja, ist dies nicht das ganze Protokoll.",
  "This record does not continue the ceremony that it should.":
    "Dieses Protokoll setzt nicht die Zeremonie fort, die es fortsetzen soll.",
  "Bring the record of this ceremony.": "Bringen Sie das Protokoll dieser Zeremonie.",
  "This is not a head: a head is 64 hex digits, or at least the first ten words.":
    "Das ist kein Prüfwert: Ein Prüfwert hat 64 Hexadezimalziffern oder mindestens die ersten zehn Wörter.",
  "Copy it again from the printed or spoken head.":
    "Schreiben Sie ihn noch einmal vom Papier oder vom Vorgelesenen ab.",
  "These words are those of the head, but the paper of this record has sixteen.":
    "Diese Wörter gehören zum Prüfwert, aber das Papier dieses Protokolls hat sechzehn.",
  "Enter all sixteen words from the paper.": "Geben Sie alle sechzehn Wörter vom Papier ein.",
  "This names no signing certificate: give at least 20 hex digits or ten words.":
    "Das nennt kein Signierzertifikat: Geben Sie mindestens 20 Hexadezimalziffern oder zehn Wörter.",
  "Copy it again from the officer's card.":
    "Schreiben Sie es noch einmal von der Karte des Schlüsselinhabers ab.",
  "A card that was given is not that of {who}: no such certificate signed here.":
    "Eine gegebene Karte ist nicht die von {who}: Kein solches Zertifikat hat hier unterschrieben.",
  "Compare it with the officer's own card. If it is the right card, somebody else signed this record.":
    "Vergleichen Sie sie mit der eigenen Karte des Schlüsselinhabers. Ist es die richtige, hat jemand anderes dieses Protokoll unterschrieben.",
  "The record that arrived and this station's own copy differ from entry {n} on.":
    "Das angekommene Protokoll und die Kopie dieser Station weichen ab Eintrag {n} voneinander ab.",
  "Stop. This is an incident: keep both records and call the witness.":
    "Halten Sie an. Das ist ein Vorfall: Bewahren Sie beide Protokolle auf und rufen Sie den Zeugen.",
  "The record that arrived is older than this station's own copy: it ends before entry {n}.":
    "Das angekommene Protokoll ist älter als die Kopie dieser Station: Es endet vor Eintrag {n}.",
  "Bring the medium that was written last.": "Bringen Sie den zuletzt geschriebenen Datenträger.",
  "The record is already open in another window, process {pid}.":
    "Das Protokoll ist schon in einem anderen Fenster offen, Prozess {pid}.",
  "Continue in that window, or close it.":
    "Machen Sie in jenem Fenster weiter, oder schließen Sie es.",
  "The record is open in another container of this computer, or was when that ended.":
    "Das Protokoll ist in einem anderen Container dieses Rechners offen oder war es, als dieser endete.",
  "Close it there; only if nothing runs there any more, delete the files in the folder lock beside the record.":
    "Schließen Sie es dort; nur wenn dort nichts mehr läuft, löschen Sie die Dateien im Ordner lock neben dem Protokoll.",
  "An entry may contain only text, whole numbers, yes or no, lists, named fields.":
    "Ein Eintrag darf nur Text, ganze Zahlen, ja oder nein, Listen und benannte Felder enthalten.",
  "The disk is full; the last entry was not accepted.":
    "Das Laufwerk ist voll; der letzte Eintrag wurde nicht angenommen.",
  "Free some space, then open the ceremony again. {0}":
    "Schaffen Sie Platz, dann öffnen Sie die Zeremonie noch einmal. {0}",
  "The disk does not allow the record to be written.":
    "Das Laufwerk erlaubt nicht, das Protokoll zu schreiben.",
  "Make the disk writable, then open the ceremony again. {0}":
    "Machen Sie das Laufwerk beschreibbar, dann öffnen Sie die Zeremonie noch einmal. {0}",
  "The disk failed while the record was being read or written.":
    "Das Laufwerk versagte beim Lesen oder Schreiben des Protokolls.",
  "Open the ceremony again. If it fails again, use the other station's copy. {0}":
    "Öffnen Sie die Zeremonie noch einmal. Versagt es wieder, nehmen Sie die Kopie der anderen Station. {0}",
  "The file of what waits to be recorded is damaged: notes.json or waiting.json.":
    "Die Datei mit dem, was noch ins Protokoll kommt, ist beschädigt: notes.json oder waiting.json.",
  "Two people read it, note what it says as an exception, and put the file elsewhere. Then do this again.":
    "Zwei Personen lesen sie, halten als Ausnahme fest, was darin steht, und legen die Datei an einen anderen Ort. Dann "
    + "wiederholen Sie dies.",
  "The record's file disappeared while it was open.":
    "Die Datei des Protokolls verschwand, während sie offen war.",
  "Write the record to the transfer medium now, then open the ceremony again. {0}":
    "Schreiben Sie das Protokoll jetzt auf den Transportdatenträger, dann öffnen Sie die Zeremonie noch einmal. {0}",
  "An earlier entry could not be written, so no more entries are accepted.":
    "Ein früherer Eintrag ließ sich nicht schreiben; deshalb wird keiner mehr angenommen.",
  "Open the ceremony again. {0}": "Öffnen Sie die Zeremonie noch einmal. {0}",
  "The record is no longer open.": "Das Protokoll ist nicht mehr offen.",
};
