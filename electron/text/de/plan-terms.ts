// In German: ../en/plan-terms.ts.
import { translation } from "../rows/translation.ts";

export const PLAN_TERMS = translation<"plan-terms">()({
  "0.term": ["266ad82a", "South India, SI"],
  "0.text": ["857385d0", "die Azure-Region southindia (Chennai): Produktion. Keine Verfügbarkeitszonen"],
  "1.term": ["4f268db0", "Central India, CI"],
  "1.text": ["b720a668", "die Azure-Region centralindia (Pune): Notfallbetrieb"],
  "2.term": ["161bf1b2", "erweitertes HSM"],
  "2.text": ["83c18ae7", "ein Managed HSM mit einem zweiten Pool in einer anderen Region; nicht zwei HSM"],
  "3.term": ["88e02a5d", "CMK"],
  "3.text": ["9bb8ba90", "kundenverwalteter Schlüssel: einer der Schlüssel des HSM, mit dem ein Dienst seinen eigenen verschlüsselt"],
  "4.term": ["e7edbaa3", "TDE, DEK"],
  "4.text": ["71ce889f", "Verschlüsselung einer Datenbank und ihr Schlüssel, den der CMK verschlüsselt"],
  "5.term": ["d9c686f7", "DES"],
  "5.text": ["a80cc572", "disk encryption set: verbindet Datenträger einer Region mit einem Schlüssel"],
  "6.term": ["bfa8070b", "ASR"],
  "6.text": ["47187bfe", "Azure Site Recovery: kopiert Maschinen in eine andere Region"],
  "7.term": ["29476375", "PE"],
  "7.text": ["1855cf5c", "privater Endpunkt: die Adresse des HSM innerhalb eines Netzwerks"],
  "8.term": ["3d7d4148", "SQL MI"],
  "8.text": ["07bad463", "SQL Managed Instance"],
  "9.term": ["96eb478d", "Sprungrechner"],
  "9.text": ["1cefaf46", "eine Maschine im Netzwerk, von der aus das HSM verwaltet wird"],
  siAndCi: ["3b3f9f88", "Bei Contoso heißen auch Teile der Firma SI und CI; hier sind immer diese Regionen gemeint."],
});
