// The walkthrough of a script, on paper.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const WALKTHROUGH: Sentences = {
  "up to": "bis zu",
  Script: "Ablauf",
  ": {0}{1} steps, about {2} minutes. {3} officers, quorum {4}.":
    ": {0}{1} Schritte, etwa {2} Minuten. {3} Schlüsselinhaber, Quorum {4}.",
  "The SHA-256 of the script, in words and in hex. Read it aloud before the first step:":
    "Der SHA-256 des Ablaufs in Wörtern und hexadezimal. Lesen Sie ihn vor dem ersten Schritt vor:",
  "Clock that is read": "Uhr, die abgelesen wird",
  "Ceremony number": "Nummer der Zeremonie",
  "How to use this script: the person who acts does what is written before the quotation marks, and reads the words between them aloud. The person who confirms checks what is expected, fills in each blank, and writes their initials and the time (UTC) beside the step. Only then does the next step begin. Anything that goes differently is written on the sheet of exceptions.":
    "So wird dieser Ablauf verwendet: Wer handelt, tut, was vor den Anführungszeichen steht, und liest die Wörter dazwischen laut vor. Wer bestätigt, prüft, was erwartet ist, füllt jede Lücke aus und schreibt Kürzel und Zeit (UTC) neben den Schritt. Erst dann beginnt der nächste. Was anders verläuft, kommt auf das Blatt der Ausnahmen.",
  "Where there is a choice: put a cross in one pair of brackets, strike out the steps that are skipped, and continue with the step named. If a step is struck out, such as that of an officer who did not come, continue with the one after it.":
    "Wo eine Wahl ist: Machen Sie in ein Klammerpaar ein Kreuz, streichen Sie die übersprungenen Schritte und machen Sie beim genannten weiter. Ist ein Schritt gestrichen, etwa der eines Schlüsselinhabers, der nicht gekommen ist, machen Sie mit dem danach weiter.",
  "strike out here anyone who does not come, with their materials and steps.":
    "streichen Sie hier, wer nicht kommt, mit Material und Schritten.",
  "Every officer comes.": "Jeder Schlüsselinhaber kommt.",
  "At least {0} of the officers come; {1}": "Mindestens {0} der Schlüsselinhaber kommen; {1}",
  "One officer comes; {0}": "Ein Schlüsselinhaber kommt; {0}",
  "No officer comes.": "Kein Schlüsselinhaber kommt.",
  People: "Personen",
  "May not also be": "Darf nicht auch sein",
  "Signature (at the end)": "Unterschrift (am Ende)",
  Materials: "Material",
  "At the end, each medium and each envelope is in its own bag, or was destroyed before witnesses.":
    "Am Ende ist jeder Datenträger und jeder Umschlag in einem eigenen Beutel oder wurde vor Zeugen vernichtet.",
  Of: "Von",
  Comes: "Kommt",
  "Seal on arrival": "Siegel bei Ankunft",
  "Serial number": "Seriennummer",
  "Seal at the end": "Siegel am Ende",
  Initials: "Kürzel",
  "Objects handed off": "Weitergegebene Gegenstände",
  "The number, place and custodian in the last record are filled in beforehand. The giver and the receiver both write their initials beside each object.":
    "Nummer, Ort und Verwahrer des letzten Protokolls werden vorher eingetragen. Wer gibt und wer erhält, schreibt sein Kürzel neben jeden Gegenstand.",
  "Number in the last record": "Nummer im letzten Protokoll",
  "Number on the bag": "Nummer auf dem Beutel",
  "Seal intact?": "Siegel unversehrt?",
  "New place": "Neuer Ort",
  "Initials, from": "Kürzel, von",
  "Initials, to": "Kürzel, an",
  "if the key is replaced:": "wenn der Schlüssel ersetzt wird:",
  "if the key stays:": "wenn der Schlüssel bleibt:",
  "with their keys": "mit ihren Schlüsseln",
  "their keys": "ihren Schlüsseln",
  "the domain": "der Domäne",
  "as found": "wie vorgefunden",
  "Act {n}:": "Abschnitt {n}:",
  Actor: "Wer",
  Activity: "Tätigkeit",
  "{0} at the {1} station; {2} confirms": "{0}, {1}; es bestätigt: {2}",
  "By hand:": "Von Hand:",
  "Only for an officer whose keys are replaced.":
    "Nur für einen Schlüsselinhaber, dessen Schlüssel ersetzt werden.",
  "Only for an officer who keeps their keys.":
    "Nur für einen Schlüsselinhaber, der seine Schlüssel behält.",
  open: "öffnen:",
  seal: "versiegeln:",
  put: "legen:",
  "into a new bag, if it was opened": "in einen neuen Beutel, wenn geöffnet",
  destroy: "vernichten:",
  take: "nehmen:",
  "{0} comes in": "herein kommt: {0}",
  "disconnect the offline station from the network": "die Offline-Station vom Netzwerk trennen",
  "connect the offline station to the network": "die Offline-Station mit dem Netzwerk verbinden",
  "of each officer present": "jedes anwesenden Schlüsselinhabers",
  "A refusal by the app is not an exception: it is a control that works. Each exception ends with one decision: continue, repeat the step, or abort.":
    "Eine Ablehnung durch die App ist keine Ausnahme: Sie ist eine Kontrolle, die wirkt. Jede Ausnahme endet mit einer Entscheidung: fortfahren, Schritt wiederholen oder abbrechen.",
  End: "Ende",
  "Ended at": "Beendet um",
  "UTC. Head of the record, all 32 words:": "UTC. Prüfwert des Protokolls, alle 32 Wörter:",
  "Everyone now signs in the table of people: this is a true record of the ceremony, to the best of my knowledge.":
    "Jetzt unterschreiben alle in der Tabelle der Personen: Dies ist nach bestem Wissen eine wahre Aufzeichnung der Zeremonie.",
  "( ) If": "( ) Wenn",
  ": go to step {n}.": ": weiter bei Schritt {n}.",
  "Then go to step {n}.": "Dann weiter bei Schritt {n}.",
  "{n} or": "{n} oder",
  "Only if you come from step {0}{1}.": "Nur wenn Sie von Schritt {0}{1} kommen.",
  "each officer": "jeder Schlüsselinhaber",
  "each new officer": "jeder neue Schlüsselinhaber",
  "each remaining officer": "jeder bleibende Schlüsselinhaber",
  "every officer": "alle Schlüsselinhaber",
  "Have everybody present say that they have understood what was read aloud.":
    "Alle Anwesenden sagen lassen, dass sie das Vorgelesene verstanden haben.",
  "Everybody has said so; questions that were asked: ____.":
    "Alle haben es gesagt; gestellte Fragen: ____.",
  "Assess the custody as a whole.": "Die Verwahrung als Ganzes beurteilen.",
  "Whole, degraded, or recovery would fail today: ____. Healthy keys: ____.":
    "Vollständig, eingeschränkt, oder eine Wiederherstellung würde heute scheitern: ____. Schlüssel in Ordnung: ____.",
  "Back up the empty HSM.": "Das leere HSM sichern.",
  "Folder of this backup: ____. Ended at ____ UTC.":
    "Ordner dieser Sicherung: ____. Zu Ende um ____ UTC.",
  "Compare the seal of the {copy} medium with the last record, and open its bag.":
    "Das Siegel vergleichen ({copy}) mit dem letzten Protokoll und den Beutel öffnen.",
  "Number as in the table of materials; seal intact. Place ____, custodian ____.":
    "Nummer wie in der Tabelle des Materials; Siegel unversehrt. Ort ____, Verwahrer ____.",
  "Have the key of officer {officer} open what was encrypted for its certificate.":
    "Den Schlüssel von Schlüsselinhaber {officer} öffnen lassen, was für sein Zertifikat verschlüsselt wurde.",
  "Opened by officer {officer}: ____.": "Geöffnet von Schlüsselinhaber {officer}: ____.",
  "Compare the seal of each object on the table with the last record.":
    "Das Siegel jedes Gegenstands auf dem Tisch mit dem letzten Protokoll vergleichen.",
  "Numbers as in the last record; seals intact. Objects on the table: ____.":
    "Nummern wie im letzten Protokoll; Siegel unversehrt. Gegenstände auf dem Tisch: ____.",
  "Compare the seals of officer {officer} with the last record.":
    "Die Siegel von Schlüsselinhaber {officer} mit dem letzten Protokoll vergleichen.",
  "Numbers as in the table of materials; seals intact. Place ____, custodian ____.":
    "Nummern wie in der Tabelle des Materials; Siegel unversehrt. Ort ____, Verwahrer ____.",
  "Mark exactly one, and continue where it leads.":
    "Genau eines ankreuzen und dort weitermachen, wohin es führt.",
  "One is marked, and nobody objects.": "Eines ist angekreuzt, und niemand widerspricht.",
  "Close the record, and have everyone present sign a paper with the words of its head.":
    "Das Protokoll schließen und alle Anwesenden ein Papier mit den Wörtern seines Prüfwerts unterschreiben lassen.",
  "Names and signatures: ____. Head of the record, first sixteen words: ____.":
    "Namen und Unterschriften: ____. Prüfwert des Protokolls, die ersten sechzehn Wörter: ____.",
  "Have every officer present sign the record, and close it.":
    "Jeden anwesenden Schlüsselinhaber das Protokoll unterschreiben lassen und es schließen.",
  "Signatures: ____. Head of the record, first ten words: ____.":
    "Unterschriften: ____. Prüfwert des Protokolls, die ersten zehn Wörter: ____.",
  "Compare the exchange key on the medium with the words of the note, and validate it.":
    "Den Austauschschlüssel auf dem Datenträger mit den Wörtern der Notiz vergleichen und prüfen.",
  "The words are the same. Attested: ____; if not, decided by ____ and ____.":
    "Die Wörter sind gleich. Attestiert: ____; wenn nicht, entschieden von ____ und ____.",
  "Compare the keys and role assignments found with those expected.":
    "Die gefundenen Schlüssel und Rollenzuweisungen mit den erwarteten vergleichen.",
  "Keys: ____ of ____, same version and public half. Role assignments: ____ of ____. Listed by ____; role taken back at ____ UTC.":
    "Schlüssel: ____ von ____, gleiche Version und öffentliche Hälfte. Rollenzuweisungen: ____ von ____. Aufgelistet von ____; Rolle entzogen um ____ UTC.",
  "Compare the words of the certificate of officer {officer} with what is heard.":
    "Die Wörter des Zertifikats von Schlüsselinhaber {officer} mit dem Gehörten vergleichen.",
  "The 32 words on the card of officer {officer} are those on the screen. First ____, last ____.":
    "Die 32 Wörter auf der Karte von Schlüsselinhaber {officer} sind die auf dem Bildschirm. Erstes ____, letztes ____.",
  "Destroy everything with the old key of officer {officer}, in front of the witness.":
    "Alles mit dem alten Schlüssel von Schlüsselinhaber {officer} vor dem Zeugen vernichten.",
  "Numbers of the bags: ____. How each thing was destroyed; what is missing: ____.":
    "Nummern der Beutel: ____. Wie jedes Ding vernichtet wurde; was fehlt: ____.",
  "Download the security domain again, for the new set of officers, to two media.":
    "Die Sicherheitsdomäne noch einmal laden, für die neuen Schlüsselinhaber, auf zwei Datenträger.",
  "The same new file on both media, ____ bytes. The HSM is active as before.":
    "Dieselbe neue Datei auf beiden Datenträgern, ____ Bytes. Das HSM ist aktiv wie zuvor.",
  "Download the security domain to two media. This cannot be undone.":
    "Die Sicherheitsdomäne auf zwei Datenträger laden. Das lässt sich nicht rückgängig machen.",
  "The same file on both media, ____ bytes. The HSM is active.":
    "Dieselbe Datei auf beiden Datenträgern, ____ Bytes. Das HSM ist aktiv.",
  "Try the recovery in memory: make a restore blob and open it, with a quorum of officers.":
    "Die Wiederherstellung im Arbeitsspeicher erproben: einen Restore-Blob erzeugen und öffnen, mit einem Quorum von Schlüsselinhabern.",
  "Officers: ____. Entries that were opened and compared: ____. No file was written.":
    "Schlüsselinhaber: ____. Geöffnete und verglichene Einträge: ____. Es wurde keine Datei geschrieben.",
  "Copy the officers' certificates, and nothing else, to the transfer medium.":
    "Die Zertifikate der Schlüsselinhaber, und nichts sonst, auf den Transportdatenträger kopieren.",
  "Certificates copied: ____. No private key is on the medium.":
    "Kopierte Zertifikate: ____. Kein privater Schlüssel ist auf dem Datenträger.",
  "Fetch the new HSM's exchange key to the transfer medium.":
    "Den Austauschschlüssel des neuen HSM auf den Transportdatenträger holen.",
  "The key's subject is the new HSM: ____.": "Der Schlüssel nennt das neue HSM: ____.",
  "Find the security domain and the keys that it names, without an earlier record.":
    "Die Sicherheitsdomäne und die Schlüssel, die sie nennt, ohne früheres Protokoll suchen.",
  "SHA-256 of the domain, first word ____, last ____. Keys that it names: ____.":
    "SHA-256 der Domäne, erstes Wort ____, letztes ____. Schlüssel, die sie nennt: ____.",
  "Hand off each object: who receives it, and where it is stored from now on.":
    "Jeden Gegenstand weitergeben: wer ihn erhält und wo er von jetzt an liegt.",
  "Both sides have said so aloud, and signed the receipt: ____.":
    "Beide Seiten haben es laut gesagt und die Empfangsbestätigung unterschrieben: ____.",
  "Hand the record over to the {to} station, with the transfer medium.":
    "Das Protokoll mit dem Transportdatenträger übergeben: {to}.",
  "Head of the record, first ten words: ____.":
    "Prüfwert des Protokolls, die ersten zehn Wörter: ____.",
  "Record the newest full backup, and the keys and role assignments that are expected.":
    "Die neueste vollständige Sicherung und die erwarteten Schlüssel und Rollenzuweisungen eintragen.",
  "Container ____, folder ____, keys ____, role assignments ____.":
    "Container ____, Ordner ____, Schlüssel ____, Rollenzuweisungen ____.",
  "Make the keys of officer {officer} on both media, read them back and open them.":
    "Die Schlüssel von Schlüsselinhaber {officer} auf beiden Datenträgern erzeugen, zurücklesen und öffnen.",
  "Read back from both media and opened with the passphrase.":
    "Von beiden Datenträgern zurückgelesen und mit der Passphrase geöffnet.",
  "Encrypt the security domain for the exchange key, with a quorum of officers.":
    "Die Sicherheitsdomäne mit einem Quorum von Schlüsselinhabern für den Austauschschlüssel verschlüsseln.",
  "Officers: ____. The blob is on the transfer medium.":
    "Schlüsselinhaber: ____. Der Blob ist auf dem Transportdatenträger.",
  "Compare the security domain on both media with the words of the note.":
    "Die Sicherheitsdomäne auf beiden Datenträgern mit den Wörtern der Notiz vergleichen.",
  "The words are the same. Its officers and quorum are ours: ____ of ____.":
    "Die Wörter sind gleich. Schlüsselinhaber und Quorum sind unsere: ____ von ____.",
  "Record where the newest full backup is stored, and the day it was taken.":
    "Eintragen, wo die neueste vollständige Sicherung liegt und von welchem Tag sie ist.",
  "Container ____, folder ____, taken on ____.": "Container ____, Ordner ____, vom ____.",
  "Open the bag with the first medium of officer {officer} in front of the witness.":
    "Den Beutel mit dem ersten Datenträger von Schlüsselinhaber {officer} vor dem Zeugen öffnen.",
  "The number of the bag that was cut: ____.": "Die Nummer des aufgeschnittenen Beutels: ____.",
  "Open the record with people, HSM, quorum, clock and network. If the station runs from a live image, read its words aloud from its paper.":
    "Das Protokoll eröffnen mit Personen, HSM, Quorum, Uhr und Netzwerk. Läuft die Station von einem Live-Abbild, dessen Wörter vom Papier vorlesen.",
  "HSM ____. Clock, two readings: ____ and ____. Network: nothing connected offline. Live image: first word ____, last ____; a dash where there is none.":
    "HSM ____. Uhr, zwei Ablesungen: ____ und ____. Netzwerk: offline nichts verbunden. Live-Abbild: erstes Wort ____, letztes ____; ein Strich, wo es keines gibt.",
  "Open the security domain with every subset of the quorum's size.":
    "Die Sicherheitsdomäne mit jeder Gruppe von der Größe des Quorums öffnen.",
  "Opened by all subsets: ____.": "Von allen Gruppen geöffnet: ____.",
  "Ask the HSM for its state, and check every condition for its activation.":
    "Das HSM nach seinem Zustand fragen und jede Bedingung der Aktivierung prüfen.",
  "NotActivated. Read: ____. Conditions not met, and who decided to continue: ____.":
    "NotActivated. Abgelesen: ____. Nicht erfüllte Bedingungen, und wer fortzufahren entschied: ____.",
  "Ask the HSM whether it is active.": "Das HSM fragen, ob es aktiv ist.",
  "Active. Read: ____.": "Active. Abgelesen: ____.",
  "Read the SHA-256 of the {what} aloud as 32 words, and read them back.":
    "Den SHA-256 als 32 Wörter vorlesen ({what}) und zurücklesen.",
  "The 32 words on the witness's note are those on the screen. First ____, last ____.":
    "Die 32 Wörter auf der Notiz des Zeugen sind die auf dem Bildschirm. Erstes ____, letztes ____.",
  "Record seal, place and custodian of every object, in the table of materials.":
    "Siegel, Ort und Verwahrer jedes Gegenstands in der Tabelle des Materials eintragen.",
  "No seal twice, nobody with two officers' media, no passphrase with its medium.":
    "Kein Siegel zweimal, niemand mit den Datenträgern zweier Schlüsselinhaber, keine Passphrase bei ihrem Datenträger.",
  "Compare the security domain on the {copy} medium with the last record.":
    "Die Sicherheitsdomäne ({copy}) mit dem letzten Protokoll vergleichen.",
  "The SHA-256 is the one of the last record. First word ____, last ____.":
    "Der SHA-256 ist der des letzten Protokolls. Erstes Wort ____, letztes ____.",
  "Record what is wrong with the key of officer {officer}, as two people decide.":
    "Eintragen, was mit dem Schlüssel von Schlüsselinhaber {officer} nicht stimmt, wie zwei Personen entscheiden.",
  "Lost, damaged, left, forgotten, or seal broken: ____. Decided by ____ and ____.":
    "Verloren, beschädigt, ausgeschieden, vergessen oder Siegel verletzt: ____. Entschieden von ____ und ____.",
  "Restore the newest full backup, no earlier than 30 minutes after the HSM's own.":
    "Die neueste vollständige Sicherung zurückspielen, frühestens 30 Minuten nach der des HSM selbst.",
  "Started at ____ UTC. The restore succeeded.": "Begonnen um ____ UTC. Das Rückspielen gelang.",
  "Retire the old security domain: its files are removed from both media.":
    "Die alte Sicherheitsdomäne außer Kraft setzen: Ihre Dateien werden von beiden Datenträgern entfernt.",
  "SHA-256 of the old domain, first word ____, last ____. Only the new file is left.":
    "SHA-256 der alten Domäne, erstes Wort ____, letztes ____. Nur die neue Datei ist übrig.",
  "Have every officer present sign what this act has changed; without signing keys, everyone signs a paper with the words on the screen.":
    "Jeden anwesenden Schlüsselinhaber unterschreiben lassen, was dieser Abschnitt geändert hat; ohne Signierschlüssel unterschreiben alle ein Papier mit den Wörtern auf dem Bildschirm.",
  "Signatures: ____. On paper, the sixteen words: ____.":
    "Unterschriften: ____. Auf Papier, die sechzehn Wörter: ____.",
  "Take what was found into custody: seal, place and custodian of each medium.":
    "Das Gefundene in Verwahrung nehmen: Siegel, Ort und Verwahrer jedes Datenträgers.",
  "No seal twice, nobody with two officers' media.":
    "Kein Siegel zweimal, niemand mit den Datenträgern zweier Schlüsselinhaber.",
  "Take over the record from the transfer medium, complete and verified.":
    "Das Protokoll vom Transportdatenträger übernehmen, vollständig und geprüft.",
  "Head of the record, as at the hand-over: ____.":
    "Prüfwert des Protokolls, wie bei der Übergabe: ____.",
  "Take over the file of the part that officer {officer} performed, and validate all of it.":
    "Die Datei des Teils von Schlüsselinhaber {officer} übernehmen und ganz prüfen.",
  "Head of the part, first sixteen words, as on its paper: ____.":
    "Prüfwert des Teils, die ersten sechzehn Wörter, wie auf seinem Papier: ____.",
  "Upload the blob, once. This cannot be undone.":
    "Den Blob hochladen, einmal. Das lässt sich nicht rückgängig machen.",
  "The HSM is active.": "Das HSM ist aktiv.",
  "Everybody has said so; questions that were asked:": "Alle haben es gesagt; gestellte Fragen:",
  "Whole, degraded, or recovery would fail today:":
    "Vollständig, eingeschränkt, oder eine Wiederherstellung würde heute scheitern:",
  ". Healthy keys:": ". Schlüssel in Ordnung:",
  "Folder of this backup:": "Ordner dieser Sicherung:",
  ". Ended at": ". Zu Ende um",
  "UTC.": "UTC.",
  "Number as in the table of materials; seal intact. Place":
    "Nummer wie in der Tabelle des Materials; Siegel unversehrt. Ort",
  ", custodian": ", Verwahrer",
  "Opened by officer {officer}:": "Geöffnet von Schlüsselinhaber {officer}:",
  "Numbers as in the last record; seals intact. Objects on the table:":
    "Nummern wie im letzten Protokoll; Siegel unversehrt. Gegenstände auf dem Tisch:",
  "Numbers as in the table of materials; seals intact. Place":
    "Nummern wie in der Tabelle des Materials; Siegel unversehrt. Ort",
  "Names and signatures:": "Namen und Unterschriften:",
  ". Head of the record, first sixteen words:":
    ". Prüfwert des Protokolls, die ersten sechzehn Wörter:",
  "Signatures:": "Unterschriften:",
  ". Head of the record, first ten words:": ". Prüfwert des Protokolls, die ersten zehn Wörter:",
  "The words are the same. Attested:": "Die Wörter sind gleich. Attestiert:",
  "; if not, decided by": "; wenn nicht, entschieden von",
  "Keys:": "Schlüssel:",
  of: "von",
  ", same version and public half. Role assignments:":
    ", gleiche Version und öffentliche Hälfte. Rollenzuweisungen:",
  ". Listed by": ". Aufgelistet von",
  "; role taken back at": "; Rolle entzogen um",
  "The 32 words on the card of officer {officer} are those on the screen. First":
    "Die 32 Wörter auf der Karte von Schlüsselinhaber {officer} sind die auf dem Bildschirm. Erstes",
  ", last": ", letztes",
  "Numbers of the bags:": "Nummern der Beutel:",
  ". How each thing was destroyed; what is missing:":
    ". Wie jedes Ding vernichtet wurde; was fehlt:",
  "The same new file on both media,": "Dieselbe neue Datei auf beiden Datenträgern,",
  "bytes. The HSM is active as before.": "Bytes. Das HSM ist aktiv wie zuvor.",
  "The same file on both media,": "Dieselbe Datei auf beiden Datenträgern,",
  "bytes. The HSM is active.": "Bytes. Das HSM ist aktiv.",
  "Officers:": "Schlüsselinhaber:",
  ". Entries that were opened and compared:": ". Geöffnete und verglichene Einträge:",
  ". No file was written.": ". Es wurde keine Datei geschrieben.",
  "Certificates copied:": "Kopierte Zertifikate:",
  ". No private key is on the medium.": ". Kein privater Schlüssel ist auf dem Datenträger.",
  "The key's subject is the new HSM:": "Der Schlüssel nennt das neue HSM:",
  "SHA-256 of the domain, first word": "SHA-256 der Domäne, erstes Wort",
  ". Keys that it names:": ". Schlüssel, die sie nennt:",
  "Both sides have said so aloud, and signed the receipt:":
    "Beide Seiten haben es laut gesagt und die Empfangsbestätigung unterschrieben:",
  "Head of the record, first ten words:": "Prüfwert des Protokolls, die ersten zehn Wörter:",
  Container: "Container",
  ", folder": ", Ordner",
  ", keys": ", Schlüssel",
  ", role assignments": ", Rollenzuweisungen",
  ". The blob is on the transfer medium.": ". Der Blob ist auf dem Transportdatenträger.",
  "The words are the same. Its officers and quorum are ours:":
    "Die Wörter sind gleich. Schlüsselinhaber und Quorum sind unsere:",
  ", taken on": ", vom",
  "The number of the bag that was cut:": "Die Nummer des aufgeschnittenen Beutels:",
  HSM: "HSM",
  ". Clock, two readings:": ". Uhr, zwei Ablesungen:",
  ". Network: nothing connected offline. Live image: first word":
    ". Netzwerk: offline nichts verbunden. Live-Abbild: erstes Wort",
  "; a dash where there is none.": "; ein Strich, wo es keines gibt.",
  "Opened by all subsets:": "Von allen Gruppen geöffnet:",
  "NotActivated. Read:": "NotActivated. Abgelesen:",
  ". Conditions not met, and who decided to continue:":
    ". Nicht erfüllte Bedingungen, und wer fortzufahren entschied:",
  "Active. Read:": "Active. Abgelesen:",
  "The 32 words on the witness's note are those on the screen. First":
    "Die 32 Wörter auf der Notiz des Zeugen sind die auf dem Bildschirm. Erstes",
  "The SHA-256 is the one of the last record. First word":
    "Der SHA-256 ist der des letzten Protokolls. Erstes Wort",
  "Lost, damaged, left, forgotten, or seal broken:":
    "Verloren, beschädigt, ausgeschieden, vergessen oder Siegel verletzt:",
  ". Decided by": ". Entschieden von",
  "Started at": "Begonnen um",
  "UTC. The restore succeeded.": "UTC. Das Rückspielen gelang.",
  "SHA-256 of the old domain, first word": "SHA-256 der alten Domäne, erstes Wort",
  ". Only the new file is left.": ". Nur die neue Datei ist übrig.",
  ". On paper, the sixteen words:": ". Auf Papier, die sechzehn Wörter:",
  "Head of the record, as at the hand-over:": "Prüfwert des Protokolls, wie bei der Übergabe:",
  "Head of the part, first sixteen words, as on its paper:":
    "Prüfwert des Teils, die ersten sechzehn Wörter, wie auf seinem Papier:",
};
