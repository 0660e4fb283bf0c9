// In German: ../en/consent.ts.
import { translation } from "../rows/translation.ts";

export const CONSENT = translation<"consent">()({
  title: ["492df5d9", "Was unterschrieben wird"],
  note: ["6110387c", "Das steht im letzten Eintrag des Protokolls. Jede Unterschrift gilt ihm und allem davor."],
  actNote: ["ed445f27", "Das steht in einem Eintrag des Protokolls, mit dem Titel dieses Abschnitts. Jede Unterschrift gilt ihm und allem davor."],
  "actSigned.paper": ["804c3cf3", "Kein Protokoll enthält einen Signierschlüssel der Anwesenden. Drücken Sie, um die Wörter dessen zu sehen, was unterschrieben wird; schreiben Sie sie auf ein Blatt Papier, und alle unterschreiben es mit Tinte."],
  "actSigned.show": ["ed8b3989", "Wörter zum Unterschreiben anzeigen"],
  "actSigned.write": ["9ffce3ca", "Schreiben Sie diese Wörter auf das Papier; alle Anwesenden unterschreiben es"],
  "attested.attested": ["f0190697", "von einem echten Managed HSM erzeugt"],
  "attested.not-attested": ["827b27e7", "nicht nachgewiesen, dass er von einem echten Managed HSM stammt"],
  "label.quorum": ["18ed8b6c", "Quorum"],
  "label.overruled": ["6a137bcc", "Übergangene Ablehnungen"],
  "label.exchangeKey": ["8841ebdd", "Austauschschlüssel"],
  "label.ceremony": ["7a14ea65", "Zeremonie"],
  "label.script": ["102acc10", "Ablauf"],
  "label.domain": ["b50abfa0", "Sicherheitsdomäne"],
  "label.wrapping": ["ee0eaf54", "Entschlüsselungsschlüssel {number}"],
  "label.signing": ["5cf9406c", "Signierschlüssel {officer}"],
  quorum: ["e3cc7f0c", "{required} von {officers} Schlüsselinhabern"],
  "label.hsm": ["651b24ff", "HSM"],
});
