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
  "Entry {n} contradicts entry {m}: {0}.": "Eintrag {n} widerspricht Eintrag {m}: {0}.",
};
