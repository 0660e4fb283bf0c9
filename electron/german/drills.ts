// What a trainer causes on purpose.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const DRILLS: Sentences = {
  "Torn bag": "Zerrissener Beutel",
  "A bag is torn and its object is in another one: the number on the bag is not the one that was recorded.":
    "Ein Beutel ist zerrissen, und sein Gegenstand ist in einem anderen: Die Nummer auf dem Beutel ist nicht die protokollierte.",
  "Read the number from the bag itself, not from the list. Let two people decide, and record the difference.":
    "Die Nummer vom Beutel selbst lesen, nicht von der Liste. Zwei Personen entscheiden lassen und den Unterschied protokollieren.",
  "Put one of the objects into a bag with another number, unseen. If the step compares no seals, call a recess first, and change the bag during it.":
    "Legen Sie einen der Gegenstände ungesehen in einen Beutel mit anderer Nummer. Vergleicht der Schritt keine Siegel, rufen Sie zuerst eine Pause aus und wechseln Sie den Beutel währenddessen.",
  "Officer absent": "Schlüsselinhaber abwesend",
  "An officer is called to the seat but does not come.":
    "Ein Schlüsselinhaber wird an den Platz gerufen, kommt aber nicht.",
  "Nobody takes the seat for another. Note an exception; wait, or let a substitute take the seat if the rules allow it, or continue with another quorum.":
    "Niemand nimmt für jemand anderen Platz. Eine Ausnahme vermerken; warten, oder eine Ersatzperson Platz nehmen lassen, wenn die Regeln es erlauben, oder mit einem anderen Quorum fortfahren.",
  "Send this officer out of the room before the step, and do not let them back in.":
    "Schicken Sie diesen Schlüsselinhaber vor dem Schritt aus dem Raum und lassen Sie ihn nicht wieder herein.",
  "Swapped certificate": "Vertauschtes Zertifikat",
  "Another officer's certificate is stored under this officer's file name.":
    "Unter dem Dateinamen dieses Schlüsselinhabers liegt das Zertifikat eines anderen.",
  "Stop at the refusal, note an exception, and take the certificate from the officer's backup medium.":
    "Bei der Ablehnung anhalten, eine Ausnahme vermerken und das Zertifikat vom Ersatzdatenträger nehmen.",
  "Wrong stick": "Falscher Stick",
  "A stick with the right label is inserted, but it is another stick.":
    "Ein Stick mit der richtigen Bezeichnung steckt, aber es ist ein anderer Stick.",
  "Stop at the refusal, note an exception, find the right stick, and say where the wrong one comes from.":
    "Bei der Ablehnung anhalten, eine Ausnahme vermerken, den richtigen Stick suchen und sagen, woher der falsche kommt.",
  "Changed security domain": "Veränderte Sicherheitsdomäne",
  "One character of the security domain was changed on its medium.":
    "Ein Zeichen der Sicherheitsdomäne wurde auf ihrem Datenträger geändert.",
  "Stop at the refusal, note an exception, and use the other copy.":
    "Bei der Ablehnung anhalten, eine Ausnahme vermerken und die andere Kopie nehmen.",
  "Changed part": "Veränderter Teil",
  "One character of an officer's part of the attestation was changed on its way.":
    "Ein Zeichen im Teil eines Schlüsselinhabers wurde unterwegs geändert.",
  "Stop at the refusal, note an exception, and have the officer send the part again.":
    "Bei der Ablehnung anhalten, eine Ausnahme vermerken und den Teil noch einmal senden lassen.",
  "Altered word": "Verändertes Wort",
  "One word that is read aloud is not the word that was written down.":
    "Ein vorgelesenes Wort ist nicht das aufgeschriebene.",
  "Do not confirm words that were not heard correctly. Read again from the first line.":
    "Wörter nicht bestätigen, die nicht richtig gehört wurden. Noch einmal ab der ersten Zeile lesen.",
  "Ask the person who reads aloud to read one word wrong.":
    "Bitten Sie die Person, die vorliest, ein Wort falsch zu lesen.",
  "Wrong passphrase": "Falsche Passphrase",
  "An officer types a wrong passphrase.": "Ein Schlüsselinhaber tippt eine falsche Passphrase.",
  "Let the officer type again, alone. Nobody helps, and nobody asks for the passphrase.":
    "Den Schlüsselinhaber noch einmal tippen lassen, allein. Niemand hilft, und niemand fragt nach der Passphrase.",
  "Ask this officer, unheard by the others, to type a wrong passphrase once.":
    "Bitten Sie diesen Schlüsselinhaber, ungehört von den anderen, einmal eine falsche Passphrase zu tippen.",
  "Exchange key of an unknown signer": "Austauschschlüssel eines unbekannten Ausstellers",
  "The exchange key's proof was not signed by any known Managed HSM.":
    "Der Nachweis des Austauschschlüssels wurde von keinem bekannten Managed HSM signiert.",
  "Do not simply continue. Note an exception, ask Microsoft or use another HSM; only then do two officers decide.":
    "Nicht einfach fortfahren. Eine Ausnahme vermerken, Microsoft fragen oder ein anderes HSM nehmen; erst dann entscheiden zwei Schlüsselinhaber.",
  "Cable plugged in": "Kabel eingesteckt",
  "A network cable is plugged into the offline station while a secret is typed.":
    "Während ein Geheimnis getippt wird, steckt ein Netzwerkkabel in der Offline-Station.",
  "Notice the network line on the screen, unplug the cable, note an exception, and repeat the step.":
    "Die Netzwerkzeile auf dem Bildschirm bemerken, das Kabel abziehen, eine Ausnahme vermerken und den Schritt wiederholen.",
  "Plug a network cable into the offline station just before the step.":
    "Stecken Sie kurz vor dem Schritt ein Netzwerkkabel in die Offline-Station.",
  "Plug pulled": "Stecker gezogen",
  "The plug is pulled in the middle of a step.":
    "Mitten in einem Schritt wird der Stecker gezogen.",
  "Start the same ceremony again, read what is certain, let the witness confirm it, and continue.":
    "Dieselbe Zeremonie wieder starten, lesen, was sicher ist, es vom Zeugen bestätigen lassen und fortfahren.",
  "Pull the plug while the step runs, or end the app in the task manager.":
    "Ziehen Sie den Stecker, während der Schritt läuft, oder beenden Sie die App im Taskmanager.",
};
