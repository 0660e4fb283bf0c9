// What the minutes say of each entry.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const ENTRIES: Sentences = {
  "{0} aborted the ceremony:": "{0} brach die Zeremonie ab:",
  "End of the act": "Ende des Abschnitts",
  ", to be signed by {0}.": ", zu unterschreiben von {0}.",
  ", signed on paper by {0}; nobody signed the record itself.":
    ", auf Papier unterschrieben von {0}; das Protokoll selbst hat niemand unterschrieben.",
  "its managed identity": "seiner verwalteten Identität",
  "a SAS token, of which nothing is kept": "einem SAS-Token, von dem nichts bleibt",
  ", by the key list of": ", nach der Schlüsselliste von",
  ", by what an earlier record found at": ", nach dem, was ein früheres Protokoll fand auf",
  "The newest full backup is": "Die neueste vollständige Sicherung ist",
  "; there is no list of its keys, as": "; es gibt keine Liste ihrer Schlüssel, denn",
  "The empty HSM is being backed up to": "Das leere HSM wird gesichert nach",
  "; it reaches the storage by {0}.": "; es erreicht den Speicher mit {0}.",
  "The HSM began the backup, job": "Das HSM begann die Sicherung, Auftrag",
  "The empty HSM was backed up:": "Das leere HSM wurde gesichert:",
  "Azure restores no earlier than {0} minutes after the backup of the empty HSM, which ended at {1} UTC. The ceremony waited {2}{3}.":
    "Azure spielt frühestens {0} Minuten nach der Sicherung des leeren HSM zurück, die um {1} UTC endete. Die Zeremonie wartete {2}{3}.",
  ": this is a rehearsal": ": Dies ist eine Übung",
  "The restore of": "Das Rückspielen von",
  "The HSM began the restore, job": "Das HSM begann das Rückspielen, Auftrag",
  "To list the keys,": "Zum Auflisten der Schlüssel erhält",
  "is temporarily given the role Crypto Auditor (": "vorübergehend die Rolle Crypto Auditor (",
  "The keys are listed by": "Die Schlüssel listet auf",
  ", who already has the role": ", mit der schon vorhandenen Rolle",
  "The role assignment": "Die Rollenzuweisung",
  ", given for listing the keys, was removed.":
    ", zum Auflisten der Schlüssel gegeben, wurde entfernt.",
  "Ready to be signed by {0}.": "Bereit zum Unterschreiben durch {0}.",
  "Closed on paper by {0}; nobody signed the record itself.":
    "Auf Papier geschlossen von {0}; das Protokoll selbst hat niemand unterschrieben.",
  "{0} signed with the signing key.": "Mit dem Signierschlüssel unterschrieb {0}.",
  "every officer can open": "jeder Schlüsselinhaber kann öffnen",
  "recovery would fail today": "eine Wiederherstellung würde heute scheitern",
  "Seal, place and custodian of {0} were recorded.":
    "Siegel, Ort und Verwahrer wurden eingetragen: {0}.",
  "with seal": "mit Siegel",
  "went from": "ging von",
  "said aloud what they hand off.": "sagten laut, was sie weitergeben.",
  "said aloud what they receive.": "sagten laut, was sie erhalten.",
  "Not here to hand off:": "Zum Weitergeben nicht hier:",
  "; two people decided to continue.": "; zwei Personen beschlossen fortzufahren.",
  "Destroyed in front of the witness:": "Vor dem Zeugen vernichtet:",
  "The part of {0} was taken over, closed {1}; head":
    "Der Teil von {0} wurde übernommen, geschlossen {1}; Prüfwert",
  "by a signature": "mit einer Unterschrift",
  "on paper": "auf Papier",
  "Custody attested: {0}. Healthy: {1}; in trouble: {2}; not heard of: {3}.":
    "Verwahrung geprüft: {0}. In Ordnung: {1}; mit Problem: {2}; nichts gehört von: {3}.",
  "{0} accepted a deviation from Microsoft's advice ({1}):":
    "{0} ließen eine Abweichung vom Rat von Microsoft zu ({1}):",
  "a quorum of three or more": "ein Quorum von drei oder mehr",
  "seal of": "Siegel von",
  "The witness saw that nothing differs from the last ceremony: people, script, program.":
    "Der Zeuge sah, dass nichts anders ist als in der letzten Zeremonie: Personen, Ablauf, Programm.",
  "The witness acknowledged what differs from the last ceremony:":
    "Der Zeuge bestätigte, was anders ist als in der letzten Zeremonie:",
  "by the base64 text of the certificate, as Terraform names it":
    "am base64-Text des Zertifikats, wie Terraform ihn nennt",
  "by no name: the key is tried on every share":
    "an keinem Namen: Der Schlüssel wird an jedem Anteil versucht",
  "Before the download the HSM says": "Vor dem Herunterladen sagt das HSM",
  "The security domain was requested for {0}, quorum {1}. This cannot be undone.":
    "Die Sicherheitsdomäne wurde verlangt für {0}, Quorum {1}. Das lässt sich nicht rückgängig machen.",
  "{0} decided to download again:": "{0} beschlossen, noch einmal zu laden:",
  "The HSM's answer, {0}, was written and read back:":
    "Die Antwort des HSM, {0}, wurde geschrieben und zurückgelesen:",
  "The security domain, {0}, was written and read back:":
    "Die Sicherheitsdomäne, {0}, wurde geschrieben und zurückgelesen:",
  "After the download the HSM says": "Nach dem Herunterladen sagt das HSM",
  "The SHA-256 of the live image was read aloud from paper and heard correctly:":
    "Der SHA-256-Wert des Live-Abbilds wurde vom Papier vorgelesen und richtig gehört:",
  "{0} was read aloud and heard correctly:": "{0}: vorgelesen und richtig gehört:",
  "The thumbprint of the exchange key": "Der Fingerabdruck des Austauschschlüssels",
  "The security domain is the one that was read aloud; it names {0} of this ceremony and a quorum of {1};":
    "Die Sicherheitsdomäne ist die vorgelesene; sie nennt {0} dieser Zeremonie und ein Quorum von {1};",
  "The security domain was hashed again:": "Der SHA-256 der Sicherheitsdomäne wurde neu berechnet:",
  "The old security domain is no longer in force and is removed from":
    "Die alte Sicherheitsdomäne ist nicht mehr in Kraft und wird entfernt von",
  "No earlier record was available. The security domain was found:":
    "Es lag kein früheres Protokoll vor. Gefunden wurde die Sicherheitsdomäne:",
  ". Nobody could check seals, people, signing keys, or whether a newer domain has replaced it. Its origin, according to those present:":
    ". Niemand konnte Siegel, Personen und Signierschlüssel prüfen, oder ob eine neuere Domäne sie ersetzt hat. Ihre Herkunft nach den Anwesenden:",
  "The share of {0} is found {1}.": "Der Anteil von {0} ist zu finden {1}.",
  "Dry run of recovery: {0} opened their shares; an exchange key was made in the vault, the restore blob for it was made and opened, and {1} of the security domain came out unchanged. Key and blob existed only in the vault's memory;":
    "Probe der Wiederherstellung: {0} öffneten ihre Anteile; im Tresorprozess entstand ein Austauschschlüssel, der Restore-Blob dafür entstand und wurde geöffnet, und {1} der Sicherheitsdomäne kamen unverändert heraus. Schlüssel und Blob bestanden nur im Arbeitsspeicher des Tresorprozesses;",
  "the one entry": "der eine Eintrag",
  "Exception. Expected:": "Ausnahme. Erwartet:",
  "Correction of entry {0} of the earlier record. Expected:":
    "Berichtigung von Eintrag {0} des früheren Protokolls. Erwartet:",
  "The exchange key of the new HSM was fetched, {0}:":
    "Der Austauschschlüssel des neuen HSM wurde abgeholt, {0}:",
  "The exchange key was validated offline: {0}. Checks that passed: {1}; that failed: {2}. Files of Intel's that were brought: {3}.":
    "Der Austauschschlüssel wurde offline geprüft: {0}. Bestandene Prüfungen: {1}; nicht bestandene: {2}. Mitgebrachte Dateien von Intel: {3}.",
  "The exchange key is the one that was read aloud:": "Der Austauschschlüssel ist der vorgelesene:",
  "The exchange key is accepted: a genuine Managed HSM made it.":
    "Der Austauschschlüssel ist angenommen: Ein echtes Managed HSM hat ihn erzeugt.",
  "{0} decided to trust an exchange key that is not attested.":
    "{0} beschlossen, einem nicht attestierten Austauschschlüssel zu vertrauen.",
  "{0} found again, in the same version and with the same public half:":
    "{0} wiedergefunden, in derselben Version und mit derselben öffentlichen Hälfte:",
  "NOT COMPARED: no list says which keys should be there. {0} found:":
    "NICHT VERGLICHEN: Keine Liste sagt, welche Schlüssel da sein sollen. Gefunden: {0}:",
  "Came back: {0} and {1}.": "Es kamen zurück: {0} und {1}.",
  "MISSING keys": "FEHLENDE Schlüssel",
  "Keys that nobody expected": "Schlüssel, die niemand erwartet hat",
  "MISSING role assignments": "FEHLENDE Rollenzuweisungen",
  "Role assignments that nobody expected": "Rollenzuweisungen, die niemand erwartet hat",
  "INCIDENT, found at {0} UTC: a private key or a share was on the medium":
    "VORFALL, gefunden um {0} UTC: Ein privater Schlüssel oder ein Anteil war auf dem Datenträger",
  ", where none may be:": ", wo keiner sein darf:",
  ". The ceremony stopped until two people decided.":
    ". Die Zeremonie ruhte, bis zwei Personen entschieden.",
  "the media are lost": "die Datenträger sind verloren",
  "the media cannot be read": "die Datenträger lassen sich nicht lesen",
  "the officer has left": "der Schlüsselinhaber ist ausgeschieden",
  "The keys of {0} are being made, on the media":
    "Die Schlüssel von {0} werden erzeugt, auf den Datenträgern",
  "Files of an unfinished attempt were removed from the media of {0}:":
    "Dateien eines unfertigen Versuchs wurden entfernt von den Datenträgern von {0}:",
  "The keys of {0} are made (RSA {1}), written to both media and read back. Certificate:":
    "Die Schlüssel von {0} sind erzeugt (RSA {1}), auf beide Datenträger geschrieben und zurückgelesen. Zertifikat:",
  "{0} opened the keys with the passphrase, from":
    "{0} öffnete die Schlüssel mit der Passphrase, von",
  "A passphrase of {0} was wrong.": "Eine Passphrase von {0} war falsch.",
  "The words of the certificate of {0} match those read aloud, at the {1} station:":
    "Die Wörter des Zertifikats von {0} sind die vorgelesenen ({1}):",
  "Certificates for the HSM:": "Zertifikate für das HSM:",
  "The signing key of {0} signed the wrapping key beside it: it vouches for this officer in later ceremonies.":
    "Der Signierschlüssel von {0} hat den Entschlüsselungsschlüssel daneben unterschrieben: Er bürgt in späteren Zeremonien für diesen Schlüsselinhaber.",
  "The signing certificate of {0} was entered.": "Das Signierzertifikat von {0} wurde eingetragen.",
  "The key of {0} on": "Der Schlüssel von {0} auf",
  "decrypted a test message;": "entschlüsselte eine Testnachricht;",
  "Reported of the key of {0}: {1}.": "Gemeldet zum Schlüssel von {0}: {1}.",
  "Decided by {0}.": "Beschlossen von {0}.",
  "The head of the earlier record was entered from paper.":
    "Der Prüfwert des früheren Protokolls wurde vom Papier eingegeben.",
  "Officers for whom the earlier record vouches signed it.":
    "Schlüsselinhaber, für die das frühere Protokoll bürgt, haben es unterschrieben.",
  "Nothing shows that the earlier record is the one that people closed.":
    "Nichts zeigt, dass das frühere Protokoll das ist, das Menschen geschlossen haben.",
  "Opened:": "Eröffnet:",
  "Nothing vouches for the certificate of {0}.": "Für das Zertifikat von {0} bürgt nichts.",
  "in a browser": "in einem Browser",
  "by the Azure CLI": "mit der Azure CLI",
  "as this machine's own identity": "mit der eigenen Identität dieses Rechners",
  "with a certificate": "mit einem Zertifikat",
  "To be decided:": "Zu entscheiden:",
  "Signed in to the HSM": "Angemeldet am HSM",
  ", object id": ", Objekt-ID",
  "Before the activation.": "Vor der Aktivierung.",
  "{0} know this and continue:": "{0} wissen dies und fahren fort:",
  "After the activation.": "Nach der Aktivierung.",
  "Each of {0} opened {1} of the security domain from the bytes on the media;":
    "Jede Gruppe aus {0} öffnete {1} der Sicherheitsdomäne aus den Bytes auf den Datenträgern;",
  "Recess. Put into bags:": "Pause. In Beutel gelegt:",
  "End of the recess. Bags as found:": "Ende der Pause. Beutel wie gefunden:",
  "; confirmed by {0}.": "; bestätigt von {0}.",
  "The app refused:": "Die App lehnte ab:",
  "{0} decided to proceed despite": "{0} beschlossen fortzufahren trotz",
  "{0} opened their shares; the restore blob, {1}, was made for that exchange key alone:":
    "{0} öffneten ihre Anteile; der Restore-Blob, {1}, entstand allein für diesen Austauschschlüssel:",
  "The restore blob was sent to the HSM. This cannot be undone;":
    "Der Restore-Blob wurde an das HSM gesendet. Das lässt sich nicht rückgängig machen;",
  "After the upload the HSM says": "Nach dem Hochladen sagt das HSM",
  "The seals of {0} were read and compared:": "Die Siegel wurden gelesen und verglichen, {0}:",
  "shared objects": "gemeinsame Gegenstände",
  "{n} photograph of seals:": "{n} Foto von Siegeln:",
  "{n} photographs of seals:": "{n} Fotos von Siegeln:",
  ", compared with the last one": ", mit dem letzten verglichen",
  "Bags opened in front of the witness:": "Vor dem Zeugen geöffnete Beutel:",
  "The witness looked at the room: the projector is {0}covered, {1} the keyboard.":
    "Der Zeuge hat den Raum angesehen: Der Projektor ist {0}verdeckt; {1} die Tastatur.",
  "no camera sees": "keine Kamera sieht",
  "a camera may see": "eine Kamera sieht vielleicht",
  "{0} took the seat, alone at the screen.": "{0} nahm Platz, allein am Bildschirm.",
  "({0}) left for good;": "({0}) ist für immer gegangen;",
  "is {0} from now on.": "ist von jetzt an {0}.",
  "From here on nobody is simulated: everyone acts in person.":
    "Von hier an ist niemand simuliert: Alle handeln selbst.",
  "From here on the simulated crew acts for: {0}.":
    "Von hier an handelt das simulierte Team für: {0}.",
  "The step began.": "Der Schritt begann.",
  "The clock showed {0} when it should have shown {1}: it was set, or the computer slept. The order of entries is that of their numbers.":
    "Die Uhr zeigte {0}, als sie {1} hätte zeigen sollen: Sie wurde gestellt, oder der Rechner schlief. Die Reihenfolge der Einträge ist die ihrer Nummern.",
  "The network changed during the step, and the vaults were ended.":
    "Während des Schritts änderte sich das Netzwerk, und die Tresorprozesse wurden beendet.",
  "Performed by {0}.": "Ausgeführt von {0}.",
  "Confirmed by {0}.": "Bestätigt von {0}.",
  "Chosen: continue with “": "Gewählt: weiter mit „",
  "The record was handed over to the {0} station.": "Das Protokoll wurde übergeben: {0}.",
  "The record was taken over from the {0} station, complete and verified.":
    "Das Protokoll wurde übernommen, vollständig und geprüft, von: {0}.",
  "After an interruption the ceremony continued with “":
    "Nach einer Unterbrechung ging die Zeremonie weiter mit „",
  "”{0}; {1} steps were certain. Confirmed by {2}.":
    "“{0}; {1} Schritte waren sicher. Bestätigt von {2}.",
  ", done again": ", noch einmal ausgeführt",
  "A trainer set drills in this rehearsal. Which ones is sealed until the end:":
    "Ein Übungsleiter hat in dieser Übung Störungen gesetzt. Welche, ist bis zum Ende versiegelt:",
  "The drills were disclosed:": "Die Störungen wurden aufgedeckt:",
  "” (not set)": "“ (nicht gesetzt)",
};
