// Words that stand in the holes of other sentences, and terms.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const WORDS: Sentences = {
  offline: "Offline-Station",
  connected: "verbundene Station",
  rehearsal: "Übungsstation",
  "officer {n}": "Schlüsselinhaber {n}",
  "Officer {n}": "Schlüsselinhaber {n}",
  "officers {n}": "Schlüsselinhaber {n}",
  HSM: "HSM",
  "security domain": "Sicherheitsdomäne",
  quorum: "Quorum",
  medium: "Datenträger",
  "domain-copy": "Domänenkopie",
  transfer: "Transportdatenträger",
  certificate: "Zertifikat",
  thumbprint: "Fingerabdruck",
  "exchange key": "Austauschschlüssel",
  "restore blob": "Restore-Blob",
  "full backup": "vollständige Sicherung",
  custodian: "Verwahrer",
  head: "Prüfwert",
  "the security domain": "die Sicherheitsdomäne",
  "the exchange key": "der Austauschschlüssel",
  "the certificate of officer {n}": "das Zertifikat von Schlüsselinhaber {n}",
  "the restore blob": "der Restore-Blob",
  "a security domain": "eine Sicherheitsdomäne",
  "the transfer medium": "der Transportdatenträger",
  "officer {a}, officer {b} and officer {c}":
    "Schlüsselinhaber {a}, Schlüsselinhaber {b} und Schlüsselinhaber {c}",
  "officer {a} and officer {b}": "Schlüsselinhaber {a} und Schlüsselinhaber {b}",
  REHEARSAL: "ÜBUNG",
  administrator: "Administrator",
  witness: "Zeuge",
  Administrator: "Administrator",
  Witness: "Zeuge",
};
