// In German: ../en/notes.ts.
import { translation } from "../rows/translation.ts";

export const NOTES = translation<"notes">()({
  "wrapping-key-expired": ["880ade68", "Das Zertifikat eines Entschlüsselungsschlüssels war nicht gültig, als der Schlüssel erzeugt oder benutzt wurde: Eintrag {entries}."],
  "opening-only-said": ["33bcd8bd", "Dass die Sicherheitsdomäne geöffnet wurde, ist nur gesagt: Eintrag {entries}."],
  "part-end-unknown": ["a2416c1d", "Es ist nicht gesagt, wann der Teil eines Verwahrers geschlossen wurde: Eintrag {entries}."],
  "intel-not-current": ["e44a1aec", "Dateien von Intel waren nicht aktuell: Eintrag {entries}."],
  incident: ["c303e14d", "Ein Vorfall wurde festgestellt: Eintrag {entries}."],
  "refusal-overruled": ["073e120d", "Über eine Ablehnung der App wurde hinweggegangen: Eintrag {entries}."],
  "seat-changed": ["d8359240", "Eine Person nahm einen Platz ein oder verließ ihn: Eintrag {entries}."],
  "key-not-attested": ["83bb72f5", "Einem Austauschschlüssel ohne Attestierung wurde vertraut: Eintrag {entries}."],
  "wrong-afterwards": ["d5454a7f", "Nach der Aktivierung stimmte etwas nicht: Eintrag {entries}."],
  "inactive-after-download": ["02447046", "Das HSM war nicht aktiv, als es seine Domäne übergeben hatte: Eintrag {entries}."],
  "inactive-after-upload": ["bdb789fb", "Das HSM war nicht aktiv, als es seine Domäne hatte: Eintrag {entries}."],
  "keys-not-compared": ["b4601d4d", "Die zurückgekehrten Schlüssel wurden mit keiner Liste verglichen: Eintrag {entries}."],
  "roles-differ": ["f2ad1440", "Rollenzuweisungen fehlen, oder es sind mehr als erwartet: Eintrag {entries}."],
  "key-unprotected": ["e46987de", "Schlüsselinhaber behielten einen Schlüssel ohne Passphrase: Eintrag {entries}."],
  "old-photograph": ["6fec072d", "Ein Foto steht auch in einem früheren Protokoll: Eintrag {entries}."],
});
