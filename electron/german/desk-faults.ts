// Refusals of the room `desk`.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const DESK_FAULTS: Sentences = {
  "The screen was not up to date.": "Der Bildschirm war nicht auf dem neuesten Stand.",
  "Look at the screen, then press again.":
    "Sehen Sie auf den Bildschirm, dann drücken Sie noch einmal.",
  "A step is in progress.": "Ein Schritt läuft.",
  "Wait until it is finished.": "Warten Sie, bis er fertig ist.",
  "The ceremony was interrupted, and nobody has confirmed yet how to continue.":
    "Die Zeremonie wurde unterbrochen, und noch hat niemand bestätigt, wie es weitergeht.",
  "Let the witness read what is certain, and confirm.":
    "Lassen Sie den Zeugen lesen, was sicher ist, und bestätigen.",
  "A record on this computer cannot be read: nothing is begun beside it.":
    "Ein Protokoll auf diesem Rechner ist nicht lesbar: Daneben wird nichts begonnen.",
  "Go to Home: it names the folder. Set the record aside there; nothing of it is deleted.":
    "Gehen Sie zur Startseite: Sie nennt den Ordner. Legen Sie das Protokoll dort beiseite; nichts davon wird gelöscht.",
  "Another ceremony was held with these media since, so this one cannot be brought back.":
    "Mit diesen Datenträgern wurde seitdem eine andere Zeremonie abgehalten; diese kann nicht zurückgeholt werden.",
  "Continue with the newer one. What was discarded stays in its folder, which Home names.":
    "Setzen Sie die neuere fort. Das Verworfene bleibt in seinem Ordner; die Startseite nennt ihn.",
  "No ceremony is open in this window.": "In diesem Fenster ist keine Zeremonie offen.",
  "Start one from Home.": "Beginnen Sie eine auf der Startseite.",
  "The offline station has no deployment.": "Die Offline-Station hat keine Bereitstellung.",
  "Use the connected station, or rehearse it.":
    "Nehmen Sie die verbundene Station, oder üben Sie sie.",
  "No site file is chosen, so it is not known which Azure to read.":
    "Es ist keine Standortdatei gewählt; so ist nicht bekannt, welches Azure zu lesen ist.",
  "Go back to Home, choose the site file of this HSM, and come again.":
    "Gehen Sie zur Startseite, wählen Sie die Standortdatei dieses HSM und kommen Sie wieder.",
  "The site file and the plan name different tenants.":
    "Standortdatei und Plan nennen verschiedene Mandanten.",
  "Choose the site file of the plan’s tenant at Home, or correct the plan.":
    "Wählen Sie auf der Startseite die Standortdatei des Mandanten im Plan, oder berichtigen Sie den Plan.",
  "Azure could not be read: {code}. Nothing was recorded.":
    "Azure ließ sich nicht lesen: {code}. Es wurde nichts protokolliert.",
  "Check the network and the sign-in, then read again; or give the answers as files.":
    "Prüfen Sie Netzwerk und Anmeldung und lesen Sie noch einmal; oder geben Sie die Antworten als Dateien.",
  "Somebody stopped it.": "Jemand hat es angehalten.",
  "Start it again when you are ready.": "Beginnen Sie es wieder, wenn Sie bereit sind.",
  "The rehearsal’s subscription refused a command of the next step.":
    "Das Abonnement der Übung hat einen Befehl des nächsten Schritts abgelehnt.",
  "Look at the steps before it: something that it needs was not made. Then start it again.":
    "Sehen Sie sich die Schritte davor an: Etwas, was er braucht, fehlt. Beginnen Sie es dann wieder.",
  "Simulated people act in rehearsals only.": "Simulierte Personen handeln nur in Übungen.",
  "Rehearse the deployment on a computer that is for rehearsals.":
    "Üben Sie die Bereitstellung auf einem Rechner, der für Übungen ist.",
  "A file could not be read: it is too large, or is no file.":
    "Eine Datei ließ sich nicht lesen: Sie ist zu groß oder keine Datei.",
  "Choose plan files of at most 256 KiB, and answers of at most 16 MiB together.":
    "Wählen Sie Plandateien von höchstens 256 KiB und Antworten von zusammen höchstens 16 MiB.",
  "The app could not understand the entries.": "Die App konnte die Eingaben nicht verstehen.",
  "Correct the entries and press again.":
    "Berichtigen Sie die Eingaben und drücken Sie noch einmal.",
  "This program is for rehearsals only.": "Dieses Programm ist nur für Übungen.",
  "Install the app from a package made with Electron's official release.":
    "Installieren Sie die App aus einem Paket mit der offiziellen Ausgabe von Electron.",
  "This computer has been the {kept} station for earlier ceremonies, and stays it.":
    "Dieser Rechner war in früheren Zeremonien die {kept} und bleibt es.",
  "Use another computer for the other station.":
    "Nehmen Sie für die andere Station einen anderen Rechner.",
  "This ceremony was not handed over to this station.":
    "Diese Zeremonie wurde dieser Station nicht übergeben.",
  "Insert the transfer medium that the offline station handed over.":
    "Stecken Sie den Transportdatenträger ein, den die Offline-Station übergeben hat.",
  "This record was not added: it is still open, or was aborted, or is from a rehearsal, or is already here.":
    "Dieses Protokoll wurde nicht hinzugefügt: Es ist noch offen, wurde abgebrochen, stammt aus einer Übung oder ist schon hier.",
  "Finish what is unfinished here, then choose record.jsonl of the newest closed ceremony.":
    "Beenden Sie, was hier unfertig ist, dann wählen Sie record.jsonl der neuesten geschlossenen Zeremonie.",
  "This record was not added: it does not vouch for the certificate of one of its signers.":
    "Dieses Protokoll wurde nicht hinzugefügt: Es bürgt nicht für das Zertifikat eines seiner Unterzeichner.",
  "Add the record before it, and replace that officer’s key again; or adopt the domain.":
    "Fügen Sie das Protokoll davor hinzu und ersetzen Sie den Schlüssel dieses Schlüsselinhabers noch einmal; oder nehmen Sie die Domäne auf.",
  "This record was not added: nothing here shows that it is the one that people closed.":
    "Dieses Protokoll wurde nicht hinzugefügt: Nichts hier zeigt, dass es das ist, das Menschen geschlossen haben.",
  "Enter the words of its head from the paper of that day, then choose the file again.":
    "Geben Sie die Wörter seines Prüfwerts vom Papier jenes Tages ein, dann wählen Sie die Datei noch einmal.",
  "This app ran into an error of its own.": "In dieser App ist ein eigener Fehler aufgetreten.",
  "Nothing was lost: the record is safe. Start the app again, and report the error.":
    "Es ist nichts verloren: Das Protokoll ist sicher. Starten Sie die App neu und melden Sie den Fehler.",
  "The officer was not ready to type.": "Der Schlüsselinhaber war nicht bereit zu tippen.",
  "Start the step again when the officer sits alone at the screen.":
    "Beginnen Sie den Schritt neu, wenn der Schlüsselinhaber allein am Bildschirm sitzt.",
  "The simulated crew acts in an open rehearsal only.":
    "Das simulierte Team handelt nur in einer offenen Übung.",
  "Open a rehearsal first.": "Öffnen Sie zuerst eine Übung.",
  "The witness has not confirmed that the projector and cameras are covered.":
    "Der Zeuge hat nicht bestätigt, dass Projektor und Kameras verdeckt sind.",
  "Cover them, and let the witness confirm both.":
    "Verdecken Sie sie, und lassen Sie den Zeugen beides bestätigen.",
  "A line of words heard does not match the words at this station.":
    "Eine gehörte Zeile passt nicht zu den Wörtern an dieser Station.",
  "Read the line again. If it differs again, note an exception: it is not the same file.":
    "Lesen Sie die Zeile noch einmal. Weicht sie wieder ab, vermerken Sie eine Ausnahme: Es ist nicht dieselbe Datei.",
  "The stick is not empty; nothing on it was changed.":
    "Der Stick ist nicht leer; nichts darauf wurde geändert.",
  "Use an empty stick, or empty this one elsewhere first.":
    "Nehmen Sie einen leeren Stick, oder leeren Sie diesen zuerst anderswo.",
  "The file was not saved: the name is taken, or the place cannot be written to.":
    "Die Datei wurde nicht gespeichert: Der Name ist vergeben, oder an diesem Ort lässt sich nicht schreiben.",
  "Choose another name or place: nothing is ever overwritten.":
    "Wählen Sie einen anderen Namen oder Ort: Nichts wird je überschrieben.",
  "The files could not be read as Intel's.":
    "Die Dateien ließen sich nicht als die von Intel lesen.",
  "Choose the files again, all together: each as Intel's service gave it.":
    "Wählen Sie die Dateien noch einmal, alle zusammen: jede, wie der Dienst von Intel sie gab.",
  "The file could not be read as a key list.":
    "Die Datei ließ sich nicht als Schlüsselliste lesen.",
  "Choose the file that sd hsm keys wrote when the backup was made.":
    "Wählen Sie die Datei, die sd hsm keys bei der Sicherung geschrieben hat.",
  "The file could not be read as a site file.":
    "Die Datei ließ sich nicht als Standortdatei lesen.",
  "Choose the site file of your HSM. The documentation of the connected station shows one.":
    "Wählen Sie die Standortdatei Ihres HSM. Die Dokumentation der verbundenen Station zeigt eine.",
  "The evidence of this ceremony contains another record than this computer wrote.":
    "Die Nachweise dieser Zeremonie enthalten ein anderes Protokoll, als dieser Rechner geschrieben hat.",
  "Keep both. Compare the head of each with the words that were read aloud: one was replaced.":
    "Bewahren Sie beide auf. Vergleichen Sie den Prüfwert jedes mit den vorgelesenen Wörtern: Eines wurde ausgetauscht.",
  "The check was cancelled.": "Die Prüfung wurde abgebrochen.",
  "Start it again when you want to.": "Beginnen Sie sie wieder, wenn Sie wollen.",
  "The check was ended: it stopped by itself, or needed more memory than a check may take.":
    "Die Prüfung wurde beendet: Sie hielt von selbst an oder brauchte mehr Arbeitsspeicher, als eine Prüfung darf.",
  "Try it once more. If it ends again, keep what was checked as it is: no app writes such a file.":
    "Versuchen Sie es noch einmal. Endet sie wieder, bewahren Sie das Geprüfte auf, wie es ist: Keine App schreibt eine solche Datei.",
  "The file could not be read.": "Die Datei ließ sich nicht lesen.",
  "Choose an exported file of Azure's log.": "Wählen Sie eine exportierte Datei des Azure-Logs.",
  "Choose the file record.jsonl of a ceremony.":
    "Wählen Sie die Datei record.jsonl einer Zeremonie.",
  "The printer did not take the paper.": "Der Drucker hat das Papier nicht angenommen.",
  "See whether it is switched on and has paper, and print again; or save the paper as a PDF.":
    "Sehen Sie nach, ob er an ist und Papier hat, und drucken Sie noch einmal; oder speichern Sie "
    + "das Papier als PDF.",
};
