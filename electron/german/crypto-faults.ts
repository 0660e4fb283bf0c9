// Refusals of the room `crypto`.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const CRYPTO_FAULTS: Sentences = {
  "Copy it again from the original medium.":
    "Kopieren Sie die Datei noch einmal vom ursprünglichen Datenträger.",
  "Check that you chose the right file, and copy it again from its medium.":
    "Prüfen Sie, ob Sie die richtige Datei gewählt haben, und kopieren Sie sie noch einmal von ihrem Datenträger.",
  "Make the key file again with openssl or with this app, or use the officer's other copy.":
    "Erzeugen Sie die Schlüsseldatei mit openssl oder dieser App noch einmal, oder nehmen Sie die andere Kopie des Schlüsselinhabers.",
  "Use the officer's other copy of this file.":
    "Nehmen Sie die andere Kopie dieser Datei vom Schlüsselinhaber.",
  "Make a new key and certificate. A domain made with this one can be restored with az.":
    "Erzeugen Sie einen neuen Schlüssel mit Zertifikat. Eine mit diesem erzeugte Domäne lässt sich mit az wiederherstellen.",
  "Fetch the exchange key from the recovery HSM again.":
    "Holen Sie den Austauschschlüssel noch einmal vom HSM der Wiederherstellung ab.",
  "Fetch the collateral from Intel again and keep each answer as it is, with its issuer chain.":
    "Holen Sie die Dateien noch einmal von Intel und bewahren Sie jede Antwort unverändert auf, mit ihrer Ausstellerkette.",
  "The security domain file is empty.": "Die Datei der Sicherheitsdomäne ist leer.",
  "The security domain file contains only zero bytes: it was not written completely.":
    "Die Datei der Sicherheitsdomäne enthält nur Nullbytes: Sie wurde nicht vollständig geschrieben.",
  "The security domain file ends early, at character {at}.":
    "Die Datei der Sicherheitsdomäne endet vorzeitig, bei Zeichen {at}.",
  "There is extra data after the security domain, at character {at}.":
    "Nach der Sicherheitsdomäne folgen weitere Daten, bei Zeichen {at}.",
  "The security domain file is not plain UTF-8 text.":
    "Die Datei der Sicherheitsdomäne ist kein reiner UTF-8-Text.",
  "A field of the security domain appears twice, at character {at}.":
    "Ein Feld der Sicherheitsdomäne steht zweimal da, bei Zeichen {at}.",
  "The security domain has a field that this version does not know.":
    "Die Sicherheitsdomäne hat ein Feld, das diese Version nicht kennt.",
  "Check whether a newer version of this app reads it; the file may be valid.":
    "Prüfen Sie, ob eine neuere Version dieser App sie liest; die Datei kann gültig sein.",
  "The security domain has a version that this app does not know.":
    "Die Sicherheitsdomäne hat eine Version, die diese App nicht kennt.",
  "The security domain file is nested more than 16 levels deep.":
    "Die Datei der Sicherheitsdomäne ist mehr als 16 Ebenen tief geschachtelt.",
  "The file is larger than 8 MiB: too large for a security domain.":
    "Die Datei ist größer als 8 MiB: zu groß für eine Sicherheitsdomäne.",
  "The security domain file is damaged at character {at}.":
    "Die Datei der Sicherheitsdomäne ist bei Zeichen {at} beschädigt.",
  "This looks like {kind}, not like a security domain.":
    "Das sieht aus wie {kind}, nicht wie eine Sicherheitsdomäne.",
  "This is not a security domain: {member} is missing.":
    "Das ist keine Sicherheitsdomäne: {member} fehlt.",
  "In the security domain, {member} must be {wanted}.":
    "In der Sicherheitsdomäne muss {member} so sein: {wanted}.",
  "The quorum of the security domain must be 2 to 10.":
    "Das Quorum der Sicherheitsdomäne muss 2 bis 10 sein.",
  "The security domain needs {required} shares but contains {held}.":
    "Die Sicherheitsdomäne braucht {required} Anteile, enthält aber {held}.",
  "Only shamir_share is supported; the security domain names another method.":
    "Nur shamir_share wird unterstützt; die Sicherheitsdomäne nennt ein anderes Verfahren.",
  "Only sp108_kdf is supported; the security domain names another method.":
    "Nur sp108_kdf wird unterstützt; die Sicherheitsdomäne nennt ein anderes Verfahren.",
  "Two shares are for the same officer certificate.": "Zwei Anteile sind für dasselbe Zertifikat.",
  "The thumbprint of share {n} is not 32 bytes of base64url.":
    "Der Fingerabdruck von Anteil {n} hat nicht 32 Bytes in base64url.",
  "{member} is not strict base64url, at character {at}.":
    "{member} ist kein strenges base64url, bei Zeichen {at}.",
  "Entry {n} has a name that does not match its header, or that appears twice.":
    "Eintrag {n} hat einen Namen, der nicht zu seinem Kopf passt oder zweimal vorkommt.",
  "The security domain contains no data entries.":
    "Die Sicherheitsdomäne enthält keine Dateneinträge.",
  "This is {found}, but {wanted} is needed.": "Das ist {found}, gebraucht wird aber {wanted}.",
  "Choose the right file.": "Wählen Sie die richtige Datei.",
  "An encrypted entry must have 5 parts, but has {found}.":
    "Ein verschlüsselter Eintrag muss 5 Teile haben, hat aber {found}.",
  "An encrypted entry is not strict base64url.":
    "Ein verschlüsselter Eintrag ist kein strenges base64url.",
  "The key algorithm of an encrypted entry must be {wanted}.":
    "Das Schlüsselverfahren eines verschlüsselten Eintrags muss {wanted} sein.",
  "The content algorithm of an encrypted entry must be A256CBC-HS512.":
    "Das Inhaltsverfahren eines verschlüsselten Eintrags muss A256CBC-HS512 sein.",
  "The header of an encrypted entry has an unknown format.":
    "Der Kopf eines verschlüsselten Eintrags hat eine unbekannte Form.",
  "An authentication tag must be 32 bytes.": "Ein Prüfkennzeichen muss 32 Bytes haben.",
  "{what} was altered or belongs to another security domain.":
    "Verändert oder aus einer anderen Sicherheitsdomäne: {what}.",
  "Compare the SHA-256 of the file with the record and use the other copy.":
    "Vergleichen Sie den SHA-256 der Datei mit dem Protokoll und nehmen Sie die andere Kopie.",
  "An encrypted entry has parts of an invalid length.":
    "Ein verschlüsselter Eintrag hat Teile von ungültiger Länge.",
  "{what} has a content key that is not 64 bytes long.":
    "Der Inhaltsschlüssel hat nicht 64 Bytes: {what}.",
  "{what} could not be decrypted with its private key.":
    "Mit dem privaten Schlüssel nicht zu entschlüsseln: {what}.",
  "Check that the key and certificate are those this security domain was made for.":
    "Prüfen Sie, ob Schlüssel und Zertifikat die sind, für die diese Sicherheitsdomäne erzeugt wurde.",
  "The share of officer {n} has an invalid length.":
    "Der Anteil von Schlüsselinhaber {n} hat eine ungültige Länge.",
  "The share of officer {n} is damaged.": "Der Anteil von Schlüsselinhaber {n} ist beschädigt.",
  "The {given} shares given and this security domain's data do not all belong together, and which of them is wrong cannot be determined.":
    "Die {given} gegebenen Anteile und die Daten dieser Sicherheitsdomäne gehören nicht alle zusammen, und welcher davon falsch ist, lässt sich nicht feststellen.",
  "Compare the SHA-256 of the file with the record, and bring one more officer: another share can show what is wrong.":
    "Vergleichen Sie den SHA-256 der Datei mit dem Protokoll und holen Sie einen weiteren Schlüsselinhaber: Ein weiterer Anteil kann zeigen, was falsch ist.",
  "{together} of the {given} shares given belong together, but not to this security domain's data.":
    "{together} der {given} gegebenen Anteile gehören zusammen, aber nicht zu den Daten dieser Sicherheitsdomäne.",
  "Compare the SHA-256 of the file with the record and use the other copy; if it is right, bring the keys made for this domain.":
    "Vergleichen Sie den SHA-256 der Datei mit dem Protokoll und nehmen Sie die andere Kopie; stimmt er, bringen Sie die für diese Domäne erzeugten Schlüssel.",
  "Not from this security domain, or completely damaged: {shares}.":
    "Nicht aus dieser Sicherheitsdomäne oder ganz beschädigt: {shares}.",
  "Compare the SHA-256 of the file with the record; bring the keys made for this one.":
    "Vergleichen Sie den SHA-256 der Datei mit dem Protokoll; bringen Sie die für diese erzeugten Schlüssel.",
  "Partly damaged: {shares}.": "Teilweise beschädigt: {shares}.",
  "The file contains the same share for {officers}.":
    "Die Datei enthält denselben Anteil für {officers}.",
  "The officer of key {n} was already counted.":
    "Der Inhaber von Schlüssel {n} wurde schon gezählt.",
  "Bring another officer.": "Holen Sie einen anderen Schlüsselinhaber.",
  "{required} officers are needed, but only {given} came.":
    "{required} Schlüsselinhaber werden gebraucht, gekommen sind nur {given}.",
  "Bring another officer's key.": "Bringen Sie den Schlüssel eines weiteren Schlüsselinhabers.",
  "A quorum of {required} of {officers} is not possible.":
    "Ein Quorum von {required} aus {officers} ist nicht möglich.",
  "Choose a quorum from 2 up to the number of officers.":
    "Wählen Sie ein Quorum von 2 bis zur Zahl der Schlüsselinhaber.",
  "The two cryptographic engines do not agree on {what}.":
    "Die beiden kryptografischen Rechenwerke sind sich nicht einig: {what}.",
  "Stop. Do not use the result; use another machine and report this.":
    "Halten Sie an. Verwenden Sie das Ergebnis nicht; nehmen Sie einen anderen Rechner und melden Sie dies.",
  "This machine's cryptography failed its self-test.":
    "Die Kryptografie dieses Rechners hat ihre Selbstprüfung nicht bestanden.",
  "Stop. Do not use this machine; use another one and report this.":
    "Halten Sie an. Verwenden Sie diesen Rechner nicht; nehmen Sie einen anderen und melden Sie dies.",
  "This is not one certificate in PEM format, from line {line} on.":
    "Das ist nicht ein einzelnes Zertifikat im PEM-Format, ab Zeile {line}.",
  "This file contains a {found}, not a certificate.":
    "Diese Datei enthält {found}, kein Zertifikat.",
  "Choose the certificate. A private key must never be on a transfer medium.":
    "Wählen Sie das Zertifikat. Ein privater Schlüssel darf nie auf einem Transportdatenträger sein.",
  "The file must contain exactly one certificate, but contains {found}.":
    "Die Datei muss genau ein Zertifikat enthalten, enthält aber {found}.",
  "Choose a file with one certificate.": "Wählen Sie eine Datei mit einem Zertifikat.",
  "The certificate is not strict DER, at byte {at}.":
    "Das Zertifikat ist kein strenges DER, bei Byte {at}.",
  "The certificate is nested more than 16 levels deep, at byte {at}.":
    "Das Zertifikat ist mehr als 16 Ebenen tief geschachtelt, bei Byte {at}.",
  "The certificate contains an invalid object identifier, at byte {at}.":
    "Das Zertifikat enthält eine ungültige Objektkennung, bei Byte {at}.",
  "The certificate's key must be an RSA key, but is {found}.":
    "Der Schlüssel des Zertifikats muss ein RSA-Schlüssel sein, ist aber {found}.",
  "The certificate's RSA key must have 2048 to 8192 bits, but has {found}.":
    "Der RSA-Schlüssel des Zertifikats muss 2048 bis 8192 Bit haben, hat aber {found}.",
  "The certificate's RSA exponent must be 65537.":
    "Der RSA-Exponent des Zertifikats muss 65537 sein.",
  "The certificate's RSA key is weak and can be broken.":
    "Der RSA-Schlüssel des Zertifikats ist schwach und lässt sich brechen.",
  "The certificate must be signed with SHA-256, SHA-384 or SHA-512; RSASSA-PSS must use one hash throughout and a salt of its length.":
    "Das Zertifikat muss mit SHA-256, SHA-384 oder SHA-512 signiert sein; bei RSASSA-PSS durchweg mit demselben Hashverfahren und einem Salt von dessen Länge.",
  "The certificate has an invalid validity date.":
    "Das Zertifikat hat ein ungültiges Gültigkeitsdatum.",
  "The certificate's signature is not valid.": "Die Signatur des Zertifikats ist nicht gültig.",
  "A name in the certificate is not {wanted}.": "Ein Name im Zertifikat ist nicht {wanted}.",
  "Choose a plain name. If the certificate already exists, check where it came from.":
    "Wählen Sie einen einfachen Namen. Gibt es das Zertifikat schon, prüfen Sie, woher es kommt.",
  "Officers {a} and {b} have the same certificate.":
    "Die Schlüsselinhaber {a} und {b} haben dasselbe Zertifikat.",
  "Each officer needs their own certificate.":
    "Jeder Schlüsselinhaber braucht ein eigenes Zertifikat.",
  "The certificates of officers {a} and {b} contain the same public key.":
    "Die Zertifikate der Schlüsselinhaber {a} und {b} enthalten denselben öffentlichen Schlüssel.",
  "Each officer needs their own key.": "Jeder Schlüsselinhaber braucht einen eigenen Schlüssel.",
  "3 to 10 officers' certificates are needed, but {found} were given.":
    "3 bis 10 Zertifikate von Schlüsselinhabern werden gebraucht, gegeben wurden {found}.",
  "Bring the missing certificates.": "Bringen Sie die fehlenden Zertifikate.",
  "This security domain has no share for the certificate of key {n}.":
    "Diese Sicherheitsdomäne hat keinen Anteil für das Zertifikat von Schlüssel {n}.",
  "Bring a certificate it was made for; their thumbprints begin with {held}. Otherwise try every share with this key: --try-every-share, or in the window two people who accept it.":
    "Bringen Sie ein Zertifikat, für das sie erzeugt wurde; deren Fingerabdrücke beginnen mit {held}. Sonst probieren Sie jeden Anteil mit diesem Schlüssel: --try-every-share, oder im Fenster zwei Personen, die es zulassen.",
  "No share of this security domain opens with key {n}.":
    "Kein Anteil dieser Sicherheitsdomäne öffnet sich mit Schlüssel {n}.",
  "Bring the key of another officer; if no key opens a share, look for the domain's own keys.":
    "Bringen Sie den Schlüssel eines anderen Schlüsselinhabers; öffnet keiner einen Anteil, suchen Sie die Schlüssel dieser Domäne.",
  "The PKCS#12 file of the key is not of a supported form: {what}.":
    "Die PKCS#12-Datei des Schlüssels hat keine unterstützte Form: {what}.",
  "Convert it on the offline machine: openssl pkcs12 -legacy -in OLD.pfx -out KEY.pem, then openssl pkcs12 -export -in KEY.pem -out NEW.pfx.":
    "Wandeln Sie sie auf dem Offline-Rechner um: openssl pkcs12 -legacy -in OLD.pfx -out KEY.pem, dann openssl pkcs12 -export -in KEY.pem -out NEW.pfx.",
  "The private key file is not in the documented PEM format, from line {line} on.":
    "Die Datei des privaten Schlüssels ist nicht im dokumentierten PEM-Format, ab Zeile {line}.",
  "The passphrase of key {n} is wrong, or the key file is damaged.":
    "Die Passphrase von Schlüssel {n} ist falsch, oder die Schlüsseldatei ist beschädigt.",
  "Check the keyboard layout and Caps Lock, and type it again.":
    "Prüfen Sie Tastaturbelegung und Feststelltaste und tippen Sie sie noch einmal.",
  "This private key has no passphrase.": "Dieser private Schlüssel hat keine Passphrase.",
  "Make a new key with a passphrase; treat this one as exposed.":
    "Erzeugen Sie einen neuen Schlüssel mit Passphrase; behandeln Sie diesen als preisgegeben.",
  "The private key is protected by an outdated method.":
    "Der private Schlüssel ist mit einem veralteten Verfahren geschützt.",
  "Convert it on the offline machine: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 600000 -in OLD.key -out NEW.key.":
    "Wandeln Sie ihn auf dem Offline-Rechner um: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 600000 -in ALT.key -out NEU.key.",
  "The private key file demands an unreasonable amount of work.":
    "Die Datei des privaten Schlüssels verlangt unvernünftig viel Rechenarbeit.",
  "Private key {n} does not belong to its certificate.":
    "Der private Schlüssel {n} gehört nicht zu seinem Zertifikat.",
  "Place the certificate made with this key beside it, under the same name.":
    "Legen Sie das mit diesem Schlüssel erzeugte Zertifikat daneben, unter demselben Namen.",
  "Private key {n} belongs to the certificate beside key {other}.":
    "Der private Schlüssel {n} gehört zum Zertifikat neben Schlüssel {other}.",
  "Place each certificate beside the key it was made with, under the same name.":
    "Legen Sie jedes Zertifikat neben den Schlüssel, mit dem es erzeugt wurde, unter demselben Namen.",
  "The private key is damaged: its numbers do not match.":
    "Der private Schlüssel ist beschädigt: Seine Zahlen passen nicht zusammen.",
  "The private key is not a well-formed RSA key.":
    "Der private Schlüssel ist kein wohlgeformter RSA-Schlüssel.",
  "A passphrase must have 8 to 1024 printable ASCII characters, not only spaces.":
    "Eine Passphrase muss 8 bis 1024 druckbare ASCII-Zeichen haben, nicht nur Leerzeichen.",
  "Choose another passphrase.": "Wählen Sie eine andere Passphrase.",
  "The two passphrases differ.": "Die beiden Passphrasen sind verschieden.",
  "Type the passphrase again, twice.": "Tippen Sie die Passphrase noch einmal, zweimal.",
  "The exchange key contains no certificate.": "Der Austauschschlüssel enthält kein Zertifikat.",
  "The exchange key and its certificate do not belong together.":
    "Der Austauschschlüssel und sein Zertifikat gehören nicht zusammen.",
  "The exchange key has an unknown format.": "Der Austauschschlüssel hat eine unbekannte Form.",
  "The exchange key is not an RSA encryption key of at least 2048 bits.":
    "Der Austauschschlüssel ist kein RSA-Verschlüsselungsschlüssel mit mindestens 2048 Bit.",
  "The exchange key's attestation fails check {check}: no genuine HSM made it like this.":
    "Die Attestierung des Austauschschlüssels besteht die Prüfung {check} nicht: Kein echtes HSM hat ihn so erzeugt.",
  "Do not use it. Fetch the exchange key from the recovery HSM again; if that is refused too, stop and ask Microsoft.":
    "Verwenden Sie ihn nicht. Holen Sie den Austauschschlüssel noch einmal vom HSM der Wiederherstellung ab; wird auch das abgelehnt, halten Sie an und fragen Sie Microsoft.",
  "Intel has revoked what vouches for the exchange key: check {check}.":
    "Intel hat widerrufen, was für den Austauschschlüssel bürgt: Prüfung {check}.",
  "File {n} of the collateral is not a TCB info, QE identity, CRL or issuer chain of Intel's.":
    "Datei {n} ist keine TCB-Info, QE-Identität, CRL oder Ausstellerkette von Intel.",
  "The collateral contains the {what} twice.": "Unter den Dateien von Intel ist zweimal: {what}.",
  "Give each file once.": "Geben Sie jede Datei einmal.",
  "The {what} in the collateral is not signed by Intel's chain, or that chain was not given.":
    "Nicht von der Kette von Intel signiert, oder diese wurde nicht gegeben: {what}.",
  "The {what} in the collateral is for other hardware.": "Für andere Hardware: {what}.",
  "Fetch the TCB info for the FMSPC that is shown with the exchange key, and the PCK CRL of the other CA (platform or processor).":
    "Holen Sie die TCB-Info zum FMSPC, der beim Austauschschlüssel steht, und die PCK-CRL der anderen Zertifizierungsstelle (platform oder processor).",
  "The exchange key does not name the recovery HSM.":
    "Der Austauschschlüssel nennt nicht das HSM der Wiederherstellung.",
  "The restore blob was made for another exchange key.":
    "Der Restore-Blob wurde für einen anderen Austauschschlüssel erzeugt.",
  "Make the blob again for this exchange key.":
    "Erzeugen Sie den Blob noch einmal, für diesen Austauschschlüssel.",
  "The restore blob is damaged.": "Der Restore-Blob ist beschädigt.",
  "Make the blob again.": "Erzeugen Sie den Blob noch einmal.",
  "The restore blob is empty.": "Der Restore-Blob ist leer.",
  "The restore blob is missing an entry of the security domain.":
    "Im Restore-Blob fehlt ein Eintrag der Sicherheitsdomäne.",
  "These are not words from the read-aloud list in a valid order.":
    "Das sind nicht Wörter der Vorleseliste in gültiger Folge.",
  "Read the words aloud again.": "Lesen Sie die Wörter noch einmal vor.",
};
