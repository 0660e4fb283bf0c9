// Refusals of the room `ceremony`.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const CEREMONY_FAULTS: Sentences = {
  "This is not the current step.": "Das ist nicht der aktuelle Schritt.",
  "Do the step that the screen shows.": "Tun Sie den Schritt, den der Bildschirm zeigt.",
  "This station's clock went back since the last entry: the record would contradict itself.":
    "Die Uhr dieser Station ging seit dem letzten Eintrag zurück: Das Protokoll würde sich widersprechen.",
  "Set the clock right. If it was wrong before, note an exception that says so, and continue.":
    "Stellen Sie die Uhr richtig. Ging sie vorher falsch, vermerken Sie eine Ausnahme, die das sagt, und fahren Sie fort.",
  "The record is not at this station.": "Das Protokoll ist nicht an dieser Station.",
  "Continue at the station that has the record.":
    "Machen Sie an der Station weiter, die das Protokoll hat.",
  "The ceremony is closed.": "Die Zeremonie ist geschlossen.",
  "Start a new ceremony.": "Beginnen Sie eine neue Zeremonie.",
  "The step was performed and has not been confirmed yet.":
    "Der Schritt wurde ausgeführt und ist noch nicht bestätigt.",
  "Let the person named confirm it, or note an exception.":
    "Lassen Sie ihn von der genannten Person bestätigen, oder vermerken Sie eine Ausnahme.",
  "While the step was running, people decided to repeat it or to end the ceremony.":
    "Während der Schritt lief, wurde beschlossen, ihn zu wiederholen oder die Zeremonie zu beenden.",
  "Do what was decided: start the step again, or close the record.":
    "Tun Sie, was beschlossen wurde: Beginnen Sie den Schritt neu, oder schließen Sie das Protokoll.",
  "The ceremony was aborted: no more steps can be done.":
    "Die Zeremonie wurde abgebrochen: Es sind keine Schritte mehr möglich.",
  "Close the record, with signatures or on paper, and do what it says about each object.":
    "Schließen Sie das Protokoll, mit Unterschriften oder auf Papier, und tun Sie, was es zu jedem Gegenstand sagt.",
  "The ceremony is in recess: no steps can be done.":
    "Die Zeremonie ist in einer Pause: Es sind keine Schritte möglich.",
  "End the recess first.": "Beenden Sie zuerst die Pause.",
  "A private key or a share was found on a medium: the ceremony is stopped.":
    "Auf einem Datenträger wurde ein privater Schlüssel oder ein Anteil gefunden: Die Zeremonie ruht.",
  "Take the medium away and treat that key as exposed. Then two people note an exception that says what happens to the key, and how to continue.":
    "Nehmen Sie den Datenträger weg und behandeln Sie diesen Schlüssel als preisgegeben. Dann vermerken zwei Personen eine Ausnahme, die sagt, was mit dem Schlüssel geschieht und wie es weitergeht.",
  "The record is on its way between the stations: nobody can add to it.":
    "Das Protokoll ist zwischen den Stationen unterwegs: Niemand kann etwas hineinschreiben.",
  "Take it over at the other station first, then enter this again.":
    "Übernehmen Sie es zuerst an der anderen Station, dann geben Sie dies noch einmal ein.",
  "Something that is required before the HSM is activated is missing.":
    "Etwas fehlt, was vor der Aktivierung des HSM verlangt wird.",
  "Correct what the list names, and check again.":
    "Berichtigen Sie, was die Liste nennt, und prüfen Sie noch einmal.",
  "Some points need a decision before the HSM is activated.":
    "Einige Punkte sind zu entscheiden, bevor das HSM aktiviert wird.",
  "Two people decide on each point in the list and give a reason; then check again.":
    "Zwei Personen entscheiden jeden Punkt der Liste und nennen einen Grund; dann prüfen Sie noch einmal.",
  "Each decision needs a point that may be decided, and a reason to go ahead.":
    "Jede Entscheidung braucht einen Punkt, der entschieden werden darf, und einen Grund fortzufahren.",
  "Write a reason for each point to be decided.": "Schreiben Sie zu jedem Punkt einen Grund.",
  "An exception needs what was expected, what happened, the decision, and who made it.":
    "Eine Ausnahme braucht, was erwartet war, was geschah, den Beschluss und wer ihn gefasst hat.",
  "Fill in all three lines and name at least two people.":
    "Füllen Sie alle drei Zeilen aus und nennen Sie mindestens zwei Personen.",
  "This ceremony continues no earlier record: there is nothing to correct.":
    "Diese Zeremonie setzt kein früheres Protokoll fort: Es gibt nichts zu berichtigen.",
  "Note it as an exception without the number of an entry.":
    "Vermerken Sie es als Ausnahme ohne die Nummer eines Eintrags.",
  "There is nothing to repeat: the step has not started.":
    "Es gibt nichts zu wiederholen: Der Schritt hat nicht begonnen.",
  "Decide to continue or to abort.": "Beschließen Sie, fortzufahren oder abzubrechen.",
  "Each open object needs the number of its bag, and no number twice.":
    "Jeder offene Gegenstand braucht die Nummer seines Beutels, und keine Nummer zweimal.",
  "Put every object into its own bag, and read the number again.":
    "Legen Sie jeden Gegenstand in einen eigenen Beutel und lesen Sie die Nummer noch einmal.",
  "Not every bag has the number that was recorded when the recess began.":
    "Nicht jeder Beutel hat die Nummer, die zu Beginn der Pause protokolliert wurde.",
  "Read the numbers again. If one differs again, note an exception: two people decide.":
    "Lesen Sie die Nummern noch einmal. Weicht wieder eine ab, vermerken Sie eine Ausnahme: Zwei Personen entscheiden.",
  "This officer's key was made in this ceremony: nobody else can take the seat.":
    "Der Schlüssel dieses Schlüsselinhabers entstand in dieser Zeremonie: Niemand sonst kann den Platz einnehmen.",
  "Abort the ceremony, or continue and replace the officer in a separate ceremony.":
    "Brechen Sie die Zeremonie ab, oder machen Sie weiter und ersetzen Sie den Schlüsselinhaber in einer eigenen Zeremonie.",
  "Only another officer named in the earlier record, and present, can take this seat.":
    "Diesen Platz kann nur ein anderer Schlüsselinhaber einnehmen, den das frühere Protokoll nennt und der hier ist.",
  "Name an officer whose key is in custody, or abort the ceremony.":
    "Nennen Sie einen Schlüsselinhaber, dessen Schlüssel in Verwahrung ist, oder brechen Sie die Zeremonie ab.",
  "Steps of this officer were done already: nobody else can take the seat.":
    "Schritte dieses Schlüsselinhabers sind schon getan: Niemand sonst kann den Platz einnehmen.",
  "Continue with this officer, or abort the ceremony and begin it again with the other one.":
    "Machen Sie mit diesem Schlüsselinhaber weiter, oder brechen Sie die Zeremonie ab und beginnen Sie sie mit dem anderen neu.",
  "A step is in progress: seats can change only between steps.":
    "Ein Schritt läuft: Plätze wechseln nur zwischen den Schritten.",
  "Have the step confirmed, or note an exception and decide to repeat it.":
    "Lassen Sie den Schritt bestätigen, oder vermerken Sie eine Ausnahme und beschließen Sie, ihn zu wiederholen.",
  "A change of seat needs who leaves, who comes, why, and two other people who decided.":
    "Ein Platzwechsel braucht, wer geht, wer kommt, warum, und zwei andere Personen, die es beschlossen haben.",
  "Complete the form. The person who leaves does not decide.":
    "Füllen Sie das Formular aus. Wer geht, beschließt nicht mit.",
  "A photograph must be new, and of a bag whose number was read in this ceremony.":
    "Ein Foto muss neu sein und einen Beutel zeigen, dessen Nummer in dieser Zeremonie gelesen wurde.",
  "Read the numbers first. Then bring photographs that were taken today.":
    "Lesen Sie zuerst die Nummern. Bringen Sie dann Fotos, die heute entstanden sind.",
  "An abort needs a reason, and two people in the room who decide it.":
    "Ein Abbruch braucht einen Grund und zwei Personen im Raum, die ihn beschließen.",
  "Write the reason, and name two people.": "Schreiben Sie den Grund und nennen Sie zwei Personen.",
  "An entry of the record has a format or position that this version does not know.":
    "Ein Eintrag des Protokolls hat eine Form oder Stelle, die diese Version nicht kennt.",
  "Open the record with the version of the app that wrote it.":
    "Öffnen Sie das Protokoll mit der Version der App, die es geschrieben hat.",
  "The record was opened in the other mode; rehearsal and production never mix.":
    "Das Protokoll wurde in der anderen Betriebsart eröffnet; Übung und Echtbetrieb mischen sich nie.",
  "Continue in the mode that the first entry of the record names.":
    "Machen Sie in der Betriebsart weiter, die der erste Eintrag des Protokolls nennt.",
  "One person has two roles.": "Eine Person hat zwei Rollen.",
  "Name a different person for each role.": "Nennen Sie für jede Rolle eine andere Person.",
  "Someone has a role that this script does not know.":
    "Jemand hat eine Rolle, die dieser Ablauf nicht kennt.",
  "Give each person one of the script's roles.":
    "Geben Sie jeder Person eine Rolle dieses Ablaufs.",
  "{role} is missing.": "Es fehlt: {role}.",
  "Wait for the person, or end the ceremony.":
    "Warten Sie auf die Person, oder beenden Sie die Zeremonie.",
  "The officers whose keys are to be replaced are not marked correctly.":
    "Die Schlüsselinhaber, deren Schlüssel ersetzt werden, sind nicht richtig angekreuzt.",
  "In a replacement, mark at least one officer; in other ceremonies, mark none.":
    "Kreuzen Sie in einer Ersetzung mindestens einen an; in anderen Zeremonien keinen.",
  "Each object needs its bag number and how it was destroyed, or that it is missing.":
    "Jeder Gegenstand braucht seine Beutelnummer und wie er vernichtet wurde, oder dass er fehlt.",
  "Complete the list.": "Vervollständigen Sie die Liste.",
  "This HSM is not active: nothing was changed.":
    "Dieses HSM ist nicht aktiv: Es wurde nichts geändert.",
  "Officers can be replaced only for an active HSM. Activate a new HSM; recover a lost one.":
    "Schlüsselinhaber lassen sich nur bei einem aktiven HSM ersetzen. Aktivieren Sie ein neues HSM; stellen Sie ein verlorenes wieder her.",
  "The new security domain is not proven yet: keep the old one.":
    "Die neue Sicherheitsdomäne ist noch nicht nachgewiesen: Behalten Sie die alte.",
  "Prove every pair first.": "Weisen Sie zuerst jedes Paar nach.",
  "At most {most} officers take part in this ceremony.":
    "Höchstens {most} Schlüsselinhaber nehmen an dieser Zeremonie teil.",
  "Leave the others' names empty.": "Lassen Sie die Namen der anderen leer.",
  "A name must be 1 to 60 plain characters.": "Ein Name muss 1 bis 60 einfache Zeichen haben.",
  "Enter the name again.": "Geben Sie den Namen noch einmal ein.",
  "An HSM's name has 3 to 24 letters, digits and hyphens.":
    "Der Name eines HSM hat 3 bis 24 Buchstaben, Ziffern und Bindestriche.",
  "The words heard are not the words of {what}.":
    "Die gehörten Wörter sind nicht die Wörter von: {what}.",
  "Read them again. If they differ again, stop: what was read is of something else.":
    "Lesen Sie sie noch einmal. Weichen sie wieder ab, halten Sie an: Das Vorgelesene ist von etwas anderem.",
  "The certificate of officer {n} is not the one in the record.":
    "Das Zertifikat von Schlüsselinhaber {n} ist nicht das im Protokoll.",
  "Stop. Take the certificate from the officer's own medium, and note an exception.":
    "Halten Sie an. Nehmen Sie das Zertifikat vom eigenen Datenträger des Schlüsselinhabers und vermerken Sie eine Ausnahme.",
  "This certificate was made in a rehearsal.": "Dieses Zertifikat entstand in einer Übung.",
  "Bring the medium that was made for this ceremony.":
    "Bringen Sie den Datenträger, der für diese Zeremonie entstand.",
  "This certificate was not made in a rehearsal.":
    "Dieses Zertifikat entstand nicht in einer Übung.",
  "Take this medium out at once and return it to custody. Rehearse with rehearsal media.":
    "Ziehen Sie diesen Datenträger sofort ab und geben Sie ihn in die Verwahrung zurück. Üben Sie mit Übungsdatenträgern.",
  "This ceremony was started with another script.":
    "Diese Zeremonie wurde mit einem anderen Ablauf begonnen.",
  "Use the script it was started with. Where another version of the app started it, its transfer medium has the script: leave the ceremony, and continue it with that medium inserted.":
    "Verwenden Sie den Ablauf, mit dem sie begonnen wurde. Hat eine andere Version der App sie begonnen, ist der Ablauf auf ihrem Transportdatenträger: Verlassen Sie die Zeremonie, und setzen Sie sie mit diesem Datenträger fort.",
  "This station is connected to another HSM than the one this ceremony is for.":
    "Diese Station ist mit einem anderen HSM verbunden als dem dieser Zeremonie.",
  "Nothing was changed. Connect to the HSM that the record names. In the window, choose its site file at Home.":
    "Es wurde nichts geändert. Verbinden Sie sich mit dem HSM, das das Protokoll nennt. Wählen Sie im Fenster auf der Startseite dessen Standortdatei.",
  "This HSM is already active: nothing was changed.":
    "Dieses HSM ist schon aktiv: Es wurde nichts geändert.",
  "Another download is possible as an officer replacement.":
    "Ein weiteres Herunterladen ist als Ersetzung eines Schlüsselinhabers möglich.",
  "This HSM is not waiting for a security domain: nothing was changed.":
    "Dieses HSM wartet nicht auf eine Sicherheitsdomäne: Es wurde nichts geändert.",
  "Use a new HSM that was never activated.": "Nehmen Sie ein neues HSM, das nie aktiviert wurde.",
  "The HSM was asked to activate, but its answer is on no medium.":
    "Das HSM wurde um die Aktivierung gebeten, aber seine Antwort ist auf keinem Datenträger.",
  "Administrator and witness decide to download again; Azure sends the same domain again.":
    "Administrator und Zeuge beschließen, noch einmal zu laden; Azure sendet dieselbe Domäne noch einmal.",
  "The security domain on the medium is not the recorded one.":
    "Die Sicherheitsdomäne auf dem Datenträger ist nicht die protokollierte.",
  "Use the other copy, and note an exception.":
    "Nehmen Sie die andere Kopie und vermerken Sie eine Ausnahme.",
  "The security domain on the medium belongs to another HSM or ceremony.":
    "Die Sicherheitsdomäne auf dem Datenträger gehört zu einem anderen HSM oder einer anderen Zeremonie.",
  "Bring the media of this ceremony.": "Bringen Sie die Datenträger dieser Zeremonie.",
  "The security domain does not name exactly this ceremony's officers and quorum.":
    "Die Sicherheitsdomäne nennt nicht genau die Schlüsselinhaber und das Quorum dieser Zeremonie.",
  "Stop. Do not close the ceremony; note an exception and keep both media.":
    "Halten Sie an. Schließen Sie die Zeremonie nicht; vermerken Sie eine Ausnahme und bewahren Sie beide Datenträger auf.",
  "The exchange key on the medium is not the one that was fetched.":
    "Der Austauschschlüssel auf dem Datenträger ist nicht der, der abgeholt wurde.",
  "Stop. Bring the transfer medium as the connected station handed it over. If this is that one, note an exception, abort, and hold the recovery again.":
    "Halten Sie an. Bringen Sie den Transportdatenträger, wie ihn die verbundene Station übergeben hat. Ist es dieser, vermerken Sie eine Ausnahme, brechen Sie ab und führen Sie die Wiederherstellung noch einmal durch.",
  "Two officers must decide to continue with an exchange key that is not attested.":
    "Zwei Schlüsselinhaber müssen beschließen, mit einem nicht attestierten Austauschschlüssel fortzufahren.",
  "Ask both officers.": "Fragen Sie beide.",
  "The restore blob on the medium is not the one that was made.":
    "Der Restore-Blob auf dem Datenträger ist nicht der, der erzeugt wurde.",
  "Bring the transfer medium as the offline station handed it over. If this is that one, note an exception, abort, and hold the recovery again.":
    "Bringen Sie den Transportdatenträger, wie ihn die Offline-Station übergeben hat. Ist es dieser, vermerken Sie eine Ausnahme, brechen Sie ab und führen Sie die Wiederherstellung noch einmal durch.",
  "A blob was already uploaded for this exchange key, at {at}.":
    "Für diesen Austauschschlüssel wurde schon ein Blob hochgeladen, um {at}.",
  "Fetch a new exchange key: each one can be used for only one upload.":
    "Holen Sie einen neuen Austauschschlüssel ab: Jeder dient nur für ein Hochladen.",
  "Two different people in the room must decide to continue despite a refusal.":
    "Zwei verschiedene Personen im Raum müssen beschließen, trotz einer Ablehnung fortzufahren.",
  "Ask both, and name them.": "Fragen Sie beide und nennen Sie sie.",
  "A closing on paper needs two different people of this ceremony who are present.":
    "Ein Schließen auf Papier braucht zwei verschiedene Personen dieser Zeremonie, die anwesend sind.",
  "Name everyone who is in the room and signs the paper.":
    "Nennen Sie alle, die im Raum sind und das Papier unterschreiben.",
  "This restore blob was already uploaded{when}.":
    "Dieser Restore-Blob wurde schon hochgeladen{when}.",
  "Ask the HSM for its state. An exchange key works for only one upload.":
    "Fragen Sie das HSM nach seinem Zustand. Ein Austauschschlüssel dient nur für ein Hochladen.",
  "The role assigned for listing the keys may still be in place on the HSM.":
    "Die zum Auflisten der Schlüssel zugewiesene Rolle kann am HSM noch bestehen.",
  "Take the record to the connected station, and compare the keys again: that removes it.":
    "Bringen Sie das Protokoll zur verbundenen Station und vergleichen Sie die Schlüssel noch einmal: Das entfernt sie.",
  "The sign-in does not say who it is, so the role for listing keys cannot be assigned.":
    "Die Anmeldung sagt nicht, wer sie ist; so lässt sich die Rolle zum Auflisten der Schlüssel nicht zuweisen.",
  "Sign in as a person or an application of this directory, and do the step again.":
    "Melden Sie sich als Person oder Anwendung dieses Verzeichnisses an und tun Sie den Schritt noch einmal.",
  "Expected keys that are missing or different: {missing}.":
    "Erwartete Schlüssel, die fehlen oder abweichen: {missing}.",
  "Check that the newest backup was restored. Do not close the ceremony.":
    "Prüfen Sie, ob die neueste Sicherung zurückgespielt wurde. Schließen Sie die Zeremonie nicht.",
  "Custody must name each object of this ceremony once, with seal, place and custodian.":
    "Die Verwahrung muss jeden Gegenstand dieser Zeremonie einmal nennen, mit Siegel, Ort und Verwahrer.",
  "A seal number is used twice.": "Eine Siegelnummer wird zweimal verwendet.",
  "Use another bag, or correct the number.":
    "Nehmen Sie einen anderen Beutel, oder berichtigen Sie die Nummer.",
  "One person would keep the media of two officers.":
    "Eine Person würde die Datenträger zweier Schlüsselinhaber verwahren.",
  "Name another custodian.": "Nennen Sie einen anderen Verwahrer.",
  "A passphrase envelope would be kept in the same place as its medium.":
    "Ein Passphrasenumschlag würde am selben Ort verwahrt wie sein Datenträger.",
  "Choose another place for the envelope.": "Wählen Sie einen anderen Ort für den Umschlag.",
  "Microsoft's rule on {rule} is not met, and nobody has accepted that.":
    "Eine Regel von Microsoft ist nicht erfüllt ({rule}), und niemand hat das zugelassen.",
  "Change the custody, or two people in the room accept it and give a reason.":
    "Ändern Sie die Verwahrung, oder zwei Personen im Raum lassen es zu und nennen einen Grund.",
  "The backup needs the address of its container, its folder, and at least one key.":
    "Die Sicherung braucht die Adresse ihres Containers, ihren Ordner und mindestens einen Schlüssel.",
  "Enter the newest full backup and each expected key.":
    "Geben Sie die neueste vollständige Sicherung und jeden erwarteten Schlüssel ein.",
  "The key list belongs to another HSM than the lost one.":
    "Die Schlüsselliste gehört zu einem anderen HSM als dem verlorenen.",
  "Bring the list of {hsm}: another HSM's keys would not be found here.":
    "Bringen Sie die Liste von {hsm}: Die Schlüssel eines anderen HSM wären hier nicht zu finden.",
  "Without a key list, a reason is needed, and no keys may be expected.":
    "Ohne Schlüsselliste braucht es einen Grund, und es dürfen keine Schlüssel erwartet werden.",
  "Say why there is no list, and let two people decide to go on without one; or bring one.":
    "Sagen Sie, warum es keine Liste gibt, und lassen Sie zwei Personen beschließen, ohne sie fortzufahren; oder bringen Sie eine.",
  "Say in one plain sentence where the domain and its keys come from.":
    "Sagen Sie in einem einfachen Satz, woher die Domäne und ihre Schlüssel kommen.",
  "Enter it again, up to 400 characters.": "Geben Sie es noch einmal ein, höchstens 400 Zeichen.",
  "The security domain found is for {n} officers with a quorum of {required}.":
    "Die gefundene Sicherheitsdomäne ist für {n} Schlüsselinhaber mit einem Quorum von {required}.",
  "Run this ceremony with a script for that number of officers and that quorum.":
    "Führen Sie diese Zeremonie mit einem Ablauf für diese Zahl und dieses Quorum durch.",
  "Not as the last record left them: {n} of these objects.":
    "Nicht, wie das letzte Protokoll sie hinterließ: {n} dieser Gegenstände.",
  "Read them again. If they still differ, two people decide how to continue; it is recorded.":
    "Lesen Sie sie noch einmal. Weichen sie noch ab, entscheiden zwei Personen, wie es weitergeht; es wird protokolliert.",
  "The last record has no seals of these objects.":
    "Das letzte Protokoll hat keine Siegel dieser Gegenstände.",
  "Record their custody first.": "Tragen Sie zuerst ihre Verwahrung ein.",
  "The seals of these objects have not been compared yet.":
    "Die Siegel dieser Gegenstände wurden noch nicht verglichen.",
  "Compare them first.": "Vergleichen Sie sie zuerst.",
  "A hand-off names objects whose seals were compared today, each once, with a new custodian or a new place.":
    "Eine Weitergabe nennt Gegenstände, deren Siegel heute verglichen wurden, jeden einmal, mit einem neuen Verwahrer oder einem neuen Ort.",
  "Complete the list, and enter what changes.":
    "Vervollständigen Sie die Liste und geben Sie ein, was sich ändert.",
  "The person who receives an object has not confirmed it.":
    "Die Person, die einen Gegenstand erhält, hat es nicht bestätigt.",
  "Ask everyone who receives something to say so aloud; without that, nothing is handed off.":
    "Bitten Sie alle, die etwas erhalten, es laut zu sagen; sonst wird nichts weitergegeben.",
  "Not yet confirmed by those who hand something off: {n}.":
    "Noch nicht bestätigt von denen, die etwas weitergeben: {n}.",
  "Ask them. If one cannot come, two people decide, and it is recorded as an exception.":
    "Fragen Sie sie. Kann jemand nicht kommen, entscheiden zwei Personen, und es wird als Ausnahme protokolliert.",
  "A backup needs a container, a folder, and the day it was made, not in the future.":
    "Eine Sicherung braucht einen Container, einen Ordner und den Tag, an dem sie entstand, nicht in der Zukunft.",
  "Enter them as in the backup report; the day as 2026-11-25.":
    "Geben Sie alles wie im Sicherungsbericht ein; den Tag wie 2026-11-25.",
  "Say what happened in one plain sentence.":
    "Sagen Sie in einem einfachen Satz, was geschehen ist.",
  "The key of officer {n} could not decrypt the test message for its certificate.":
    "Der Schlüssel von Schlüsselinhaber {n} konnte die Testnachricht für sein Zertifikat nicht entschlüsseln.",
  "Try the backup medium; if that fails too, report the key as damaged.":
    "Versuchen Sie den Ersatzdatenträger; gelingt es auch damit nicht, melden Sie den Schlüssel als beschädigt.",
  "The earlier record does not contain a finished activation.":
    "Das frühere Protokoll enthält keine fertige Aktivierung.",
  "Choose the closed record of the activation.":
    "Wählen Sie das geschlossene Protokoll der Aktivierung.",
  "This ceremony continues the record of another HSM: {hsm}.":
    "Diese Zeremonie setzt das Protokoll eines anderen HSM fort: {hsm}.",
  "Enter that name. For an HSM that has no record yet, adopt its security domain first.":
    "Geben Sie diesen Namen ein. Für ein HSM, das noch kein Protokoll hat, nehmen Sie zuerst seine Sicherheitsdomäne auf.",
  "The record does not continue the earlier one as that one ended: {what} differs.":
    "Das Protokoll setzt das frühere nicht so fort, wie jenes endete: Es weicht ab: {what}.",
  "Stop: one of the two records is not the one that people closed. Compare the heads of both with their papers.":
    "Halten Sie an: Eines der beiden Protokolle ist nicht das, das Menschen geschlossen haben. Vergleichen Sie die Prüfwerte beider mit ihren Papieren.",
};
