// Refusals of the smaller rooms.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const OTHER_FAULTS: Sentences = {
  "This computer’s disk could not be read or written.":
    "Der Datenträger dieses Computers war nicht lesbar oder nicht beschreibbar.",
  "See whether it is full, read-only or damaged, then do this again. What was recorded before is safe.":
    "Prüfen Sie, ob er voll, schreibgeschützt oder beschädigt ist, und tun Sie das noch einmal. Was vorher protokolliert wurde, ist sicher.",
  "Keep this folder as it is, and get another copy of the bundle.":
    "Lassen Sie diesen Ordner, wie er ist, und beschaffen Sie eine andere Kopie der Nachweise.",
  "Verify record.jsonl by itself. Get another copy of the rest.":
    "Prüfen Sie record.jsonl für sich. Beschaffen Sie eine andere Kopie des Übrigen.",
  "The log is not a log of Azure Monitor AuditEvents, or it is incomplete.":
    "Das ist kein Log mit AuditEvents von Azure Monitor, oder es ist unvollständig.",
  "Export it again: JSON lines, an array, or an object with records.":
    "Exportieren Sie es noch einmal: JSON-Zeilen, ein Array oder ein Objekt mit records.",
  "These are more than 10,000 files of a log: too many to be compared at once.":
    "Das sind mehr als 10.000 Dateien eines Logs: zu viele für einen Vergleich.",
  "Give the files of one year, or of one month after the other.":
    "Geben Sie die Dateien eines Jahres oder eines Monats nach dem anderen.",
  "A file of the log is larger than 256 MiB.": "Eine Datei des Logs ist größer als 256 MiB.",
  "Export it in parts, such as one file for each day.":
    "Exportieren Sie es in Teilen, etwa eine Datei je Tag.",
  "The log has more than 500,000 events: too many to be compared at once.":
    "Das Log hat mehr als 500.000 Ereignisse: zu viele für einen Vergleich.",
  "Export it in parts, such as one file for each day, and give one after the other.":
    "Exportieren Sie es in Teilen, etwa eine Datei je Tag, und geben Sie eine nach der anderen.",
  "This bundle is incomplete: {missing} is missing.":
    "Diese Nachweise sind unvollständig: Es fehlt {missing}.",
  "It was never finished, or something was removed. Get another copy of it.":
    "Sie wurden nie fertig, oder etwas wurde entfernt. Beschaffen Sie eine andere Kopie.",
  "The list of this bundle's files has an invalid format.":
    "Die Liste der Dateien dieser Nachweise hat eine ungültige Form.",
  "Something in this bundle is not a plain file, or is larger than 64 MiB.":
    "Etwas in diesen Nachweisen ist keine gewöhnliche Datei oder größer als 64 MiB.",
  "The bundle was not read. Get another copy of it.":
    "Die Nachweise wurden nicht gelesen. Beschaffen Sie eine andere Kopie.",
  "This bundle has more than 500 files: no ceremony leaves so many.":
    "Diese Nachweise haben mehr als 500 Dateien: So viele hinterlässt keine Zeremonie.",
  "The bundle was not read. If other files were put into this folder, remove them from a copy of it and look again; otherwise get another copy.":
    "Die Nachweise wurden nicht gelesen. Kamen andere Dateien in diesen Ordner, entfernen Sie sie aus einer Kopie davon und sehen Sie noch einmal nach; sonst beschaffen Sie eine andere Kopie.",
  "The files of this bundle are larger than 128 MiB together: no ceremony leaves so much.":
    "Die Dateien dieser Nachweise sind zusammen größer als 128 MiB: So viel hinterlässt keine Zeremonie.",
  "This bundle contains something that its list does not name.":
    "Diese Nachweise enthalten etwas, was ihre Liste nicht nennt.",
  "The bundle was not read. If you know what it is, remove it and look again.":
    "Die Nachweise wurden nicht gelesen. Wissen Sie, was es ist, entfernen Sie es und sehen Sie noch einmal nach.",
  "{what} of this bundle was changed after it was written.":
    "{what} in diesen Nachweisen wurde nach dem Schreiben verändert.",
  "The script in this bundle is not the one that the record names.":
    "Der Ablauf in diesen Nachweisen ist nicht der, den das Protokoll nennt.",
  "The certificates in this bundle are not those in the record.":
    "Die Zertifikate in diesen Nachweisen sind nicht die im Protokoll.",
  "The list of what is not in this bundle does not match the record.":
    "Die Liste dessen, was nicht in diesen Nachweisen ist, passt nicht zum Protokoll.",
  "The record in this bundle is valid, but it is not closed: signatures are missing.":
    "Das Protokoll in diesen Nachweisen ist gültig, aber nicht geschlossen: Unterschriften fehlen.",
  "If the ceremony is unfinished, finish it. If it was finished, this copy lost its end: get another.":
    "Ist die Zeremonie unfertig, beenden Sie sie. War sie fertig, hat diese Kopie ihr Ende verloren: Beschaffen Sie eine andere.",
  "This station is connected: {names}.": "Diese Station ist verbunden: {names}.",
  "Unplug every cable, switch off every radio, and repeat the step.":
    "Ziehen Sie jedes Kabel ab, schalten Sie jeden Funk aus und wiederholen Sie den Schritt.",
  "This station has had a network, or lost a network device, since it was started.":
    "Diese Station hatte seit ihrem Start ein Netzwerk oder verlor ein Netzwerkgerät.",
  "Restart it with no cable plugged in and all radios off, and repeat the step.":
    "Starten Sie sie ohne Kabel und mit ausgeschaltetem Funk neu und wiederholen Sie den Schritt.",
  "A crash on this computer could leave a key or a passphrase in a file.":
    "Ein Absturz auf diesem Rechner könnte einen Schlüssel oder eine Passphrase in einer Datei hinterlassen.",
  "Start the app by its own launcher, and repeat the step. If it is refused again, remove what collects crashes on this computer: systemd-coredump or apport.":
    "Starten Sie die App mit ihrem eigenen Startprogramm und wiederholen Sie den Schritt. Wird er wieder abgelehnt, entfernen Sie, was auf diesem Rechner Abstürze sammelt: systemd-coredump oder apport.",
  "This computer writes memory to its disk: {names}.":
    "Dieser Rechner schreibt Arbeitsspeicher auf sein Laufwerk: {names}.",
  "Switch that off as root (swapoff -a), and repeat the step. Encrypted swap is accepted.":
    "Schalten Sie das als root aus (swapoff -a) und wiederholen Sie den Schritt. Verschlüsselte Auslagerung ist erlaubt.",
  "The state of the network interfaces could not be read.":
    "Der Zustand der Netzwerkschnittstellen ließ sich nicht lesen.",
  "Restart the station. If that does not help, use another one.":
    "Starten Sie die Station neu. Hilft das nicht, nehmen Sie eine andere.",
  "The passphrase file cannot be read.": "Die Passphrasendatei lässt sich nicht lesen.",
  "Check its path and permissions.": "Prüfen Sie ihren Pfad und ihre Rechte.",
  "The passphrase file has no line for officer {n}.":
    "Die Passphrasendatei hat keine Zeile für Schlüsselinhaber {n}.",
  "Put one passphrase on each line, officer 1 first.":
    "Schreiben Sie eine Passphrase je Zeile, Schlüsselinhaber 1 zuerst.",
  "The cards and notes of the rehearsal cannot be read; they stay as they are.":
    "Die Karten und Notizen der Übung lassen sich nicht lesen; sie bleiben, wie sie sind.",
  "Run the same command again; if it stays so, rehearse in fresh folders.":
    "Führen Sie denselben Befehl noch einmal aus; bleibt es so, üben Sie in neuen Ordnern.",
  "A card or note of the rehearsal is missing.": "Eine Karte oder Notiz der Übung fehlt.",
  "Run the rehearsal in fresh folders.": "Führen Sie die Übung in neuen Ordnern durch.",
  "This ceremony has no step for this drill.":
    "Diese Zeremonie hat keinen Schritt für diese Störung.",
  "Choose another drill, or another ceremony.":
    "Wählen Sie eine andere Störung oder eine andere Zeremonie.",
  "This rehearsal was started without drills.": "Diese Übung wurde ohne Störungen begonnen.",
  "Finish it, and set drills before the next one starts.":
    "Beenden Sie sie und setzen Sie Störungen, bevor die nächste beginnt.",
  "Officer {n} was called but does not come.":
    "Schlüsselinhaber {n} wurde gerufen, kommt aber nicht.",
  "Note an exception: wait, or let a substitute take the seat.":
    "Vermerken Sie eine Ausnahme: Warten Sie, oder lassen Sie eine Ersatzperson Platz nehmen.",
  "The program openssl could not make a key for this rehearsal.":
    "Das Programm openssl konnte für diese Übung keinen Schlüssel erzeugen.",
  "Install openssl: an adoption is rehearsed with keys made by other tools.":
    "Installieren Sie openssl: Eine Aufnahme wird mit Schlüsseln anderer Werkzeuge geübt.",
  "The rehearsal HSM did not start ({why}).": "Das HSM der Übung ist nicht gestartet ({why}).",
  "Mend that, or close other programs, and run the same command again.":
    "Beheben Sie das, oder schließen Sie andere Programme, und führen Sie denselben Befehl noch einmal aus.",
  "The folder has no photographs, more than 40, one of more than 16 MB, or a file of another kind.":
    "Der Ordner enthält keine Fotos, mehr als 40, eines von mehr als 16 MB oder eine Datei anderer Art.",
  "Choose a folder with 1 to 40 JPEG or PNG files, as the camera made them.":
    "Wählen Sie einen Ordner mit 1 bis 40 JPEG- oder PNG-Dateien, wie die Kamera sie gemacht hat.",
  "This output folder already contains a finished record.":
    "Dieser Ausgabeordner enthält schon ein fertiges Protokoll.",
  "Give another folder; a finished record is never overwritten.":
    "Geben Sie einen anderen Ordner; ein fertiges Protokoll wird nie überschrieben.",
  "This output folder contains something else.": "Dieser Ausgabeordner enthält etwas anderes.",
  "Give an empty or a new folder: only the evidence may be in it.":
    "Geben Sie einen leeren oder neuen Ordner: Nur die Nachweise dürfen darin sein.",
  "These media already contain a finished activation.":
    "Diese Datenträger enthalten schon eine fertige Aktivierung.",
  "Rehearse a recovery with them, or give fresh media.":
    "Üben Sie damit eine Wiederherstellung, oder geben Sie neue Datenträger.",
  "Another ceremony is unfinished on these media.":
    "Auf diesen Datenträgern ist eine andere Zeremonie unfertig.",
  "Finish it first, with the command it was started with.":
    "Beenden Sie sie zuerst, mit dem Befehl, mit dem sie begonnen wurde.",
  "These media contain no finished activation to recover from.":
    "Diese Datenträger enthalten keine fertige Aktivierung, von der wiederherzustellen wäre.",
  "Rehearse an activation with these media first.":
    "Üben Sie mit diesen Datenträgern zuerst eine Aktivierung.",
  "Another program is rehearsing with these media now.":
    "Ein anderes Programm übt gerade mit diesen Datenträgern.",
  "Let it finish or stop it; to rehearse at the same time, give each a folder of its own.":
    "Lassen Sie es zu Ende laufen oder beenden Sie es; um gleichzeitig zu üben, geben Sie jedem einen eigenen Ordner.",
  "A folder of the rehearsal cannot be created or written to.":
    "Ein Ordner der Übung lässt sich nicht anlegen oder beschreiben.",
  "Check its path, permissions and free space.":
    "Prüfen Sie seinen Pfad, seine Rechte und den freien Platz.",
  "The built-in HSM of the rehearsal stopped.": "Das eingebaute HSM der Übung hat angehalten.",
  "Start this step again, or run the same command again: it starts with all that it had.":
    "Beginnen Sie diesen Schritt neu, oder geben Sie denselben Befehl noch einmal: Es startet mit allem, was es hatte.",
  "The ceremony is closed, but the program that makes its PDFs is not beside this one.":
    "Die Zeremonie ist geschlossen, aber das Programm, das ihre PDFs erstellt, liegt nicht neben diesem.",
  "Copy paper.cjs beside it, and run the same command again: then only the papers are made.":
    "Kopieren Sie paper.cjs daneben und führen Sie denselben Befehl noch einmal aus: Dann werden nur die Papiere erstellt.",
  "Another ceremony is unfinished at this station.":
    "An dieser Station ist eine andere Zeremonie unfertig.",
  "Finish that one first: Home names it.": "Beenden Sie zuerst jene: Die Startseite nennt sie.",
  "This computer has no closed record that this ceremony could continue.":
    "Dieser Rechner hat kein geschlossenes Protokoll, das diese Zeremonie fortsetzen könnte.",
  "At Home, add the record of the ceremony before it; or recover without an earlier record.":
    "Fügen Sie auf der Startseite das Protokoll der Zeremonie davor hinzu; oder stellen Sie ohne früheres Protokoll wieder her.",
  "The site file names a rehearsal's SGX root certificate, not Intel's.":
    "Die Standortdatei nennt das SGX-Wurzelzertifikat einer Übung, nicht das von Intel.",
  "Choose the site file of the HSM itself, without sgxRootFile.":
    "Wählen Sie die Standortdatei des HSM selbst, ohne sgxRootFile.",
  "This station does not know which HSM to ask.":
    "Diese Station weiß nicht, welches HSM zu fragen ist.",
  "At Home, choose the site file of the HSM, then take part again.":
    "Wählen Sie auf der Startseite die Standortdatei des HSM, dann nehmen Sie noch einmal teil.",
  "A medium of officer {n} already contains a key file.":
    "Ein Datenträger von Schlüsselinhaber {n} enthält schon eine Schlüsseldatei.",
  "Insert a fresh medium; keys are never overwritten.":
    "Stecken Sie einen neuen Datenträger ein; Schlüssel werden nie überschrieben.",
  "The stick of this medium has another partition, which was not searched for private keys.":
    "Der Stick dieses Datenträgers hat eine weitere Partition, die nicht nach privaten Schlüsseln durchsucht wurde.",
  "Use a stick with one partition, or copy the medium's files to one.":
    "Nehmen Sie einen Stick mit einer Partition, oder kopieren Sie die Dateien des Datenträgers auf einen.",
  "An officer's own medium is in this connected computer.":
    "Der eigene Datenträger eines Schlüsselinhabers steckt in diesem verbundenen Rechner.",
  "Take it out and leave it out; the key on it counts as seen, and two people decide what happens.":
    "Ziehen Sie ihn ab und lassen Sie ihn draußen; der Schlüssel darauf gilt als gesehen, und zwei Personen entscheiden, was geschieht.",
  "{file} on the own medium of officer {n} is not the file on record.":
    "{file} auf dem eigenen Datenträger von Schlüsselinhaber {n} ist nicht die Datei, die im Protokoll steht.",
  "Their backup medium has the same files: copy {file} from there, on a computer without a network; the live image copies none. What has changed is not sealed.":
    "Ihr Ersatzdatenträger hat dieselben Dateien: Kopieren Sie {file} von dort, auf einem Rechner ohne Netz; das Live-Image kopiert keine. Was verändert ist, wird nicht versiegelt.",
  "The backup medium of officer {n} no longer holds the files that were made.":
    "Der Ersatzdatenträger von Schlüsselinhaber {n} enthält nicht mehr die erzeugten Dateien.",
  "Insert the medium as it was after the key was made; what is changed is not sealed.":
    "Stecken Sie den Datenträger ein, wie er nach dem Erzeugen des Schlüssels war; was verändert ist, wird nicht versiegelt.",
  "There is no security domain on the transfer medium or on the medium for its copy.":
    "Weder auf dem Transportdatenträger noch auf dem Datenträger der Kopie ist eine Sicherheitsdomäne.",
  "Copy the unchanged file to one of them, with a name without spaces that ends with .json.":
    "Kopieren Sie die unveränderte Datei auf einen davon, mit einem Namen ohne Leerzeichen, der auf .json endet.",
  "The media contain security domains that differ.":
    "Die Datenträger enthalten Sicherheitsdomänen, die sich unterscheiden.",
  "Leave only the newest one, on one medium or on both, and look again.":
    "Lassen Sie nur die neueste, auf einem oder beiden Datenträgern, und suchen Sie noch einmal.",
  "The medium of officer {n} has no key that matches the security domain.":
    "Der Datenträger von Schlüsselinhaber {n} hat keinen Schlüssel, der zur Sicherheitsdomäne passt.",
  "Insert the medium with the key and its certificate, named alike: name.key and name.cer; or in one file: name.pfx, name.p12 or name.pem.":
    "Stecken Sie den Datenträger mit dem Schlüssel und seinem Zertifikat ein, gleich benannt: name.key und name.cer; oder in einer Datei: name.pfx, name.p12 oder name.pem.",
  "The key of officer {n} is in one file with its certificate, under a passphrase that is not asked for yet.":
    "Der Schlüssel von Schlüsselinhaber {n} ist mit seinem Zertifikat in einer Datei, unter einer Passphrase, nach der hier noch nicht gefragt wird.",
  "Write the certificate beside it: openssl pkcs12 -in NAME.pfx -clcerts -nokeys | openssl x509 -out NAME.cer.":
    "Schreiben Sie das Zertifikat daneben: openssl pkcs12 -in NAME.pfx -clcerts -nokeys | openssl x509 -out NAME.cer.",
  "Two officers have brought the same key.":
    "Zwei Schlüsselinhaber haben denselben Schlüssel gebracht.",
  "Each officer must bring their own key.":
    "Jeder Schlüsselinhaber muss seinen eigenen Schlüssel bringen.",
  "The security domain is on neither medium.":
    "Die Sicherheitsdomäne ist auf keinem der Datenträger.",
  "Insert the transfer medium or the copy.":
    "Stecken Sie den Transportdatenträger oder die Kopie ein.",
  "The HSM's answer was saved to both media but could not be understood.":
    "Die Antwort des HSM wurde auf beide Datenträger gespeichert, war aber nicht zu verstehen.",
  "Keep both media and read the saved file; only if it is not the HSM's (a proxy's page, for example) two people decide to download again, and it is set aside.":
    "Bewahren Sie beide Datenträger auf und lesen Sie die gespeicherte Datei; nur wenn sie nicht vom HSM ist (zum Beispiel die Seite eines Proxys), beschließen zwei Personen, noch einmal zu laden, und sie wird beiseitegelegt.",
  "The HSM's answer ended early; what arrived was set aside.":
    "Die Antwort des HSM endete vorzeitig; was ankam, wurde beiseitegelegt.",
  "Ask the HSM for its state; nothing is repeated blindly.":
    "Fragen Sie das HSM nach seinem Zustand; nichts wird blind wiederholt.",
  "This station's own disk does not keep the HSM's answer.":
    "Das Laufwerk dieser Station bewahrt die Antwort des HSM nicht auf.",
  "The script on the transfer medium is not the one that the record names.":
    "Der Ablauf auf dem Transportdatenträger ist nicht der, den das Protokoll nennt.",
  "Files that the record names are not on this transfer medium.":
    "Dateien, die das Protokoll nennt, sind nicht auf diesem Transportdatenträger.",
  "Insert the medium that has them, or copy them to this one, and write the record to it again.":
    "Legen Sie den Datenträger ein, der sie enthält, oder kopieren Sie sie auf diesen, und schreiben Sie das Protokoll "
    + "erneut darauf.",
  "Free space on it, or let this user write there, and try again.":
    "Schaffen Sie Platz darauf, oder lassen Sie diesen Benutzer dort schreiben, und versuchen Sie es noch einmal.",
  "The HSM's answer is whole on {whole}, but not on {failed}, and the HSM may be active now.":
    "Die Antwort des HSM ist vollständig hier: {whole}; aber nicht hier: {failed}. Das HSM kann jetzt aktiv sein.",
  "Nothing is lost, and nothing is asked for again: keep what is whole, repair or exchange the rest, and do this again; the answer is copied to it.":
    "Es ist nichts verloren, und nichts wird noch einmal verlangt: Bewahren Sie auf, was vollständig ist, reparieren oder tauschen Sie das Übrige und tun Sie dies noch einmal; die Antwort wird darauf kopiert.",
  "The HSM's answer came, but could not be kept on {failed}, and the HSM may be active now.":
    "Die Antwort des HSM kam, ließ sich aber hier nicht aufbewahren: {failed}. Das HSM kann jetzt aktiv sein.",
  "Set these media aside as they are, free the disk or insert other media, and do this again: the HSM is asked for its state, and two people decide whether to download again.":
    "Legen Sie diese Datenträger beiseite, wie sie sind, schaffen Sie Platz auf dem Laufwerk oder stecken Sie andere Datenträger ein, und tun Sie dies noch einmal: Das HSM wird nach seinem Zustand gefragt, und zwei Personen entscheiden, ob noch einmal geladen wird.",
  "The HSM did not accept the restore blob; it is still waiting.":
    "Das HSM hat den Restore-Blob nicht angenommen; es wartet noch.",
  "Do it once more: the same blob is sent again. If it is refused again, make a new one: in a ceremony, note an exception, abort, and hold the recovery again.":
    "Tun Sie es noch einmal: Derselbe Blob wird wieder gesendet. Wird er wieder abgelehnt, erzeugen Sie einen neuen: In einer Zeremonie vermerken Sie dafür eine Ausnahme, brechen ab und führen die Wiederherstellung noch einmal durch.",
  "The HSM did not accept the blob: its exchange key is no longer the one the blob was made for.":
    "Das HSM hat den Blob nicht angenommen: Sein Austauschschlüssel ist nicht mehr der, für den der Blob erzeugt wurde.",
  "Fetch the new exchange key, and make a blob for it: in a ceremony, note an exception, abort, and hold the recovery again.":
    "Holen Sie den neuen Austauschschlüssel ab und erzeugen Sie einen Blob dafür: In einer Zeremonie vermerken Sie eine Ausnahme, brechen ab und führen die Wiederherstellung noch einmal durch.",
  "This refusal cannot be accepted here.": "Diese Ablehnung lässt sich hier nicht zulassen.",
  "In a recovery only these can be accepted: {codes}.":
    "In einer Wiederherstellung lassen sich nur diese zulassen: {codes}.",
  "No officer here has a signing key, so nobody can sign the record.":
    "Kein Schlüsselinhaber hier hat einen Signierschlüssel; also kann niemand das Protokoll unterschreiben.",
  "Close the record on paper.": "Schließen Sie das Protokoll auf Papier.",
  "The step has no such choice.": "Der Schritt hat keine solche Wahl.",
  "Choose one of those on the screen.": "Wählen Sie eine der auf dem Bildschirm angebotenen.",
  "The certificate of officer {n} on this medium is not the one in the last record.":
    "Das Zertifikat von Schlüsselinhaber {n} auf diesem Datenträger ist nicht das im letzten Protokoll.",
  "Use the officer's own medium; otherwise report the key as lost.":
    "Nehmen Sie den eigenen Datenträger des Schlüsselinhabers; sonst melden Sie den Schlüssel als verloren.",
  "This is not a completed part of a custody attestation.":
    "Das ist kein geschlossener Teil einer Verwahrungsprüfung.",
  "Choose the file of the officer's part.":
    "Wählen Sie die Datei mit dem Teil des Schlüsselinhabers.",
  "This part belongs to another officer, or continues another record.":
    "Dieser Teil gehört einem anderen Schlüsselinhaber oder setzt ein anderes Protokoll fort.",
  "Choose the part that this officer did since the last record.":
    "Wählen Sie den Teil, den dieser Schlüsselinhaber seit dem letzten Protokoll erledigt hat.",
  "The signing certificate of officer {n} is not the one in the earlier record.":
    "Das Signierzertifikat von Schlüsselinhaber {n} ist nicht das im früheren Protokoll.",
  "Use the officer's own medium; otherwise replace the officer first.":
    "Nehmen Sie den eigenen Datenträger des Schlüsselinhabers; sonst ersetzen Sie zuerst den Schlüsselinhaber.",
  "Nothing was written. Start this step again.":
    "Es wurde nichts geschrieben. Beginnen Sie diesen Schritt neu.",
  "The secure process received a request that it does not know.":
    "Der gesicherte Prozess erhielt eine Anfrage, die er nicht kennt.",
  "The typed text did not arrive completely.": "Der getippte Text kam nicht vollständig an.",
  "Type it again.": "Tippen Sie ihn noch einmal.",
  "No folder for temporary files takes the secure process's socket.":
    "Kein Ordner für temporäre Dateien nimmt den Socket des gesicherten Prozesses auf.",
  "Free space in it, or set TMPDIR to a folder with a short path in which this user may write and nobody else may change anything; then start this step again.":
    "Schaffen Sie darin Platz, oder setzen Sie TMPDIR auf einen Ordner mit kurzem Pfad, in den dieser Benutzer schreiben und in dem niemand sonst etwas ändern darf; dann beginnen Sie diesen Schritt neu.",
  "What answers in place of the secure process was not started by this program.":
    "Was an der Stelle des gesicherten Prozesses antwortet, hat nicht dieses Programm gestartet.",
  "Nothing was sent to it and nothing was written: find out who else uses this computer, and start this step again on one that nobody else uses.":
    "Es wurde ihm nichts geschickt und nichts geschrieben: Finden Sie heraus, wer diesen Computer sonst benutzt, und beginnen Sie diesen Schritt neu auf einem, den niemand sonst benutzt.",
  "The secure process cannot be reached.": "Der gesicherte Prozess ist nicht zu erreichen.",
  "This page may not send requests.": "Diese Seite darf keine Anfragen senden.",
  "Close the window and start the app again.":
    "Schließen Sie das Fenster und starten Sie die App neu.",
  "The app could not understand the request from the window.":
    "Die App konnte die Anfrage des Fensters nicht verstehen.",
  "The request from the window is too large.": "Die Anfrage des Fensters ist zu groß.",
  "Shorten the entries and press again.": "Kürzen Sie die Eingaben und drücken Sie noch einmal.",
  "The window sends too many requests at once.": "Das Fenster sendet zu viele Anfragen auf einmal.",
  "Wait a second and press again. If it happens again, close the app and start it again.":
    "Warten Sie eine Sekunde und drücken Sie noch einmal. Geschieht es wieder, schließen Sie die App und starten Sie sie neu.",
  "The secure process stopped.": "Der gesicherte Prozess hat angehalten.",
  "A process received a request that it does not know.":
    "Ein Prozess erhielt eine Anfrage, die er nicht kennt.",
  "Start this step again.": "Beginnen Sie diesen Schritt neu.",
  "A process of this app ran into an error.":
    "In einem Prozess dieser App ist ein Fehler aufgetreten.",
  "Start this step again, and report it.": "Beginnen Sie diesen Schritt neu und melden Sie es.",
};
