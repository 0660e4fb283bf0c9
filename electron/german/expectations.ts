// What auditors expect, and what is missing.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const EXPECTATIONS: Sentences = {
  "Keys of 2048 bits give a strength of 112 bits. For long use, 3072 or 4096 are advised.":
    "Schlüssel mit 2048 Bit haben eine Stärke von 112 Bit. Für lange Verwendung werden 3072 oder 4096 empfohlen.",
  "Where the media are stored, and who keeps them, is not recorded.":
    "Wo die Datenträger liegen und wer sie verwahrt, ist nicht protokolliert.",
  "The record is not closed: nobody has signed it.":
    "Das Protokoll ist nicht geschlossen: Niemand hat es unterschrieben.",
  "The signatures are on paper, not in the record: keep that paper.":
    "Die Unterschriften sind auf Papier, nicht im Protokoll: Bewahren Sie dieses Papier auf.",
  "A step was performed that nobody confirmed.":
    "Ein Schritt wurde ausgeführt, den niemand bestätigt hat.",
  "One officer alone can open the security domain.":
    "Ein Schlüsselinhaber allein kann die Sicherheitsdomäne öffnen.",
  "The security domain was not compared with the officers' certificates.":
    "Die Sicherheitsdomäne wurde nicht mit den Zertifikaten der Schlüsselinhaber verglichen.",
  "The exchange key was not compared between the two stations.":
    "Der Austauschschlüssel wurde nicht zwischen den beiden Stationen verglichen.",
  "Nothing proves that a genuine Managed HSM made the exchange key.":
    "Nichts weist nach, dass ein echtes Managed HSM den Austauschschlüssel erzeugt hat.",
  "No quorum was ever proven to open the security domain.":
    "Nie wurde nachgewiesen, dass ein Quorum die Sicherheitsdomäne öffnet.",
  "No recovery has ever found the HSM's keys again: run a drill.":
    "Noch keine Wiederherstellung hat die Schlüssel des HSM wiedergefunden: Führen Sie eine Rückspielübung durch.",
  "No full backup is on record: the security domain alone cannot bring any key back.":
    "Keine vollständige Sicherung ist protokolliert: Die Sicherheitsdomäne allein bringt keinen Schlüssel zurück.",
  "A problem with an officer's key was reported, and the key was not replaced.":
    "Ein Problem mit dem Schlüssel eines Schlüsselinhabers wurde gemeldet, und der Schlüssel wurde nicht ersetzt.",
  "{0} Two people accepted it.": "{0} Zwei Personen haben es zugelassen.",
  "Keys are with few people and in few places, and a key that protects other keys is as strong as they are.":
    "Schlüssel sind bei wenigen Personen und an wenigen Orten, und ein Schlüssel, der andere schützt, ist so stark wie diese.",
  "Service providers document algorithms, protocols and keys, with strength, expiry and use, keep test keys separate, and list their HSMs and secure devices.":
    "Dienstleister dokumentieren Verfahren, Protokolle und Schlüssel mit Stärke, Ablauf und Verwendung, trennen Testschlüssel und führen eine Liste ihrer HSM und sicheren Geräte.",
  "What the HSM's own keys protect, and who is responsible for each, is not in the record.":
    "Was die Schlüssel des HSM schützen und wer für jeden verantwortlich ist, steht nicht im Protokoll.",
  "Private keys are stored encrypted, in a secure device, or in shares.":
    "Private Schlüssel werden verschlüsselt, in einem sicheren Gerät oder in Anteilen aufbewahrt.",
  "As few custodians as possible have access to a key in the clear.":
    "So wenige Verwahrer wie möglich haben Zugang zu einem unverschlüsselten Schlüssel.",
  "Keys are stored in as few places as possible.":
    "Schlüssel werden an so wenigen Orten wie möglich aufbewahrt.",
  "Strong keys are generated.": "Es werden starke Schlüssel erzeugt.",
  "Keys are distributed securely.": "Schlüssel werden sicher verteilt.",
  "Keys are stored securely.": "Schlüssel werden sicher aufbewahrt.",
  "Keys are changed at the end of a period that was set for them.":
    "Schlüssel werden am Ende einer für sie festgelegten Frist gewechselt.",
  "No date for new officers' keys is in the record, and a certificate's expiry is not one: set one.":
    "Kein Termin für neue Schlüssel steht im Protokoll, und der Ablauf eines Zertifikats ist keiner: Legen Sie einen fest.",
  "Keys are retired, replaced or destroyed when weakened or possibly compromised.":
    "Schlüssel werden außer Dienst gestellt, ersetzt oder vernichtet, wenn sie geschwächt oder vielleicht preisgegeben sind.",
  "Handling a key in the clear by hand takes two people, each of whom knows only a part.":
    "Ein unverschlüsselter Schlüssel wird nur von zwei Personen von Hand behandelt, von denen jede nur einen Teil kennt.",
  "Nobody can substitute a key unnoticed.": "Niemand kann einen Schlüssel unbemerkt austauschen.",
  "Custodians acknowledge in writing that they understand and accept their task.":
    "Verwahrer bestätigen schriftlich, dass sie ihre Aufgabe verstehen und annehmen.",
  "The record contains no acknowledgement: each custodian signs the form that is printed with these minutes.":
    "Das Protokoll enthält keine Bestätigung: Jeder Verwahrer unterschreibt das Formular, das mit dieser Niederschrift gedruckt wird.",
  "Service providers guide customers who share keys with them.":
    "Dienstleister beraten Kunden, die Schlüssel mit ihnen teilen.",
  "Not in the record. It applies only to those who share keys with customers.":
    "Nicht im Protokoll. Es gilt nur für die, die Schlüssel mit Kunden teilen.",
  "Rules for cryptography and keys are defined and followed.":
    "Regeln für Kryptografie und Schlüssel sind festgelegt und werden befolgt.",
  "The organisation's own rules on cryptography are not in the record.":
    "Die eigenen Regeln der Organisation zur Kryptografie stehen nicht im Protokoll.",
  "A.8.24, recovery": "A.8.24, Wiederherstellung",
  "Lost or damaged keys can be recovered.":
    "Verlorene oder beschädigte Schlüssel lassen sich wiederherstellen.",
  "A.8.24, compromise": "A.8.24, Preisgabe",
  "Compromised keys are handled.": "Preisgegebene Schlüssel werden behandelt.",
  "A.8.24, logging": "A.8.24, Protokollierung",
  "What is done with keys is logged and can be audited.":
    "Was mit Schlüsseln geschieht, wird festgehalten und lässt sich prüfen.",
  "Conflicting duties are separated.": "Widerstreitende Aufgaben sind getrennt.",
  "Media are inventoried, and controlled through their whole life.":
    "Datenträger sind verzeichnet und werden über ihre ganze Lebensdauer überwacht.",
  "The chain of custody has gaps.": "Die Kette der Verwahrung hat Lücken.",
  "A key has a defined period of use.": "Ein Schlüssel hat eine festgelegte Nutzungsdauer.",
  "No period of use for the officers' keys is in the record.":
    "Keine Nutzungsdauer der Schlüssel steht im Protokoll.",
  "A key is strong enough for what it protects, for as long as that is needed.":
    "Ein Schlüssel ist stark genug für das, was er schützt, so lange es nötig ist.",
  "Keys and information about them are protected against change and disclosure.":
    "Schlüssel und Angaben über sie sind gegen Änderung und Preisgabe geschützt.",
  "There is an inventory of keys, and of where they are.":
    "Es gibt ein Verzeichnis der Schlüssel und ihrer Aufbewahrungsorte.",
  "Who had access to a key, and when, is known.":
    "Wer wann Zugang zu einem Schlüssel hatte, ist bekannt.",
  "What was done can be audited, and is reviewed regularly.":
    "Was getan wurde, lässt sich prüfen und wird regelmäßig durchgesehen.",
  "Keys survive the loss of places, people and equipment.":
    "Schlüssel überstehen den Verlust von Orten, Personen und Geräten.",
  "Three or more officers must act together.":
    "Drei oder mehr Schlüsselinhaber müssen gemeinsam handeln.",
  Holders: "Verwahrer",
  "Nobody ever has the keys of a quorum.": "Niemand hat je die Schlüssel eines Quorums.",
  Places: "Orte",
  "Keys are stored in different places.": "Schlüssel werden an verschiedenen Orten aufbewahrt.",
  Devices: "Geräte",
  "Keys are stored offline, each on its own device, in a safe.":
    "Schlüssel werden offline aufbewahrt, jeder auf einem eigenen Gerät, in einem Tresor.",
  Records: "Aufzeichnungen",
  "Every hand-off is documented.": "Jede Weitergabe ist dokumentiert.",
  Review: "Durchsicht",
  "Custody is reviewed at least every quarter.":
    "Die Verwahrung wird mindestens jedes Quartal geprüft.",
  Backup: "Sicherung",
  "The newest full backup is on record.": "Die neueste vollständige Sicherung ist protokolliert.",
  Drill: "Rückspielübung",
  "Recovery is drilled on another HSM.": "Die Wiederherstellung wird an einem anderen HSM geübt.",
  "No recovery has ever found every key again.":
    "Noch keine Wiederherstellung hat jeden Schlüssel wiedergefunden.",
  Alerts: "Alarme",
  "Each download of the security domain raises an alert and matches a record.":
    "Jedes Herunterladen der Sicherheitsdomäne löst einen Alarm aus und passt zu einem Protokoll.",
  "Azure's log is not in the record: compare each download in it with the records.":
    "Das Azure-Log ist nicht im Protokoll: Vergleichen Sie jedes Herunterladen darin mit den Protokollen.",
};
