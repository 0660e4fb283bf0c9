// Refusals of the room `hsm`.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const HSM_FAULTS: Sentences = {
  "Do not repeat it: ask the HSM for its status, which decides.":
    "Wiederholen Sie es nicht: Fragen Sie das HSM nach seinem Zustand, der entscheidet.",
  "This changed nothing. Check the network and try again.":
    "Es hat sich nichts geändert. Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.",
  "Note what the HSM says and the time, and ask Microsoft about it before you continue.":
    "Notieren Sie, was das HSM sagt, und die Zeit, und fragen Sie Microsoft, bevor Sie weitermachen.",
  "The HSM's answer could not be understood.": "Die Antwort des HSM war nicht zu verstehen.",
  "Keep what was received unchanged, and ask the HSM for its status.":
    "Bewahren Sie das Empfangene unverändert auf und fragen Sie das HSM nach seinem Zustand.",
  "The HSM reports that the operation failed.": "Das HSM meldet, dass der Vorgang gescheitert ist.",
  "Keep everything that was received until Microsoft confirms what happened.":
    "Bewahren Sie alles Empfangene auf, bis Microsoft bestätigt, was geschehen ist.",
  "The HSM answered with the unexpected HTTP status {status}.":
    "Das HSM antwortete mit dem unerwarteten HTTP-Status {status}.",
  "The sign-in was not accepted{why}.": "Die Anmeldung wurde nicht angenommen{why}.",
  "Sign in again with the role that this step needs, and continue. What was saved stays saved.":
    "Melden Sie sich mit der Rolle, die dieser Schritt braucht, noch einmal an und fahren Sie fort. Was gespeichert ist, bleibt gespeichert.",
  "The sign-in was declined{why}.": "Die Anmeldung wurde verweigert{why}.",
  "Sign in again and allow it, or let another administrator sign in.":
    "Melden Sie sich noch einmal an und erlauben Sie es, oder lassen Sie einen anderen Administrator sich anmelden.",
  "The code was not used in time.": "Der Code wurde nicht rechtzeitig verwendet.",
  "Repeat the step: a new code is shown. Nothing was changed.":
    "Wiederholen Sie den Schritt: Ein neuer Code erscheint. Es wurde nichts geändert.",
  "The sign-in was cancelled here.": "Die Anmeldung wurde hier abgebrochen.",
  "Repeat the step when someone is ready to sign in. Nothing was changed.":
    "Wiederholen Sie den Schritt, wenn jemand zur Anmeldung bereit ist. Es wurde nichts geändert.",
  "The account or application that signed in is not known in this tenant{why}.":
    "Das angemeldete Konto oder die Anwendung ist in diesem Mandanten nicht bekannt{why}.",
  "Sign in with an account of the site file's tenant, or correct the file.":
    "Melden Sie sich mit einem Konto des Mandanten der Standortdatei an, oder berichtigen Sie die Datei.",
  "The HSM is already active, or being activated; this changed nothing.":
    "Das HSM ist schon aktiv oder wird aktiviert; dies hat nichts geändert.",
  "Read the activation state. An active HSM accepts no other domain; another download is possible as an officer replacement.":
    "Lesen Sie den Aktivierungszustand. Ein aktives HSM nimmt keine andere Domäne an; ein weiteres Herunterladen ist als Ersetzung eines Schlüsselinhabers möglich.",
  "The HSM knows of no such operation, role or setting.":
    "Das HSM kennt keinen solchen Vorgang, keine solche Rolle oder Einstellung.",
  "It never existed, or the HSM no longer reports it: read the activation state.":
    "Es gab sie nie, oder das HSM meldet sie nicht mehr: Lesen Sie den Aktivierungszustand.",
  "The HSM already has a role assignment with this name or content.":
    "Das HSM hat schon eine Rollenzuweisung mit diesem Namen oder Inhalt.",
  "List the role assignments, and check whether it is the one you wanted.":
    "Listen Sie die Rollenzuweisungen auf und prüfen Sie, ob es die gewünschte ist.",
  "The HSM refused this upload because another one is running or done.":
    "Das HSM hat dieses Hochladen abgelehnt, weil ein anderes läuft oder fertig ist.",
  "Do not send it again. Ask for the status: it shows how the first one ends.":
    "Senden Sie nicht noch einmal. Fragen Sie nach dem Zustand: Er zeigt, wie das erste endet.",
  "This machine's clock says {ours}, but {other}.":
    "Die Uhr dieses Rechners sagt {ours}, aber {other}.",
  "Azure's says {azures}": "die von Azure sagt {azures}",
  "the server's certificate is valid from {from} to {until}":
    "das Zertifikat des Servers gilt von {from} bis {until}",
  "Compare this machine's clock with another one. If it is wrong, correct it, sign in again and continue; what was saved stays saved. If it is right, something may be intercepting the connection: stop, and trust nothing new.":
    "Vergleichen Sie die Uhr dieses Rechners mit einer anderen. Geht sie falsch, stellen Sie sie richtig, melden Sie sich noch einmal an und fahren Sie fort; was gespeichert ist, bleibt gespeichert. Geht sie richtig, greift vielleicht etwas in die Verbindung ein: Hören Sie auf, und vertrauen Sie nichts Neuem.",
  "The HSM asks you to wait {seconds} seconds.": "Das HSM bittet, {seconds} Sekunden zu warten.",
  "Wait, then try again.": "Warten Sie, dann versuchen Sie es noch einmal.",
  "The HSM reports an internal error, HTTP status {status}.":
    "Das HSM meldet einen inneren Fehler, HTTP-Status {status}.",
  "Wait a little, then try again.": "Warten Sie ein wenig, dann versuchen Sie es noch einmal.",
  "The answer redirects to another address; it was not followed.":
    "Die Antwort verweist auf eine andere Adresse; ihr wurde nicht gefolgt.",
  "Check the HSM's address, and whether a proxy or a sign-in page is in between.":
    "Prüfen Sie die Adresse des HSM und ob ein Proxy oder eine Anmeldeseite dazwischen ist.",
  "The list is longer than any of ours: it was stopped at page {pages}.":
    "Die Liste ist länger als jede von uns: Sie wurde bei Seite {pages} abgebrochen.",
  "Have whoever runs the network see what answers there. A list of the HSM never is that long.":
    "Lassen Sie den Betreiber des Netzes nachsehen, was dort antwortet. So lang ist eine Liste des HSM nie.",
  "Reading all of this has taken {minutes} minutes; no more is asked.":
    "Das Lesen von all dem hat {minutes} Minuten gedauert; mehr wird nicht gefragt.",
  "Read again when Azure answers at its usual speed, or read one check at a time.":
    "Lesen Sie noch einmal, wenn Azure wie sonst antwortet, oder lesen Sie eine Prüfung nach der anderen.",
  "The server's certificate was not accepted{ended}.":
    "Das Zertifikat des Servers wurde nicht angenommen{ended}.",
  "; it was valid until {until}, and this machine's clock says {ours}":
    "; es galt bis {until}, und die Uhr dieses Rechners sagt {ours}",
  "Something may be intercepting the connection. Connect without it; trust nothing new. If this machine's clock is wrong, correct it.":
    "Etwas fängt vielleicht die Verbindung ab. Verbinden Sie sich ohne es; vertrauen Sie nichts Neuem. Wenn die Uhr dieses Rechners falsch geht, stellen Sie sie richtig.",
  "The server did not ask for sign-in as this HSM does.":
    "Der Server hat nicht um eine Anmeldung gebeten, wie dieses HSM es tut.",
  "No token was sent to it. Check the HSM's address, and whether something is in between.":
    "Es wurde kein Token an ihn gesendet. Prüfen Sie die Adresse des HSM und ob etwas dazwischen ist.",
  "The HSM belongs to another tenant than the sign-in.":
    "Das HSM gehört zu einem anderen Mandanten als die Anmeldung.",
  "No token was sent. Check the tenant ID and the HSM's address.":
    "Es wurde kein Token gesendet. Prüfen Sie die Mandanten-ID und die Adresse des HSM.",
  "In the HSM's settings, {what} is missing or invalid.":
    "In den Einstellungen des HSM fehlt etwas oder ist ungültig: {what}.",
  "See sd help hsm: each setting is a flag or a field of the site file.":
    "Siehe sd help hsm: Jede Einstellung ist ein Schalter oder ein Feld der Standortdatei.",
  "The plan of roles is not valid.": "Der Rollenplan ist nicht gültig.",
  'It must be a JSON list of {"role","principal","scope"}: see sd help hsm.':
    'Er muss eine JSON-Liste von {"role","principal","scope"} sein: siehe sd help hsm.',
  "The file with the SAS token cannot be read.":
    "Die Datei mit dem SAS-Token lässt sich nicht lesen.",
  "Put only the token into a file on this machine, and choose that file.":
    "Schreiben Sie nur das Token in eine Datei auf diesem Rechner und wählen Sie diese Datei.",
  "The file does not contain just the SAS token of a storage container.":
    "Die Datei enthält nicht nur das SAS-Token eines Speichercontainers.",
  "It is what az storage container generate-sas prints: one line with se, sp, sv, sr and sig.":
    "Es ist, was az storage container generate-sas ausgibt: eine Zeile mit se, sp, sv, sr und sig.",
  "The SAS token is not valid yet.": "Das SAS-Token gilt noch nicht.",
  "Check this machine's clock, or get a token that is valid now.":
    "Prüfen Sie die Uhr dieses Rechners, oder beschaffen Sie ein Token, das jetzt gilt.",
  "The SAS token has expired.": "Das SAS-Token ist abgelaufen.",
  "Get a new one that is valid for some hours, and replace the old one with it.":
    "Beschaffen Sie ein neues, das einige Stunden gilt, und ersetzen Sie das alte damit.",
  "The SAS token {what}.": "Zum SAS-Token: {what}.",
  "Get one for the container with the rights crdw, and replace this one with it.":
    "Beschaffen Sie eines für den Container mit den Rechten crdw und ersetzen Sie dieses damit.",
  "The key list is incomplete or invalid.": "Die Schlüsselliste ist unvollständig oder ungültig.",
  "Choose the unchanged file that sd hsm keys wrote when the backup was made.":
    "Wählen Sie die unveränderte Datei, die sd hsm keys bei der Sicherung geschrieben hat.",
  "The HSM has no keys: with an empty list, every recovery would look complete.":
    "Das HSM hat keine Schlüssel: Mit einer leeren Liste sähe jede Wiederherstellung vollständig aus.",
  "Check that it is the right HSM, and make the list once it has keys.":
    "Prüfen Sie, ob es das richtige HSM ist, und erstellen Sie die Liste, sobald es Schlüssel hat.",
  "The person signed in may not list keys; even an administrator may not.":
    "Die angemeldete Person darf keine Schlüssel auflisten; selbst ein Administrator darf es nicht.",
  "Give that person the role Managed HSM Crypto Auditor at /, and remove it afterwards.":
    "Geben Sie dieser Person die Rolle Managed HSM Crypto Auditor auf / und entziehen Sie sie ihr danach wieder.",
  "This address is not one the ceremony may connect to.":
    "Zu dieser Adresse darf die Zeremonie sich nicht verbinden.",
  "Check the HSM's address in the ceremony's settings.":
    "Prüfen Sie die Adresse des HSM in den Einstellungen der Zeremonie.",
  "The answer is larger than {limit} bytes and was cut off there.":
    "Die Antwort ist größer als {limit} Bytes und wurde dort abgeschnitten.",
  "Keep what was received. If something was being changed, ask the HSM for its status.":
    "Bewahren Sie das Empfangene auf. Wurde gerade etwas geändert, fragen Sie das HSM nach seinem Zustand.",
  "The complete answer did not arrive within {seconds} seconds.":
    "Die vollständige Antwort kam nicht innerhalb von {seconds} Sekunden.",
  "No answer came within {seconds} seconds.": "Innerhalb von {seconds} Sekunden kam keine Antwort.",
  "The HSM could not be reached.": "Das HSM war nicht zu erreichen.",
  "It is not known whether the HSM did it: {why}.":
    "Ob das HSM es getan hat, ist nicht bekannt: {why}.",
  "The HSM has not finished after {seconds} seconds.":
    "Das HSM ist nach {seconds} Sekunden noch nicht fertig.",
  "Nothing is lost. Leave it, and continue waiting later.":
    "Es ist nichts verloren. Lassen Sie es und warten Sie später weiter.",
};
