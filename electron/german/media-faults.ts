// Refusals of the room `media`.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const MEDIA_FAULTS: Sentences = {
  "Use another medium and write it again.":
    "Nehmen Sie einen anderen Datenträger und schreiben Sie noch einmal.",
  "Insert the medium again and repeat the step.":
    "Stecken Sie den Datenträger noch einmal ein und wiederholen Sie den Schritt.",
  "Insert the medium that belongs here.": "Stecken Sie den Datenträger ein, der hierher gehört.",
  "The medium is not inserted.": "Der Datenträger steckt nicht.",
  "Insert the medium and repeat the step.":
    "Stecken Sie den Datenträger ein und wiederholen Sie den Schritt.",
  "This is not a medium prepared for a ceremony, or its marker is damaged.":
    "Das ist kein für eine Zeremonie vorbereiteter Datenträger, oder sein Kennzeichen ist beschädigt.",
  "Insert a medium that was prepared with this app.":
    "Stecken Sie einen mit dieser App vorbereiteten Datenträger ein.",
  "This is not the medium that was used before.":
    "Das ist nicht der Datenträger, der vorher verwendet wurde.",
  "Insert the medium that was used before.": "Stecken Sie den vorher verwendeten Datenträger ein.",
  "This medium belongs to a rehearsal, not to a production ceremony.":
    "Dieser Datenträger gehört zu einer Übung, nicht zu einer echten Zeremonie.",
  "This medium belongs to a production ceremony, not to a rehearsal.":
    "Dieser Datenträger gehört zu einer echten Zeremonie, nicht zu einer Übung.",
  "Access to the medium was denied: it is write-protected or not yours.":
    "Der Zugriff auf den Datenträger wurde verweigert: Er ist schreibgeschützt oder nicht der Ihre.",
  "Remove its write protection or use another medium.":
    "Heben Sie den Schreibschutz auf, oder nehmen Sie einen anderen Datenträger.",
  "There is not enough free space on the medium.": "Auf dem Datenträger ist nicht genug Platz.",
  "Use a medium with more free space.": "Nehmen Sie einen Datenträger mit mehr Platz.",
  "The medium was removed while in use; do not trust what is on it.":
    "Der Datenträger wurde während der Verwendung abgezogen; verlassen Sie sich nicht auf das, was darauf ist.",
  "The medium failed while it was being read or written.":
    "Der Datenträger versagte beim Lesen oder Schreiben.",
  "The medium does not return what was written to it.":
    "Der Datenträger gibt nicht zurück, was auf ihn geschrieben wurde.",
  "Do not use this medium any more. Use another one and write it again.":
    "Verwenden Sie diesen Datenträger nicht mehr. Nehmen Sie einen anderen und schreiben Sie noch einmal.",
  "A file with this name is already on the medium; nothing is overwritten.":
    "Eine Datei dieses Namens ist schon auf dem Datenträger; nichts wird überschrieben.",
  "Compare it with the record, or use another medium.":
    "Vergleichen Sie sie mit dem Protokoll, oder nehmen Sie einen anderen Datenträger.",
  "There is nothing to write: the file would be empty.":
    "Es gibt nichts zu schreiben: Die Datei wäre leer.",
  "Repeat the step that makes the file.": "Wiederholen Sie den Schritt, der die Datei erzeugt.",
  "A file name has an invalid form.": "Ein Dateiname hat eine ungültige Form.",
  "Use 1 to 64 letters, digits, dots, hyphens and underscores, and no name the system reserves.":
    "Nehmen Sie 1 bis 64 Buchstaben, Ziffern, Punkte, Binde- und Unterstriche und keinen dem System vorbehaltenen Namen.",
  "Two files on the medium have names that differ only in capitals.":
    "Zwei Dateien auf dem Datenträger haben Namen, die sich nur in Groß- und Kleinschreibung unterscheiden.",
  "Remove the one that does not belong there, or use another medium.":
    "Entfernen Sie die, die nicht hierher gehört, oder nehmen Sie einen anderen Datenträger.",
  "A name on the medium belongs to a link, a folder or a device, not to a file.":
    "Ein Name auf dem Datenträger gehört zu einem Verweis, einem Ordner oder einem Gerät, nicht zu einer Datei.",
  "Use the medium that this file was written to, and have this one examined.":
    "Nehmen Sie den Datenträger, auf den diese Datei geschrieben wurde, und lassen Sie diesen untersuchen.",
  "A file on the medium is too large for a file of its kind.":
    "Eine Datei auf dem Datenträger ist zu groß für eine Datei ihrer Art.",
  "Check that you chose the right file.": "Prüfen Sie, ob Sie die richtige Datei gewählt haben.",
  "A file on the medium changed while it was being read.":
    "Eine Datei auf dem Datenträger änderte sich, während sie gelesen wurde.",
  "Close other programs that use the medium and repeat the step.":
    "Schließen Sie andere Programme, die den Datenträger verwenden, und wiederholen Sie den Schritt.",
  "{file} is not on the medium {medium}, or it is empty.":
    "{file} ist nicht auf dem Datenträger {medium}, oder die Datei ist leer.",
  "Insert the medium that the file was written to. An officer's other medium has the same files: copy it from there, on a computer without a network; the live image copies none.":
    "Stecken Sie den Datenträger ein, auf den die Datei geschrieben wurde. Der andere Datenträger eines Schlüsselinhabers hat dieselben Dateien: Kopieren Sie sie von dort, auf einem Rechner ohne Netz; das Live-Image kopiert keine.",
  "The answer was already finished or abandoned.":
    "Die Antwort war schon abgeschlossen oder aufgegeben.",
  "Repeat the step.": "Wiederholen Sie den Schritt.",
  "The manifest of the medium has an invalid format.":
    "Das Verzeichnis des Datenträgers hat eine ungültige Form.",
  "Have the other station write the medium again.":
    "Lassen Sie die andere Station den Datenträger noch einmal schreiben.",
  "The copy was not finished: {missing} is missing.":
    "Die Kopie wurde nicht fertig: Es fehlt {missing}.",
  "File {n} of the manifest changed after it was written.":
    "Datei {n} des Verzeichnisses hat sich nach dem Schreiben geändert.",
  "Have the other station write the medium again, and have this one examined.":
    "Lassen Sie die andere Station den Datenträger noch einmal schreiben und diesen untersuchen.",
  "There is a private key or a share on this medium, where none may be.":
    "Auf diesem Datenträger ist ein privater Schlüssel oder ein Anteil, wo keiner sein darf.",
  "Stop. Take the medium away and treat that key as exposed. Two people decide how to continue, and note an exception. A file with .received in its name may be the HSM's only answer: copy it to another medium before you take it off this one.":
    "Halten Sie an. Nehmen Sie den Datenträger weg und behandeln Sie diesen Schlüssel als preisgegeben. Zwei Personen entscheiden, wie es weitergeht, und vermerken eine Ausnahme. Eine Datei mit .received im Namen ist vielleicht die einzige Antwort des HSMs: Kopieren Sie sie auf einen anderen Datenträger, bevor Sie sie von diesem nehmen.",
  "There is an archive on this medium, which was not searched for private keys: {kinds}.":
    "Auf diesem Datenträger ist ein Archiv, das nicht nach privaten Schlüsseln durchsucht wurde: {kinds}.",
  "Remove it from the medium. What must travel is put there as plain files.":
    "Entfernen Sie es vom Datenträger. Was reisen muss, kommt als gewöhnliche Datei darauf.",
  "An answer of the HSM on this medium could not be searched for private keys: {kinds}.":
    "Eine Antwort des HSM auf diesem Datenträger konnte nicht nach privaten Schlüsseln durchsucht werden: {kinds}.",
  "Keep this medium, because an HSM may give its answer only once. Copy the file with .received in its name to another medium before you take it off this one. Or continue on the computer that received it, or with another, empty medium in its place.":
    "Heben Sie diesen Datenträger auf: Ein HSM gibt seine Antwort vielleicht nur einmal. Kopieren Sie die Datei mit .received im Namen auf einen anderen Datenträger, bevor Sie sie von diesem nehmen. Oder machen Sie an dem Computer weiter, der sie empfangen hat, oder mit einem anderen, leeren Datenträger an seiner Stelle.",
  "The medium contains more than can be searched for private keys.":
    "Der Datenträger enthält mehr, als sich nach privaten Schlüsseln durchsuchen lässt.",
  "Use a medium that contains only the files of this ceremony.":
    "Nehmen Sie einen Datenträger, der nur die Dateien dieser Zeremonie enthält.",
  "Two drives with this name are inserted at once.":
    "Zwei Laufwerke dieses Namens stecken zugleich.",
  "Pull out the one that does not belong here, and keep it apart.":
    "Ziehen Sie das ab, das nicht hierher gehört, und legen Sie es beiseite.",
  "This place is not on a removable drive; nothing was written there.":
    "Dieser Ort ist nicht auf einem Wechseldatenträger; dort wurde nichts geschrieben.",
  "Insert the USB stick or card that belongs here and repeat the step.":
    "Stecken Sie den USB-Stick oder die Karte ein, die hierher gehört, und wiederholen Sie den Schritt.",
  "The drive is inserted, but this computer has not mounted it.":
    "Das Laufwerk steckt, aber dieser Rechner hat es nicht eingebunden.",
  "Pull it out, insert it again, and wait until the computer shows it.":
    "Ziehen Sie es ab, stecken Sie es wieder ein und warten Sie, bis der Rechner es zeigt.",
  "A program is still using the drive. Do not pull it out.":
    "Ein Programm verwendet das Laufwerk noch. Ziehen Sie es nicht ab.",
  "Close every window that shows the drive, wait a moment, and eject it again.":
    "Schließen Sie jedes Fenster, das das Laufwerk zeigt, warten Sie einen Augenblick und werfen Sie es noch einmal aus.",
  "The drive could not be ejected. Do not pull it out.":
    "Das Laufwerk ließ sich nicht auswerfen. Ziehen Sie es nicht ab.",
  "Eject it with the computer's own tools, or switch the computer off first.":
    "Werfen Sie es mit den Mitteln des Rechners aus, oder schalten Sie zuerst den Rechner aus.",
  "This computer does not report which drives are inserted.":
    "Dieser Rechner meldet nicht, welche Laufwerke stecken.",
  "Wait a moment and look again. If that does not help, restart the computer.":
    "Warten Sie einen Augenblick und sehen Sie noch einmal nach. Hilft das nicht, starten Sie den Rechner neu.",
  "This computer lists its drives in a format that this app does not know.":
    "Dieser Rechner listet seine Laufwerke in einer Form auf, die diese App nicht kennt.",
  "Use a computer of a kind that this app was tested on.":
    "Nehmen Sie einen Rechner einer Art, mit der diese App geprüft wurde.",
  "The computer has run out of memory or file handles.":
    "Dem Rechner sind Arbeitsspeicher oder Dateikennungen ausgegangen.",
  "Close other programs and repeat the step.":
    "Schließen Sie andere Programme und wiederholen Sie den Schritt.",
};
