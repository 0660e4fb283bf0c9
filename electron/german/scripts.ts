// The words of the scripts, sentence by sentence.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const SCRIPTS: Sentences = {
  "Activation of a Managed HSM": "Aktivierung eines Managed HSM",
  Opening: "Eröffnung",
  "We are here to activate a Managed HSM: a machine in which Azure keeps our keys, and from which nobody can take them.":
    "Wir sind hier, um ein Managed HSM zu aktivieren: eine Maschine, in der Azure unsere Schlüssel aufbewahrt und aus der niemand sie herausnehmen kann.",
  "If it is ever lost, a backup of its keys can be restored to another HSM only with one file: the security domain.":
    "Geht es je verloren, lässt sich eine Sicherung seiner Schlüssel nur mit einer einzigen Datei in ein anderes HSM zurückspielen: der Sicherheitsdomäne.",
  // As in the version before, by which an unfinished ceremony ends.
  "If it is ever lost, one file lets us bring the keys back into another HSM: the security domain.":
    "Geht es je verloren, bringt eine einzige Datei die Schlüssel in ein anderes HSM zurück: die Sicherheitsdomäne.",
  "Three security officers will each make a key to that file.":
    "Drei Schlüsselinhaber erzeugen je einen Schlüssel zu dieser Datei.",
  "Any two of the three can open it together; that number is called the quorum.":
    "Je zwei der drei können sie gemeinsam öffnen; diese Zahl heißt Quorum.",
  "Everything is entered in a record as it happens.":
    "Alles wird in ein Protokoll eingetragen, während es geschieht.",
  "Each of us says their name and role aloud.": "Jede und jeder von uns sagt laut Namen und Rolle.",
  "Two people read the clock aloud.": "Zwei Personen lesen die Uhr laut ab.",
  "The station checks its network: nothing may be connected.":
    "Die Station prüft ihr Netzwerk: Nichts darf verbunden sein.",
  "The officers' keys": "Die Schlüssel der Schlüsselinhaber",
  "Officer {n}, insert your own medium and your backup medium.":
    "Schlüsselinhaber {n}, stecken Sie Ihren eigenen Datenträger und Ihren Ersatzdatenträger ein.",
  "A medium is a USB stick that is used for nothing else.":
    "Ein Datenträger ist ein USB-Stick, der für nichts anderes verwendet wird.",
  "Choose a passphrase that nobody else knows, and type it twice.":
    "Wählen Sie eine Passphrase, die niemand sonst kennt, und tippen Sie sie zweimal.",
  "Your keys are made, written to both media, read back, and opened again with your passphrase.":
    "Ihre Schlüssel werden erzeugt, auf beide Datenträger geschrieben, zurückgelesen und mit Ihrer Passphrase noch einmal geöffnet.",
  "A certificate is the public half of a key, with its owner's name.":
    "Ein Zertifikat ist die öffentliche Hälfte eines Schlüssels, mit dem Namen der Person, der er gehört.",
  "Each certificate is identified by 32 words of its own.":
    "Jedes Zertifikat ist an 32 eigenen Wörtern zu erkennen.",
  "Officer {n}, read the words of your certificate aloud from the screen and write them on your card.":
    "Schlüsselinhaber {n}, lesen Sie die Wörter Ihres Zertifikats laut vom Bildschirm und schreiben Sie sie auf Ihre Karte.",
  "The witness selects the words they hear.": "Der Zeuge wählt die Wörter aus, die er hört.",
  "The three certificates are copied to the transfer medium, the stick that goes between the two stations.":
    "Die drei Zertifikate werden auf den Transportdatenträger kopiert, den Stick, der zwischen den beiden Stationen hin- und hergeht.",
  "A certificate is public; a private key is never stored on this medium.":
    "Ein Zertifikat ist öffentlich; ein privater Schlüssel liegt nie auf diesem Datenträger.",
  "Each officer has also made a second key, used only for signing.":
    "Jeder Schlüsselinhaber hat auch einen zweiten Schlüssel erzeugt, der nur zum Unterschreiben dient.",
  "The screen shows what was made.": "Der Bildschirm zeigt, was entstanden ist.",
  "Each officer types their passphrase once more to sign it, before anything goes to the other station.":
    "Jeder Schlüsselinhaber tippt noch einmal die Passphrase, um es zu unterschreiben, bevor etwas zur anderen Station geht.",
  "The security domain": "Die Sicherheitsdomäne",
  "The record, the transfer medium and the medium for the domain copy go to the connected station: the one that can reach Azure.":
    "Das Protokoll, der Transportdatenträger und der Datenträger der Domänenkopie gehen zur verbundenen Station: der, die Azure erreichen kann.",
  "The connected station takes over the record and checks all of it.":
    "Die verbundene Station übernimmt das Protokoll und prüft es ganz.",
  "We ask the HSM for its state.": "Wir fragen das HSM nach seinem Zustand.",
  "We continue only if it is not active yet.": "Wir fahren nur fort, wenn es noch nicht aktiv ist.",
  "Officer {n}, read the words from your card.":
    "Schlüsselinhaber {n}, lesen Sie die Wörter von Ihrer Karte vor.",
  "The witness compares them with the screen.": "Der Zeuge vergleicht sie mit dem Bildschirm.",
  "The call that cannot be undone stays locked until all three have confirmed.":
    "Der Aufruf, der sich nicht rückgängig machen lässt, bleibt gesperrt, bis alle drei bestätigt haben.",
  "Now the HSM is activated.": "Jetzt wird das HSM aktiviert.",
  "It answers with the security domain, which is saved to two media before anything else is done with it.":
    "Es antwortet mit der Sicherheitsdomäne, die auf zwei Datenträger gespeichert wird, bevor sonst etwas mit ihr geschieht.",
  "This can take about ten minutes.": "Das kann etwa zehn Minuten dauern.",
  "A file is identified by its SHA-256: a number that changes as soon as anything in the file changes.":
    "Eine Datei ist an ihrem SHA-256 zu erkennen: einer Zahl, die sich ändert, sobald sich in der Datei irgendetwas ändert.",
  "The SHA-256 of the security domain is read aloud as words; the witness writes them down.":
    "Der SHA-256 der Sicherheitsdomäne wird als Wörter vorgelesen; der Zeuge schreibt sie auf.",
  "The record and both media go back to the offline station.":
    "Das Protokoll und beide Datenträger gehen zurück zur Offline-Station.",
  "The offline station takes over the record and checks all of it.":
    "Die Offline-Station übernimmt das Protokoll und prüft es ganz.",
  "The proof": "Der Nachweis",
  "The witness reads out the words they wrote down.":
    "Der Zeuge liest die aufgeschriebenen Wörter vor.",
  "The file must have the same SHA-256 on both media, and must name exactly our three certificates and a quorum of two.":
    "Die Datei muss auf beiden Datenträgern denselben SHA-256 haben und genau unsere drei Zertifikate und ein Quorum von zwei nennen.",
  "Each officer inserts their medium and types their passphrase once more.":
    "Jeder Schlüsselinhaber steckt seinen Datenträger ein und tippt noch einmal die Passphrase.",
  "The app then opens the security domain with officers 1 and 2, with 1 and 3, and with 2 and 3.":
    "Dann öffnet die App die Sicherheitsdomäne mit den Schlüsselinhabern 1 und 2, mit 1 und 3 und mit 2 und 3.",
  "Custody and signatures": "Verwahrung und Unterschriften",
  "An open, numbered bag is placed beside each object.":
    "Neben jedem Gegenstand liegt ein offener, nummerierter Beutel.",
  "For each bag we read out its number, the place where it will be kept, and who keeps it: its custodian.":
    "Zu jedem Beutel lesen wir die Nummer vor, den Ort, an dem er verwahrt wird, und wer ihn verwahrt: seinen Verwahrer.",
  "Each passphrase is kept in an envelope, apart from its medium.":
    "Jede Passphrase wird in einem Umschlag verwahrt, getrennt von ihrem Datenträger.",
  "Each officer signs the record with their signing key and takes their media out.":
    "Jeder Schlüsselinhaber unterschreibt das Protokoll mit seinem Signierschlüssel und zieht seine Datenträger ab.",
  "While the witness watches, they seal each medium in its bag and the passphrase in its envelope.":
    "Vor dem Zeugen versiegelt er jeden Datenträger in seinem Beutel und die Passphrase in ihrem Umschlag.",
  "The transfer medium and the domain copy are sealed too.":
    "Auch der Transportdatenträger und die Domänenkopie werden versiegelt.",
  "The head of the record, ten words that stand for all of it, is read aloud and written down.":
    "Der Prüfwert des Protokolls, zehn Wörter, die für alles darin stehen, wird vorgelesen und aufgeschrieben.",
  "Recovery to a new Managed HSM": "Wiederherstellung auf ein neues Managed HSM",
  "We are here to bring the keys of a lost Managed HSM into a new one, which is empty and not yet active.":
    "Wir sind hier, um die Schlüssel eines verlorenen Managed HSM in ein neues zu bringen, das leer und noch nicht aktiv ist.",
  "An HSM is a machine in which Azure keeps our keys.":
    "Ein HSM ist eine Maschine, in der Azure unsere Schlüssel aufbewahrt.",
  "Two of the three officers are present with their media, the USB sticks with their keys.":
    "Zwei der drei Schlüsselinhaber sind mit ihren Datenträgern da, den USB-Sticks mit ihren Schlüsseln.",
  "Two are enough; that number is called the quorum.": "Zwei genügen; diese Zahl heißt Quorum.",
  "Together they open the security domain: the file that prepares the new HSM.":
    "Gemeinsam öffnen sie die Sicherheitsdomäne: die Datei, die das neue HSM vorbereitet.",
  "That file alone cannot bring the keys back: the newest full backup, a copy of all keys of the HSM, is needed too.":
    "Diese Datei allein bringt die Schlüssel nicht zurück: Auch die neueste vollständige Sicherung, eine Kopie aller Schlüssel des HSM, wird gebraucht.",
  "The numbers of all bags must match the earlier record.":
    "Die Nummern aller Beutel müssen zum früheren Protokoll passen.",
  "Then we open the bags of the transfer medium, the stick that goes between the two stations, and of the domain copy.":
    "Dann öffnen wir die Beutel des Transportdatenträgers, des Sticks, der zwischen den beiden Stationen hin- und hergeht, und der Domänenkopie.",
  "A full backup is an encrypted copy of all keys of the HSM, kept in Azure Storage.":
    "Eine vollständige Sicherung ist eine verschlüsselte Kopie aller Schlüssel des HSM, die in Azure Storage liegt.",
  "We record where the newest one is stored, and which keys and role assignments we expect to find again.":
    "Wir halten fest, wo die neueste liegt und welche Schlüssel und Rollenzuweisungen wir wiederfinden wollen.",
  "The exchange key": "Der Austauschschlüssel",
  "The new HSM provides its exchange key: the lock for which two officers will encrypt the security domain again.":
    "Das neue HSM gibt seinen Austauschschlüssel heraus: das Schloss, für das zwei Schlüsselinhaber die Sicherheitsdomäne neu verschlüsseln.",
  "It is saved to the transfer medium.": "Er wird auf den Transportdatenträger gespeichert.",
  "The exchange key is identified by its thumbprint, a number that no other key has.":
    "Der Austauschschlüssel ist an seinem Fingerabdruck zu erkennen, einer Zahl, die kein anderer Schlüssel hat.",
  "It is read aloud as words; the witness writes them down.":
    "Er wird als Wörter vorgelesen; der Zeuge schreibt sie auf.",
  "The record, the transfer medium and the domain copy go to the offline station.":
    "Das Protokoll, der Transportdatenträger und die Domänenkopie gehen zur Offline-Station.",
  "Each officer opens the bag of their medium while the witness watches.":
    "Jeder Schlüsselinhaber öffnet vor dem Zeugen den Beutel seines Datenträgers.",
  "The witness reads out the words they wrote down; they must match the exchange key on the medium.":
    "Der Zeuge liest die aufgeschriebenen Wörter vor; sie müssen zum Austauschschlüssel auf dem Datenträger passen.",
  "The app checks, without a network, whether a genuine Managed HSM made the key.":
    "Die App prüft ohne Netzwerk, ob ein echtes Managed HSM den Schlüssel erzeugt hat.",
  "If it cannot confirm this, two officers decide whether to continue.":
    "Kann sie es nicht bestätigen, entscheiden zwei Schlüsselinhaber, ob es weitergeht.",
  "The restore blob": "Der Restore-Blob",
  "Both officers insert their media and type their passphrases.":
    "Beide Schlüsselinhaber stecken ihre Datenträger ein und tippen ihre Passphrasen.",
  "The security domain is opened and encrypted again, for the new HSM only.":
    "Die Sicherheitsdomäne wird geöffnet und neu verschlüsselt, allein für das neue HSM.",
  "The resulting file is called the restore blob.": "Die entstandene Datei heißt Restore-Blob.",
  "Each officer has a second key, used only for signing.":
    "Jeder Schlüsselinhaber hat einen zweiten Schlüssel, der nur zum Unterschreiben dient.",
  "The screen shows which exchange key the blob was made for.":
    "Der Bildschirm zeigt, für welchen Austauschschlüssel der Blob erzeugt wurde.",
  "Both officers type their passphrases once more to sign it, before the blob goes to the other station.":
    "Beide Schlüsselinhaber tippen noch einmal ihre Passphrasen, um es zu unterschreiben, bevor der Blob zur anderen Station geht.",
  "The record, the transfer medium and the domain copy go to the connected station.":
    "Das Protokoll, der Transportdatenträger und die Domänenkopie gehen zur verbundenen Station.",
  "The new HSM": "Das neue HSM",
  "The blob is uploaded, once: the exchange key cannot be used again.":
    "Der Blob wird hochgeladen, einmal: Der Austauschschlüssel ist danach nicht mehr verwendbar.",
  "Azure restores only to an HSM that has been backed up itself, so we back up the empty HSM first.":
    "Azure spielt nur in ein HSM zurück, das selbst gesichert wurde; deshalb sichern wir zuerst das leere HSM.",
  "The HSM uses its own identity to reach the storage; no storage secret is typed here.":
    "Das HSM erreicht den Speicher mit seiner eigenen Identität; hier wird kein Geheimnis des Speichers getippt.",
  "Azure allows the restore half an hour after the backup of the empty HSM, not earlier; the screen shows the time.":
    "Azure erlaubt das Rückspielen eine halbe Stunde nach der Sicherung des leeren HSM, nicht früher; der Bildschirm zeigt die Zeit.",
  "Then the newest full backup is restored to the new HSM.":
    "Dann wird die neueste vollständige Sicherung in das neue HSM zurückgespielt.",
  "Every expected key must be there, in the same version and with the same public half.":
    "Jeder erwartete Schlüssel muss da sein, in derselben Version und mit derselben öffentlichen Hälfte.",
  "The role assignments are compared with the list.":
    "Die Rollenzuweisungen werden mit der Liste verglichen.",
  "An administrator may not list keys, so for this check the person who signed in gets the role Crypto Auditor, which is then removed.":
    "Ein Administrator darf keine Schlüssel auflisten; für diese Prüfung erhält die angemeldete Person deshalb die Rolle Crypto Auditor, die danach entfernt wird.",
  "The record and both media go to the offline station, where the officers sign.":
    "Das Protokoll und beide Datenträger gehen zur Offline-Station, wo die Schlüsselinhaber unterschreiben.",
  "The opened media go into new bags.": "Die geöffneten Datenträger kommen in neue Beutel.",
  "For each bag we read out its number, its place, and who keeps it: its custodian.":
    "Zu jedem Beutel lesen wir die Nummer vor, den Ort, und wer ihn verwahrt: seinen Verwahrer.",
  "Both officers sign the record and seal their media while the witness watches.":
    "Beide Schlüsselinhaber unterschreiben das Protokoll und versiegeln vor dem Zeugen ihre Datenträger.",
  "Recovery without an earlier record": "Wiederherstellung ohne früheres Protokoll",
  "No custody record is at hand.": "Ein Protokoll der Verwahrung ist nicht zur Hand.",
  "We continue with what we have: two of the three officers with their media, the USB sticks with their keys, and the security domain, the file that these keys open.":
    "Wir machen mit dem weiter, was wir haben: zwei der drei Schlüsselinhaber mit ihren Datenträgern, den USB-Sticks mit ihren Schlüsseln, und die Sicherheitsdomäne, die Datei, die diese Schlüssel öffnen.",
  "If bags are closed, we open them now, while the witness watches.":
    "Sind Beutel verschlossen, öffnen wir sie jetzt, vor dem Zeugen.",
  "The newest full backup, a copy of all keys of the HSM, is needed too.":
    "Auch die neueste vollständige Sicherung, eine Kopie aller Schlüssel des HSM, wird gebraucht.",
  "We record where the newest full backup is stored, and which keys and role assignments we expect to find again.":
    "Wir halten fest, wo die neueste vollständige Sicherung liegt und welche Schlüssel und Rollenzuweisungen wir wiederfinden wollen.",
  "It is saved to the transfer medium, the stick that goes between the two stations.":
    "Er wird auf den Transportdatenträger gespeichert, den Stick, der zwischen den beiden Stationen hin- und hergeht.",
  "What was found": "Was gefunden wurde",
  "The app looks for the security domain on both media, and for a matching key on each officer's medium.":
    "Die App sucht die Sicherheitsdomäne auf beiden Datenträgern und auf dem Datenträger jedes Schlüsselinhabers einen passenden Schlüssel.",
  "No record confirms that these are the right seals, the right people, or the newest domain.":
    "Kein Protokoll bestätigt, dass es die richtigen Siegel, die richtigen Personen oder die neueste Domäne sind.",
  "We say aloud where these things come from, and why there is no record.":
    "Wir sagen laut, woher diese Dinge kommen und warum es kein Protokoll gibt.",
  "The check of the exchange key": "Die Prüfung des Austauschschlüssels",
  "No record contains a signing key of these officers.":
    "Kein Protokoll enthält einen Signierschlüssel dieser Schlüsselinhaber.",
  "So everyone here writes the sixteen words from the screen on a sheet of paper and signs it, before the blob goes to the other station.":
    "Deshalb schreiben alle Anwesenden die sechzehn Wörter vom Bildschirm auf ein Blatt Papier und unterschreiben es, bevor der Blob zur anderen Station geht.",
  Custody: "Verwahrung",
  "From now on there is a record.": "Von jetzt an gibt es ein Protokoll.",
  "An open, numbered bag is placed beside each medium.":
    "Neben jedem Datenträger liegt ein offener, nummerierter Beutel.",
  "For each bag we read out its number, the place where it will be kept, and who keeps it.":
    "Zu jedem Beutel lesen wir die Nummer vor, den Ort, an dem er verwahrt wird, und wer ihn verwahrt.",
  "No record vouches for a signing key yet.":
    "Noch bürgt kein Protokoll für einen Signierschlüssel.",
  "So everyone here signs a sheet of paper with the head of the record: sixteen words that stand for all of it.":
    "Deshalb unterschreiben alle Anwesenden ein Blatt Papier mit dem Prüfwert des Protokolls: sechzehn Wörter, die für alles darin stehen.",
  "The bags are sealed while the witness watches.": "Die Beutel werden vor dem Zeugen versiegelt.",
  "Adoption of a security domain": "Aufnahme einer Sicherheitsdomäne",
  "We are here to take into custody a security domain that was made earlier, without this app.":
    "Wir sind hier, um eine Sicherheitsdomäne in Verwahrung zu nehmen, die früher und ohne diese App entstanden ist.",
  "Our keys are in a Managed HSM, a machine in which Azure keeps them.":
    "Unsere Schlüssel sind in einem Managed HSM, einer Maschine, in der Azure sie aufbewahrt.",
  "The security domain is the file that is needed to bring a lost HSM back; the keys of any two of three officers open it.":
    "Die Sicherheitsdomäne ist die Datei, die ein verlorenes HSM zurückbringt; die Schlüssel je zweier von drei Schlüsselinhabern öffnen sie.",
  "Each officer inserts their medium, the USB stick with their key.":
    "Jeder Schlüsselinhaber steckt seinen Datenträger ein, den USB-Stick mit seinem Schlüssel.",
  "The file of the security domain is on the transfer medium, the stick that goes between the two stations, or on the medium for its copy.":
    "Die Datei der Sicherheitsdomäne ist auf dem Transportdatenträger, dem Stick, der zwischen den beiden Stationen hin- und hergeht, oder auf dem Datenträger ihrer Kopie.",
  "The app looks for the file and for the matching keys.":
    "Die App sucht die Datei und die passenden Schlüssel.",
  "We say aloud who made them, when, with which tools, and where they were kept.":
    "Wir sagen laut, wer sie erzeugt hat, wann, mit welchen Werkzeugen, und wo sie verwahrt wurden.",
  "Each officer comes to the screen and types their passphrase, if they have one.":
    "Jeder Schlüsselinhaber kommt an den Bildschirm und tippt seine Passphrase, wenn er eine hat.",
  "These keys cannot sign the record, and nobody knows where other copies of them are.":
    "Diese Schlüssel können das Protokoll nicht unterschreiben, und niemand weiß, wo weitere Kopien davon sind.",
  "All three are replaced next, in a separate ceremony.":
    "Alle drei werden als Nächstes ersetzt, in einer eigenen Zeremonie.",
  "Everyone here signs a sheet of paper with the head of the record: sixteen words that stand for all of it.":
    "Alle Anwesenden unterschreiben ein Blatt Papier mit dem Prüfwert des Protokolls: sechzehn Wörter, die für alles darin stehen.",
  "Replacement of an officer": "Ersetzung eines Schlüsselinhabers",
  "We are here to replace one or more officers' keys.":
    "Wir sind hier, um die Schlüssel eines oder mehrerer Schlüsselinhaber zu ersetzen.",
  "Each security officer keeps one of three keys; any two of them can bring a lost HSM back, and that number is called the quorum.":
    "Jeder Schlüsselinhaber hat einen von drei Schlüsseln; je zwei davon können ein verlorenes HSM zurückbringen, und diese Zahl heißt Quorum.",
  "We say aloud whose key is replaced and why: an officer leaves, or a key is lost or in doubt.":
    "Wir sagen laut, wessen Schlüssel ersetzt wird und warum: Jemand scheidet aus, oder ein Schlüssel ist verloren oder zweifelhaft.",
  "The keys that stay": "Die Schlüssel, die bleiben",
  "Before anything is changed, every remaining key must be healthy.":
    "Bevor etwas geändert wird, muss jeder bleibende Schlüssel in Ordnung sein.",
  "Officer {n}, put both media, the USB sticks with your key, the passphrase envelope and your card on the table, still sealed.":
    "Schlüsselinhaber {n}, legen Sie beide Datenträger, die USB-Sticks mit Ihrem Schlüssel, den Passphrasenumschlag und Ihre Karte auf den Tisch, noch versiegelt.",
  "We read out the number of each bag.": "Wir lesen die Nummer jedes Beutels vor.",
  "Officer {n}, open the bag of your own medium while the witness watches, and insert the medium.":
    "Schlüsselinhaber {n}, öffnen Sie vor dem Zeugen den Beutel Ihres eigenen Datenträgers und stecken Sie den Datenträger ein.",
  "The backup medium and the envelope stay sealed.":
    "Der Ersatzdatenträger und der Umschlag bleiben versiegelt.",
  "Officer {n}, type your passphrase while nobody watches.":
    "Schlüsselinhaber {n}, tippen Sie Ihre Passphrase, während niemand zusieht.",
  "The app encrypts a test message for your certificate, the public half of your key.":
    "Die App verschlüsselt eine Testnachricht für Ihr Zertifikat, die öffentliche Hälfte Ihres Schlüssels.",
  "Only your key can decrypt it.": "Nur Ihr Schlüssel kann sie entschlüsseln.",
  "The old security domain": "Die alte Sicherheitsdomäne",
  "The security domain is the file that the officers' keys open.":
    "Die Sicherheitsdomäne ist die Datei, die die Schlüssel der Schlüsselinhaber öffnen.",
  "It is stored on the transfer medium, the stick that goes between the two stations, and on a second medium.":
    "Sie liegt auf dem Transportdatenträger, dem Stick, der zwischen den beiden Stationen hin- und hergeht, und auf einem zweiten Datenträger.",
  "We read out the number of the transfer medium's bag, and open it while the witness watches.":
    "Wir lesen die Nummer vom Beutel des Transportdatenträgers vor und öffnen ihn vor dem Zeugen.",
  "We read out the number of the domain copy's bag, and open it while the witness watches.":
    "Wir lesen die Nummer vom Beutel der Domänenkopie vor und öffnen ihn vor dem Zeugen.",
  "The new keys": "Die neuen Schlüssel",
  "Officer {n}, insert your new medium and your new backup medium: USB sticks that are used for nothing else.":
    "Schlüsselinhaber {n}, stecken Sie Ihren neuen Datenträger und Ihren neuen Ersatzdatenträger ein: USB-Sticks, die für nichts anderes verwendet werden.",
  "The old medium stays in its bag.": "Der alte Datenträger bleibt in seinem Beutel.",
  "The certificates of all three officers, old and new, are copied to the transfer medium.":
    "Die Zertifikate aller drei Schlüsselinhaber, alte und neue, werden auf den Transportdatenträger kopiert.",
  "The screen shows what was made today.": "Der Bildschirm zeigt, was heute entstanden ist.",
  "Each officer types their passphrase to sign it, before anything goes to the other station.":
    "Jeder Schlüsselinhaber tippt die Passphrase, um es zu unterschreiben, bevor etwas zur anderen Station geht.",
  "Those who stay vouch for those who are new.": "Wer bleibt, bürgt für die, die neu sind.",
  "The new security domain": "Die neue Sicherheitsdomäne",
  "It is active and stays active; nothing in it is changed today.":
    "Es ist aktiv und bleibt aktiv; nichts darin wird heute geändert.",
  "Nothing is downloaded until every new certificate is confirmed here.":
    "Nichts wird heruntergeladen, bevor hier jedes neue Zertifikat bestätigt ist.",
  "The HSM provides its security domain once more, this time for the new set of three keys.":
    "Das HSM gibt seine Sicherheitsdomäne noch einmal heraus, diesmal für die neuen drei Schlüssel.",
  "It is saved to both media, beside the old one, before anything else is done with it.":
    "Sie wird auf beide Datenträger gespeichert, neben die alte, bevor sonst etwas mit ihr geschieht.",
  "The SHA-256 of the new security domain is read aloud as words; the witness writes them down.":
    "Der SHA-256 der neuen Sicherheitsdomäne wird als Wörter vorgelesen; der Zeuge schreibt sie auf.",
  "The new file must have the same SHA-256 on both media, and must name exactly today's three certificates and a quorum of two.":
    "Die neue Datei muss auf beiden Datenträgern denselben SHA-256 haben und genau die drei Zertifikate von heute und ein Quorum von zwei nennen.",
  "Each officer inserts their medium and types their passphrase.":
    "Jeder Schlüsselinhaber steckt seinen Datenträger ein und tippt die Passphrase.",
  "The app then opens the new security domain with officers 1 and 2, with 1 and 3, and with 2 and 3.":
    "Dann öffnet die App die neue Sicherheitsdomäne mit den Schlüsselinhabern 1 und 2, mit 1 und 3 und mit 2 und 3.",
  "Until then, the old keys remain valid.": "Bis dahin gelten die alten Schlüssel.",
  "Old keys, custody and signatures": "Alte Schlüssel, Verwahrung und Unterschriften",
  "The new security domain is proven.": "Die neue Sicherheitsdomäne ist nachgewiesen.",
  "The old file is removed from both media.":
    "Die alte Datei wird von beiden Datenträgern entfernt.",
  "If you know of another copy, say so now: the old file must not be kept anywhere.":
    "Wenn Sie von einer weiteren Kopie wissen, sagen Sie es jetzt: Die alte Datei darf nirgends aufbewahrt werden.",
  "Everything that belonged to the old key of officer {n} is put on the table: the medium, the backup, the passphrase envelope, the card.":
    "Alles, was zum alten Schlüssel von Schlüsselinhaber {n} gehörte, kommt auf den Tisch: der Datenträger, der Ersatz, der Passphrasenumschlag, die Karte.",
  "We read out each number.": "Wir lesen jede Nummer vor.",
  "Then each object is cut up or shredded while the witness watches.":
    "Dann wird jeder Gegenstand vor dem Zeugen zerschnitten oder geschreddert.",
  "If anything is missing, we say so.": "Fehlt etwas, sagen wir es.",
  "Everything new, and everything that was opened, goes into new bags.":
    "Alles Neue und alles, was geöffnet wurde, kommt in neue Beutel.",
  "Each officer signs the record with their signing key, takes their media out, and seals each in its bag while the witness watches.":
    "Jeder Schlüsselinhaber unterschreibt das Protokoll mit seinem Signierschlüssel, zieht seine Datenträger ab und versiegelt jeden vor dem Zeugen in seinem Beutel.",
  "Attestation of one officer's custody": "Prüfung der Verwahrung eines Schlüsselinhabers",
  "We are here to check that everything one officer keeps is still there, still sealed and undamaged.":
    "Wir sind hier, um zu prüfen, ob alles, was ein Schlüsselinhaber verwahrt, noch da, noch versiegelt und unbeschädigt ist.",
  "Each security officer keeps one of three keys; any two of them can bring a lost HSM back.":
    "Jeder Schlüsselinhaber hat einen von drei Schlüsseln; je zwei davon können ein verlorenes HSM zurückbringen.",
  "The seals": "Die Siegel",
  "We read the number of each bag aloud.": "Wir lesen die Nummer jedes Beutels laut vor.",
  "The app compares them with the last record.":
    "Die App vergleicht sie mit dem letzten Protokoll.",
  "It is stored on two media.": "Sie liegt auf zwei Datenträgern.",
  "One of them is the transfer medium, the stick that goes between the two stations.":
    "Einer davon ist der Transportdatenträger, der Stick, der zwischen den beiden Stationen hin- und hergeht.",
  "Is it kept here?": "Wird er hier verwahrt?",
  "the transfer medium is not kept here, or stays sealed today":
    "der Transportdatenträger wird nicht hier verwahrt oder bleibt heute versiegelt",
  "it is kept here and checked now": "er wird hier verwahrt und jetzt geprüft",
  "We read the number of its bag aloud.": "Wir lesen die Nummer seines Beutels laut vor.",
  "Then the bag is opened while the witness watches.":
    "Dann wird der Beutel vor dem Zeugen geöffnet.",
  "Insert the medium.": "Stecken Sie den Datenträger ein.",
  "The file on it must be the one in the last record, byte for byte.":
    "Die Datei darauf muss die aus dem letzten Protokoll sein, Byte für Byte.",
  "Is the medium with the copy of the security domain kept here?":
    "Wird der Datenträger mit der Kopie der Sicherheitsdomäne hier verwahrt?",
  "the domain's copy is not kept here, or stays sealed today":
    "die Domänenkopie wird nicht hier verwahrt oder bleibt heute versiegelt",
  "The key": "Der Schlüssel",
  "The seals are compared every quarter.": "Die Siegel werden jedes Quartal verglichen.",
  "Once a year, or when there is a reason, the key is checked too: the bag is opened, and the key must decrypt a test message.":
    "Einmal im Jahr, oder wenn es einen Grund gibt, wird auch der Schlüssel geprüft: Der Beutel wird geöffnet, und der Schlüssel muss eine Testnachricht entschlüsseln.",
  "only the seals are compared today": "heute werden nur die Siegel verglichen",
  "the key is checked too": "der Schlüssel wird auch geprüft",
  "the key cannot be used": "der Schlüssel ist nicht verwendbar",
  "We say aloud what is wrong: the key is lost, its medium is damaged, its passphrase is forgotten, its officer has left, or its seal was broken.":
    "Wir sagen laut, was nicht stimmt: Der Schlüssel ist verloren, sein Datenträger ist beschädigt, seine Passphrase ist vergessen, sein Inhaber ist ausgeschieden, oder sein Siegel war verletzt.",
  "Nobody is blamed for saying so.": "Niemandem wird dafür ein Vorwurf gemacht.",
  "The backup medium stays in its bag.": "Der Ersatzdatenträger bleibt in seinem Beutel.",
  "Everything that was opened goes into a new bag.":
    "Alles, was geöffnet wurde, kommt in einen neuen Beutel.",
  "For each bag we read out its new number, its place, and who keeps it.":
    "Zu jedem Beutel lesen wir die neue Nummer vor, den Ort, und wer ihn verwahrt.",
  "The officer signs the record with their signing key, takes the medium out, and seals it in its new bag while the witness watches.":
    "Der Schlüsselinhaber unterschreibt das Protokoll mit seinem Signierschlüssel, zieht den Datenträger ab und versiegelt ihn vor dem Zeugen in seinem neuen Beutel.",
  "If nothing was opened, nothing changes.": "Wurde nichts geöffnet, ändert sich nichts.",
  "The signing key stays sealed.": "Der Signierschlüssel bleibt versiegelt.",
  "The file and the paper go to the administrator.":
    "Die Datei und das Papier gehen an den Administrator.",
  "Custody attestation": "Verwahrungsprüfung",
  "We are here to find out whether our Managed HSM could be recovered today.":
    "Wir sind hier, um herauszufinden, ob unser Managed HSM heute wiederhergestellt werden könnte.",
  "It is a machine in which Azure keeps our keys.":
    "Es ist eine Maschine, in der Azure unsere Schlüssel aufbewahrt.",
  "Each officer has done their part of this attestation where their objects are kept.":
    "Jeder Schlüsselinhaber hat seinen Teil dieser Prüfung dort erledigt, wo seine Gegenstände verwahrt werden.",
  "No key is needed in this room.": "In diesem Raum wird kein Schlüssel gebraucht.",
  "The officers' parts": "Die Teile der Schlüsselinhaber",
  "Has officer {n} done their part since the last record?":
    "Hat Schlüsselinhaber {n} seinen Teil seit dem letzten Protokoll erledigt?",
  "officer 1 has done it, and the file is here":
    "Schlüsselinhaber 1 hat ihn erledigt, und die Datei ist hier",
  "something is wrong with the key of officer 1":
    "mit dem Schlüssel von Schlüsselinhaber 1 stimmt etwas nicht",
  "we have heard nothing from officer 1": "wir haben von Schlüsselinhaber 1 nichts gehört",
  "The app checks the whole file.": "Die App prüft die ganze Datei.",
  "If it was signed on paper, we read the words of its head from that paper: sixteen words that stand for the whole file.":
    "Wurde auf Papier unterschrieben, lesen wir die Wörter ihres Prüfwerts von diesem Papier: sechzehn Wörter, die für die ganze Datei stehen.",
  "We say aloud what is wrong: the key is lost, its medium, the stick it is stored on, is damaged, its passphrase is forgotten, its officer has left, or its seal was broken.":
    "Wir sagen laut, was nicht stimmt: Der Schlüssel ist verloren, sein Datenträger, der Stick, auf dem er liegt, ist beschädigt, seine Passphrase ist vergessen, sein Inhaber ist ausgeschieden, oder sein Siegel war verletzt.",
  "officer 2 has done it, and the file is here":
    "Schlüsselinhaber 2 hat ihn erledigt, und die Datei ist hier",
  "something is wrong with the key of officer 2":
    "mit dem Schlüssel von Schlüsselinhaber 2 stimmt etwas nicht",
  "we have heard nothing from officer 2": "wir haben von Schlüsselinhaber 2 nichts gehört",
  "officer 3 has done it, and the file is here":
    "Schlüsselinhaber 3 hat ihn erledigt, und die Datei ist hier",
  "something is wrong with the key of officer 3":
    "mit dem Schlüssel von Schlüsselinhaber 3 stimmt etwas nicht",
  "we have heard nothing from officer 3": "wir haben von Schlüsselinhaber 3 nichts gehört",
  "It is stored on two media, which are USB sticks.":
    "Sie liegt auf zwei Datenträgern, das sind USB-Sticks.",
  "The full backup": "Die vollständige Sicherung",
  "The security domain alone cannot bring any key back.":
    "Die Sicherheitsdomäne allein bringt keinen Schlüssel zurück.",
  "The keys themselves are in a full backup, an encrypted copy of all keys of the HSM.":
    "Die Schlüssel selbst sind in einer vollständigen Sicherung, einer verschlüsselten Kopie aller Schlüssel des HSM.",
  "Do we know where the newest one is stored, and its date?":
    "Wissen wir, wo die neueste liegt und von welchem Tag sie ist?",
  "we know, and record it now": "wir wissen es und tragen es jetzt ein",
  "we do not know today, and somebody will find out":
    "wir wissen es heute nicht, und jemand findet es heraus",
  "We read the place and date of the newest full backup aloud from the backup report.":
    "Wir lesen Ort und Tag der neuesten vollständigen Sicherung laut aus dem Sicherungsbericht vor.",
  "Custody and result": "Verwahrung und Ergebnis",
  "The app counts which keys are there, which have a problem, and which nobody has seen.":
    "Die App zählt, welche Schlüssel da sind, mit welchen es Schwierigkeiten gibt und welche niemand gesehen hat.",
  "Any two healthy keys are enough for a recovery, but then nothing more may go wrong.":
    "Je zwei Schlüssel in Ordnung genügen für eine Wiederherstellung, aber dann darf nichts weiter schiefgehen.",
  "There is no signing key in this room.": "In diesem Raum ist kein Signierschlüssel.",
  "So everyone here signs a sheet of paper with the head of this record: sixteen words that stand for all of it.":
    "Deshalb unterschreiben alle Anwesenden ein Blatt Papier mit dem Prüfwert dieses Protokolls: sechzehn Wörter, die für alles darin stehen.",
  "Dry run of recovery": "Probe der Wiederherstellung",
  "We are here to find out whether our keys could be recovered today.":
    "Wir sind hier, um herauszufinden, ob unsere Schlüssel heute wiederhergestellt werden könnten.",
  "They are in a Managed HSM, a machine in which Azure keeps them.":
    "Sie sind in einem Managed HSM, einer Maschine, in der Azure sie aufbewahrt.",
  "Security officers are here with their media, the USB sticks with their keys.":
    "Schlüsselinhaber sind mit ihren Datenträgern hier, den USB-Sticks mit ihren Schlüsseln.",
  "Two of the three officers are enough; that number is called the quorum.":
    "Zwei der drei Schlüsselinhaber genügen; diese Zahl heißt Quorum.",
  "We do what a recovery does, without an HSM.":
    "Wir tun, was eine Wiederherstellung tut, ohne ein HSM.",
  "Nothing changes, and nothing but the record is written.":
    "Nichts ändert sich, und nichts als das Protokoll wird geschrieben.",
  "Officer {n}, put both media, the passphrase envelope and your card on the table, still sealed.":
    "Schlüsselinhaber {n}, legen Sie beide Datenträger, den Passphrasenumschlag und Ihre Karte auf den Tisch, noch versiegelt.",
  "Officer {n}, open the bag of your own medium while the witness watches.":
    "Schlüsselinhaber {n}, öffnen Sie vor dem Zeugen den Beutel Ihres eigenen Datenträgers.",
  "We read the number of the transfer medium's bag aloud, and open it while the witness watches.":
    "Wir lesen die Nummer vom Beutel des Transportdatenträgers laut vor und öffnen ihn vor dem Zeugen.",
  "We read the number of the domain copy's bag aloud, and open it while the witness watches.":
    "Wir lesen die Nummer vom Beutel der Domänenkopie laut vor und öffnen ihn vor dem Zeugen.",
  "The dry run": "Die Probe",
  "In a recovery the new HSM provides an exchange key: the lock for which officers encrypt the security domain again.":
    "In einer Wiederherstellung gibt das neue HSM einen Austauschschlüssel heraus: das Schloss, für das Schlüsselinhaber die Sicherheitsdomäne neu verschlüsseln.",
  "Today the app makes an exchange key in memory.":
    "Heute erzeugt die App einen Austauschschlüssel im Arbeitsspeicher.",
  "Each officer inserts their medium and types their passphrase while nobody watches.":
    "Jeder Schlüsselinhaber steckt seinen Datenträger ein und tippt die Passphrase, während niemand zusieht.",
  "The app makes the restore blob, opens it, and compares every entry.":
    "Die App erzeugt den Restore-Blob, öffnet ihn und vergleicht jeden Eintrag.",
  "Then key and blob are gone: they were never on any medium.":
    "Dann sind Schlüssel und Blob weg: Sie waren nie auf einem Datenträger.",
  "They type their passphrase once more to sign the record, and seal their media while the witness watches.":
    "Sie tippen noch einmal ihre Passphrase, um das Protokoll zu unterschreiben, und versiegeln vor dem Zeugen ihre Datenträger.",
  "Hand-off of objects in custody": "Weitergabe verwahrter Gegenstände",
  "We are here because a sealed object goes to another person or another place.":
    "Wir sind hier, weil ein versiegelter Gegenstand an eine andere Person oder einen anderen Ort geht.",
  "The record says who keeps it, where, and under which seal.":
    "Das Protokoll sagt, wer ihn verwahrt, wo und unter welchem Siegel.",
  "The person who keeps it is called its custodian.":
    "Die Person, die ihn verwahrt, heißt sein Verwahrer.",
  "Nothing is opened today.": "Heute wird nichts geöffnet.",
  "The objects": "Die Gegenstände",
  "Put everything to be handed off today on the table, still sealed.":
    "Legen Sie alles, was heute weitergegeben wird, auf den Tisch, noch versiegelt.",
  "Anything that is not on the table stays as recorded.":
    "Was nicht auf dem Tisch liegt, bleibt, wie es protokolliert ist.",
  "If a seal was broken or a number differed, that is recorded as an exception.":
    "War ein Siegel verletzt oder wich eine Nummer ab, wird das als Ausnahme eingetragen.",
  "Do we hand off what is on the table?": "Geben wir weiter, was auf dem Tisch liegt?",
  "we hand it off now": "wir geben es jetzt weiter",
  "we hand off nothing today": "wir geben heute nichts weiter",
  "The person who hands off an object says aloud what it is and who receives it.":
    "Wer einen Gegenstand weitergibt, sagt laut, was es ist und wer ihn erhält.",
  "The person who receives it says the number of the bag and where it will be kept.":
    "Wer ihn erhält, sagt die Nummer des Beutels und wo er verwahrt wird.",
  "Both sign the receipt.": "Beide unterschreiben die Empfangsbestätigung.",
  "Nobody may keep the keys of two officers, and no passphrase may be kept with the stick that has its key.":
    "Niemand darf die Schlüssel zweier Schlüsselinhaber verwahren, und keine Passphrase darf bei dem Stick liegen, auf dem ihr Schlüssel ist.",
  "The end": "Das Ende",
  "So everyone here, including those who hand off and receive, signs a sheet of paper with the head of the record: sixteen words that stand for all of it.":
    "Deshalb unterschreiben alle Anwesenden, auch wer weitergibt oder erhält, ein Blatt Papier mit dem Prüfwert des Protokolls: sechzehn Wörter, die für alles darin stehen.",
  "From now on, the record says who keeps what.":
    "Von jetzt an sagt das Protokoll, wer was verwahrt.",
};
