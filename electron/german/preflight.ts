// What is checked before the activation and after it.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const PREFLIGHT: Sentences = {
  "{0} different certificates stand in the record.":
    "{0} verschiedene Zertifikate stehen im Protokoll.",
  "The record does not hold a certificate of its own for each officer.":
    "Das Protokoll enthält nicht für jeden Schlüsselinhaber ein eigenes Zertifikat.",
  "Abort the ceremony: keys are missing, or one was made twice.":
    "Brechen Sie die Zeremonie ab: Schlüssel fehlen, oder einer entstand zweimal.",
  "{0} of {1} officers will open the security domain.":
    "{0} von {1} Schlüsselinhabern öffnen die Sicherheitsdomäne.",
  "The quorum is larger than the number of officers, or one alone opens it.":
    "Das Quorum ist größer als die Zahl der Schlüsselinhaber, oder einer allein öffnet sie.",
  "Abort the ceremony, and correct the script.":
    "Brechen Sie die Zeremonie ab und berichtigen Sie den Ablauf.",
  "The HSM has been created.": "Das HSM ist angelegt.",
  "The HSM has not been created yet, or Azure is still working on it.":
    "Das HSM ist noch nicht angelegt, oder Azure arbeitet noch daran.",
  "Wait until Azure has finished: it takes about 15 minutes.":
    "Warten Sie, bis Azure fertig ist: Es dauert etwa 15 Minuten.",
  "The HSM is waiting to be activated.": "Das HSM wartet auf die Aktivierung.",
  "The HSM is already active.": "Das HSM ist schon aktiv.",
  "Do not activate it. Find out who has its security domain; another download is possible.":
    "Aktivieren Sie es nicht. Finden Sie heraus, wer seine Sicherheitsdomäne hat; ein weiteres Herunterladen ist möglich.",
  "Azure does not report that the HSM is waiting to be activated.":
    "Azure meldet nicht, dass das HSM auf die Aktivierung wartet.",
  "Check again later. If nothing changes, ask Microsoft.":
    "Prüfen Sie später noch einmal. Ändert sich nichts, fragen Sie Microsoft.",
  "A deleted HSM could not be brought back: soft-delete is off.":
    "Ein gelöschtes HSM ließe sich nicht zurückholen: Soft-delete ist aus.",
  "Create a new HSM with soft-delete; it cannot be switched on later.":
    "Legen Sie ein neues HSM mit Soft-delete an; später lässt es sich nicht einschalten.",
  "for {n} days": "{n} Tage lang",
  "A deleted HSM can be brought back{0}.": "Ein gelöschtes HSM lässt sich{0} zurückholen.",
  "Nobody can destroy the HSM before that time ends.":
    "Niemand kann das HSM vor Ablauf dieser Zeit vernichten.",
  "An administrator could destroy the HSM for good immediately.":
    "Ein Administrator könnte das HSM sofort endgültig vernichten.",
  "Switch on purge protection. It cannot be switched off again.":
    "Schalten Sie den Löschschutz (purge protection) ein. Er lässt sich nicht wieder ausschalten.",
  "It is not known whether you are one of its administrators.":
    "Ob Sie einer seiner Administratoren sind, ist nicht bekannt.",
  "Compare your object ID with the list of its first administrators.":
    "Vergleichen Sie Ihre Objekt-ID mit der Liste seiner ersten Administratoren.",
  "You are one of its first administrators; only they can activate it.":
    "Sie sind einer seiner ersten Administratoren; nur diese können es aktivieren.",
  "You are not one of its first administrators: it would refuse you.":
    "Sie sind keiner seiner ersten Administratoren: Es würde Sie ablehnen.",
  "Sign in as one of them.": "Melden Sie sich als einer von ihnen an.",
  "Azure's answer had no date: this machine's clock could not be compared.":
    "Die Antwort von Azure hatte kein Datum: Die Uhr dieses Rechners ließ sich nicht vergleichen.",
  "Compare this machine's clock with another one.":
    "Vergleichen Sie die Uhr dieses Rechners mit einer anderen.",
  "This machine's clock agrees with Azure's within five minutes.":
    "Die Uhr dieses Rechners stimmt auf fünf Minuten mit der von Azure überein.",
  "The HSM is reached over the public network, and has no private endpoint.":
    "Das HSM wird über das öffentliche Netzwerk erreicht und hat keinen privaten Endpunkt.",
  "The HSM has private endpoints, but the public network still reaches it.":
    "Das HSM hat private Endpunkte, aber das öffentliche Netzwerk erreicht es noch.",
  "Two people decide to activate it like this. Close public access afterwards.":
    "Zwei Personen beschließen, es so zu aktivieren. Schließen Sie danach den öffentlichen Zugang.",
  "Only approved private endpoints can reach the HSM.":
    "Nur genehmigte private Endpunkte erreichen das HSM.",
  "Public access is off, and no private endpoint is approved.":
    "Der öffentliche Zugang ist aus, und kein privater Endpunkt ist genehmigt.",
  "Approve a private endpoint for this network.":
    "Genehmigen Sie einen privaten Endpunkt für dieses Netzwerk.",
  "Its name resolves to a private address here.": "Sein Name führt hier zu einer privaten Adresse.",
  "Its name does not resolve to a private address on this machine.":
    "Sein Name führt auf diesem Rechner nicht zu einer privaten Adresse.",
  "Check the private DNS zone of this network.":
    "Prüfen Sie die private DNS-Zone dieses Netzwerks.",
  "The HSM stands in none of Microsoft's clouds: the site file alone vouches for it.":
    "Das HSM steht in keiner der Clouds von Microsoft: Allein die Standortdatei bürgt dafür.",
  "The site file names it.": "Die Standortdatei nennt es.",
  "Its own CA vouches for all answers: SHA-256 {sha256}.":
    "Ihre eigene CA bürgt für alle Antworten: SHA-256 {sha256}.",
  "Two people decide that it is the HSM that is meant; else correct the site file.":
    "Zwei Personen entscheiden, dass es das gemeinte HSM ist; sonst berichtigen Sie die Standortdatei.",
  "This is a rehearsal, and the HSM is a real one: it is activated for rehearsal keys alone.":
    "Dies ist eine Übung, und das HSM ist ein echtes: Es wird allein für Übungsschlüssel aktiviert.",
  "Two people decide that it was made for trying and will be deleted; else choose another.":
    "Zwei Personen entscheiden, dass es zum Ausprobieren angelegt wurde und gelöscht wird; sonst wählen Sie ein anderes.",
  "The medium “{0}” is in, can be written, and has room.":
    "Der Datenträger „{0}“ steckt, ist beschreibbar und hat Platz.",
  "The medium “{0}”: {1}": "Der Datenträger „{0}“: {1}",
  "The HSM says that it is active.": "Das HSM sagt, dass es aktiv ist.",
  "The HSM does not say yet that it is active.": "Das HSM sagt noch nicht, dass es aktiv ist.",
  "Keep both media. Look at its state in Azure before the bags are closed.":
    "Bewahren Sie beide Datenträger auf. Sehen Sie in Azure nach seinem Zustand, bevor die Beutel geschlossen werden.",
  "The security domain names exactly these certificates, quorum {0}.":
    "Die Sicherheitsdomäne nennt genau diese Zertifikate, Quorum {0}.",
  "The security domain names other certificates or another quorum.":
    "Die Sicherheitsdomäne nennt andere Zertifikate oder ein anderes Quorum.",
  "Keep both media. The offline station refuses it: decide there how it goes on.":
    "Bewahren Sie beide Datenträger auf. Die Offline-Station lehnt sie ab: Entscheiden Sie dort, wie es weitergeht.",
  "The security domain on the media: {0}": "Die Sicherheitsdomäne auf den Datenträgern: {0}",
  "The role assignments could not be read.": "Die Rollenzuweisungen ließen sich nicht lesen.",
  "Compare them with the plan in Azure. {0}": "Vergleichen Sie sie in Azure mit dem Plan. {0}",
};
