// Rules of custody, what a record contradicts, and by what rule.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const RULES: Sentences = {
  "the head it names": "der genannte Prüfwert",
  "the HSM": "das HSM",
  "the quorum": "das Quorum",
  "the security domain": "die Sicherheitsdomäne",
  "the file of the security domain": "die Datei der Sicherheitsdomäne",
  "what is known of the officers and their certificates":
    "was von den Schlüsselinhabern und ihren Zertifikaten bekannt ist",
  "the objects in custody": "die Gegenstände in Verwahrung",
  "the hand-offs": "die Weitergaben",
  "the groups of officers that were proven": "die nachgewiesenen Gruppen von Schlüsselinhabern",
  "the day of the last proof": "der Tag des letzten Nachweises",
  "the day of the last attestation": "der Tag der letzten Verwahrungsprüfung",
  "the day of the last restore drill": "der Tag der letzten Rückspielübung",
  "the day of the last dry run": "der Tag der letzten Probe",
  "the newest full backup": "die neueste vollständige Sicherung",
  "the accepted deviations": "die zugelassenen Abweichungen",
  "the people, program or scripts of the last ceremony":
    "Personen, Programm oder Abläufe der letzten Zeremonie",
  "the mode, rehearsal or production": "die Betriebsart, Übung oder Echtbetrieb",
  "that the earlier ceremony was aborted": "dass die frühere Zeremonie abgebrochen wurde",
  "that nothing vouches for one of its signers": "dass für einen der Unterzeichner nichts bürgt",
  "an entry that it corrects": "ein Eintrag, den es berichtigt",
  "Compare both entries, and the words of the record's head. If they are right, two people may proceed despite this; it is recorded. Without this record: continue an older one, hold a recovery without a record, or make the blob from the files with sd restore-blob.":
    "Vergleichen Sie beide Einträge und die Wörter des Prüfwerts. Stimmen sie, dürfen zwei Personen trotzdem fortfahren; das wird eingetragen. Ohne dieses Protokoll: eines fortsetzen, das älter ist, eine Wiederherstellung ohne Protokoll abhalten oder den Blob mit sd restore-blob aus den Dateien machen.",
  "Do not rely on this record. Compare both entries, and ask those whom they name.":
    "Verlassen Sie sich nicht auf dieses Protokoll. Vergleichen Sie beide Einträge und fragen Sie die, die sie nennen.",
  "it is not of a form that a ceremony has": "er hat keine Form, wie sie eine Zeremonie hat",
  "the ceremony is not opened as one is, once, by its first entry":
    "die Zeremonie ist nicht eröffnet, wie es sein muss, einmal, mit ihrem ersten Eintrag",
  "name, officers or quorum are not those of the script":
    "Name, Schlüsselinhaber oder Quorum sind nicht die des Ablaufs",
  "what it continues is not written as the script demands":
    "was sie fortsetzt, steht nicht da, wie der Ablauf es verlangt",
  "the roles are not those that the script asks for":
    "die Rollen sind nicht die, die der Ablauf verlangt",
  "one person has two roles, or nobody's name is given":
    "eine Person hat zwei Rollen, oder ein Name fehlt",
  "whose keys are made anew is not said as the script demands":
    "wessen Schlüssel ersetzt werden, steht nicht da, wie der Ablauf es verlangt",
  "the network was not read, or was up": "das Netzwerk wurde nicht gelesen oder war aktiv",
  "it was written at a station that did not have the record":
    "er wurde an einer Station geschrieben, die das Protokoll nicht hatte",
  "it stands after an abort, or signs something that nobody signs":
    "er steht nach einem Abbruch oder unterschreibt, was niemand unterschreibt",
  "it stands in no step that may write it": "er steht in keinem Schritt, der ihn schreiben darf",
  "it is by somebody who does not write it": "er ist von jemandem, der ihn nicht schreibt",
  "it is about another officer than its step":
    "er betrifft einen anderen Schlüsselinhaber als sein Schritt",
  "it names another step than the one that was under way":
    "er nennt einen anderen Schritt als den laufenden",
  "an officer did this without taking the seat":
    "ein Schlüsselinhaber tat dies, ohne Platz zu nehmen",
  "its officer was not there": "sein Schlüsselinhaber war nicht da",
  "drills are not set and disclosed as they must be":
    "Störungen sind nicht gesetzt und aufgedeckt, wie es sein muss",
  "whose seats were simulated is not told as it must be":
    "wessen Plätze simuliert waren, steht nicht da, wie es sein muss",
  "a step goes on after people decided to abort":
    "ein Schritt geht weiter, nachdem der Abbruch beschlossen war",
  "this was not the step that comes": "das war nicht der Schritt, der kommt",
  "a step began twice, and nobody decided to repeat it":
    "ein Schritt begann zweimal, und niemand hat die Wiederholung beschlossen",
  "a step was performed that had not begun":
    "ein Schritt wurde ausgeführt, der nicht begonnen hatte",
  "a step was performed without what its kind does":
    "ein Schritt wurde ausgeführt ohne das, was zu seiner Art gehört",
  "a step was confirmed that was not performed, or by somebody else":
    "ein Schritt wurde bestätigt, der nicht ausgeführt war, oder von jemand anderem",
  "what was chosen could not be chosen": "was gewählt wurde, war nicht zu wählen",
  "the record was not carried as it says": "das Protokoll wurde nicht übergeben, wie es sagt",
  "two people who were there did not decide this": "nicht zwei Anwesende haben dies beschlossen",
  "an exception is not noted as it must be": "eine Ausnahme ist nicht vermerkt, wie es sein muss",
  "a recess is not kept as it must be": "eine Pause ist nicht eingehalten, wie es sein muss",
  "a bag had another number after the recess": "ein Beutel hatte nach der Pause eine andere Nummer",
  "it goes on after an incident that nobody decided about":
    "es geht nach einem Vorfall weiter, über den niemand entschieden hat",
  "it resumes something other than what stood":
    "es wird etwas anderes fortgesetzt als das, was stand",
  "a seat changed hands where none may": "ein Platz wechselte, wo er nicht darf",
  "an abort is not recorded as it must be": "ein Abbruch ist nicht protokolliert, wie es sein muss",
  "nobody acknowledged what differs from the last ceremony":
    "niemand hat bestätigt, was anders ist als in der letzten Zeremonie",
  "the time goes back, and nothing tells why": "die Zeit geht zurück, und nichts sagt, warum",
  "it tells of a moment that cannot have been":
    "er nennt einen Zeitpunkt, der nicht gewesen sein kann",
  "the HSM was not as it must be before this, and nobody accepted it":
    "das HSM war davor nicht, wie es sein muss, und niemand hat es hingenommen",
  "a thumbprint or a size is not that of the certificate beside it":
    "ein Fingerabdruck oder eine Größe ist nicht die des Zertifikats daneben",
  "a certificate is of rehearsals, and the ceremony is not, or the reverse":
    "ein Zertifikat ist aus einer Übung und die Zeremonie nicht, oder umgekehrt",
  "one key is two officers', or signs and encrypts":
    "ein Schlüssel gehört zweien oder unterschreibt und verschlüsselt",
  "a key was made where none may be made": "ein Schlüssel entstand, wo keiner entstehen darf",
  "the files of a key are not those of its two media":
    "die Dateien eines Schlüssels sind nicht die seiner zwei Datenträger",
  "a thumbprint is not that of the officer's key": "ein Fingerabdruck ist nicht der des Schlüssels",
  "other certificates were exported than those of the keys":
    "andere Zertifikate wurden kopiert als die der Schlüssel",
  "a medium or a file is another than before":
    "ein Datenträger oder eine Datei ist anders als davor",
  "the domain was requested for other officers":
    "die Domäne wurde für andere Schlüsselinhaber verlangt",
  "what was received is not on both media alike":
    "was empfangen wurde, ist nicht auf beiden Datenträgern gleich",
  "the download is not in an order that can be":
    "das Herunterladen hat eine Folge, die nicht sein kann",
  "something else was read aloud than what was received":
    "etwas anderes wurde vorgelesen als das Empfangene",
  "the domain that was matched is another one": "die verglichene Domäne ist eine andere",
  "what was found is not told as it must be":
    "was gefunden wurde, steht nicht da, wie es sein muss",
  "the proof is of another domain": "der Nachweis gilt einer anderen Domäne",
  "not every group of officers opened the domain, once":
    "nicht jede Gruppe von Schlüsselinhabern öffnete die Domäne, einmal",
  "the proof is not from the media of domain and officers":
    "der Nachweis ist nicht von den Datenträgern der Domäne und der Schlüsselinhaber",
  "the domain that was in force is another one": "die Domäne, die in Kraft war, ist eine andere",
  "a seal is not as it was left, and nobody took note of it":
    "ein Siegel ist nicht, wie es hinterlassen wurde, und niemand hat es vermerkt",
  "a bag was opened whose seal was not compared":
    "ein Beutel wurde geöffnet, dessen Siegel nicht verglichen war",
  "not exactly the objects that must be are in custody":
    "nicht genau die verlangten Gegenstände sind in Verwahrung",
  "things are kept together that must be apart": "Dinge liegen zusammen, die getrennt sein müssen",
  "custody deviates from a rule, and nobody accepted it":
    "die Verwahrung weicht von einer Regel ab, und niemand hat es zugelassen",
  "an object was not handed off by who had it to who took it":
    "ein Gegenstand ging nicht von dem, der ihn hatte, an den, der ihn nahm",
  "not exactly the old objects were destroyed":
    "nicht genau die alten Gegenstände wurden vernichtet",
  "custody is not as it was attested": "die Verwahrung ist nicht, wie sie beurteilt wurde",
  "a part is of another officer, or was taken twice":
    "ein Teil ist von einem anderen Schlüsselinhaber oder wurde zweimal übernommen",
  "the exchange key is not the new HSM's, or was used before":
    "der Austauschschlüssel ist nicht der des neuen HSM oder wurde schon verwendet",
  "what is said of the exchange key's attestation is not so":
    "was über die Attestierung des Austauschschlüssels gesagt wird, stimmt nicht",
  "another exchange key was compared, or accepted for what it is not":
    "ein anderer Austauschschlüssel wurde verglichen oder als etwas angenommen, was er nicht ist",
  "the restore blob is of another domain, key or quorum":
    "der Restore-Blob gehört zu einer anderen Domäne, einem anderen Schlüssel oder Quorum",
  "another blob was uploaded than the one that was made":
    "ein anderer Blob wurde hochgeladen als der erzeugte",
  "another backup was restored than the one that is known":
    "eine andere Sicherung wurde zurückgespielt als die bekannte",
  "keys are called found again that were not compared":
    "Schlüssel heißen wiedergefunden, die nicht verglichen wurden",
  "a temporary right to list keys still stands":
    "ein vorübergehendes Recht zum Auflisten der Schlüssel besteht noch",
  "what an abort says remains is not what was recorded":
    "was laut Abbruch bleibt, ist nicht das Protokollierte",
  "the dry run is of another domain or quorum, or does not tell what it opened":
    "die Probe gilt einer anderen Domäne oder einem anderen Quorum oder sagt nicht, was sie geöffnet hat",
  "what was consented to is not what the record says":
    "was gutgeheißen wurde, ist nicht, was das Protokoll sagt",
  "an act is not signed by those who sign it":
    "ein Abschnitt ist nicht von denen unterschrieben, die ihn unterschreiben",
  "the record is not closed by those who close it":
    "das Protokoll ist nicht von denen geschlossen, die es schließen",
  "the words of the live image were not compared with its paper":
    "die Wörter des Live-Abbilds wurden nicht mit seinem Papier verglichen",
  "a photograph is of no bag that was read here, or was recorded before":
    "ein Foto zeigt keinen Beutel, der hier gelesen wurde, oder wurde früher schon protokolliert",
  "it is signed with another key than the officer's":
    "es ist mit einem anderen Schlüssel unterschrieben als dem des Schlüsselinhabers",
  "Entry {n} contradicts entry {m}: {0}.": "Eintrag {n} widerspricht Eintrag {m}: {0}.",
  "A head that was given is the head of none of these records.":
    "Ein eingegebener Prüfwert gehört zu keinem dieser Protokolle.",
  "Check that it was copied correctly, and that the whole record it belongs to was given.":
    "Prüfen Sie, ob er richtig abgeschrieben ist und ob das ganze Protokoll, zu dem er gehört, dabei ist.",
  "This is not a ceremony of this app: it names no script that the app knows.":
    "Das ist keine Zeremonie dieser App: Es nennt keinen Ablauf, den die App kennt.",
  "If it was held by a script that this app lacks: sd takes it with --script; the window finds it on the computer that held the ceremony, and in its bundle when the record is brought by its head. To check chain and signatures alone, whatever they are about, use --form-only.":
    "Wurde sie mit einem Ablauf abgehalten, den diese App nicht hat: sd nimmt ihn mit --script; das Fenster findet ihn auf dem Rechner, der die Zeremonie abgehalten hat, und im Beweisordner, wenn das Protokoll mit seinem Prüfwert geholt wird. Um nur Kette und Unterschriften zu prüfen, gleich wovon sie handeln, nehmen Sie --form-only.",
};
