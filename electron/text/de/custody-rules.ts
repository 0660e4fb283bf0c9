// In German: ../en/custody-rules.ts.
import { translation } from "../rows/translation.ts";

export const CUSTODY_RULES = translation<"custody-rules">()({
  "quorum.kept": ["0a55e59f", "{required} von {officers} Schlüsselinhabern müssen gemeinsam handeln. Microsoft empfiehlt drei oder mehr."],
  "quorum.broken": ["3cddf485", "{required} von {officers} Schlüsselinhabern genügen. Microsoft empfiehlt ein Quorum von drei oder mehr."],
  "quorum.next": ["9d19f056", "Zwei Personen lassen das zu und nennen einen Grund, oder legen Sie ein größeres Quorum fest."],
  "spare.kept": ["0d54b1c4", "{spare, plural, one {Ein Schlüsselinhaber darf} other {{spare} Schlüsselinhaber dürfen}} ausfallen: Die übrigen sind noch ein Quorum."],
  "spare.broken": ["17863af8", "Alle {officers} Schlüsselinhaber sind nötig. Geht ein Schlüssel verloren, ist jeder Schlüssel im HSM verloren, und ein falscher Anteil lässt sich nicht herausfinden."],
  "spare.next": ["2de73128", "Zwei Personen lassen das zu und nennen einen Grund, oder legen Sie ein kleineres Quorum fest oder nehmen Sie mehr Schlüsselinhaber."],
  "holders.kept": ["e5f0d6ab", "Niemand verwahrt die Schlüssel zweier Schlüsselinhaber."],
  "holders.broken": ["fad0e488", "Eine Person verwahrt die Schlüssel zweier Schlüsselinhaber."],
  "holders.next": ["1cf317e3", "Geben Sie die Datenträger des einen an einen anderen Verwahrer weiter und protokollieren Sie die Weitergabe."],
  "sites.kept": ["7527fa93", "Die Kopien sind an getrennten Standorten, und keine einzelne Person, kein Ort, keine Zone und kein Weg hat die Schlüssel eines Quorums mit ihren Passphrasen oder lässt bei Verlust weniger als ein Quorum übrig."],
  "sites.broken": ["f0b7a895", "Ein Standort hat jede Kopie eines Schlüssels oder der Sicherheitsdomäne; oder eine Person, ein Ort, eine Zone oder ein Weg allein hat die Schlüssel eines Quorums mit ihren Passphrasen oder lässt bei Verlust weniger als ein Quorum übrig."],
  "sites.next": ["6fa15d5e", "Bringen Sie eine Kopie an einen anderen Standort oder zu einem anderen Verwahrer, oder zwei Personen lassen das zu und nennen einen Grund."],
  "sealed.kept": ["24c0ae6a", "Jeder Datenträger ist offline, in einem Beutel mit nummeriertem Siegel."],
  "sealed.broken": ["7b51e88e", "Ein Gegenstand ist nicht in einem Beutel mit nummeriertem Siegel, oder ein Siegel war verletzt."],
  "sealed.next": ["adcba0f5", "Führen Sie eine Verwahrungsprüfung durch: Öffnen, prüfen und versiegeln Sie jeden Gegenstand neu, mit neuen Siegelnummern."],
  "backup.kept": ["ff773fa2", "Ort und Tag der neuesten vollständigen Sicherung des HSM sind protokolliert."],
  "backup.broken": ["5663af48", "Ort und Tag der neuesten vollständigen Sicherung des HSM sind nicht protokolliert. Ohne diese Sicherung bringt die Sicherheitsdomäne keinen Schlüssel zurück."],
  "backup.next": ["57ceb076", "Führen Sie eine Verwahrungsprüfung durch, und tragen Sie darin die neueste vollständige Sicherung ein."],
  "hand-offs.kept": ["08ecd681", "Jede Weitergabe ist protokolliert: Alles Gefundene passt zu den früheren Protokollen."],
  "hand-offs.broken": ["720394d1", "Eine Weitergabe fehlt: Etwas Gefundenes passt nicht zu den früheren Protokollen."],
  "hand-offs.next": ["2d88b5dd", "Fragen Sie die Verwahrer, was geschehen ist, und prüfen Sie die Verwahrung noch einmal."],
  "review.kept": ["94f79eb3", "Die Verwahrung wurde im letzten Quartal geprüft."],
  "review.broken": ["7a0b933e", "Die Verwahrung wurde im letzten Quartal nicht geprüft."],
  "review.next": ["d6d9cc64", "Führen Sie jetzt eine Verwahrungsprüfung durch."],
});
