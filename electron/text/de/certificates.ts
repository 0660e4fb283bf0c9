// In German: ../en/certificates.ts.
import { translation } from "../rows/translation.ts";

export const CERTIFICATES = translation<"certificates">()({
  quorum: ["c66e7e17", "Quorumsurkunde, {hsm}"],
  quorumOf: ["e43d1817", "{required} von {all} Schlüsselinhabern öffnen die Sicherheitsdomäne von {hsm}."],
  dryRun: ["206589f7", "Probe der Wiederherstellung, {hsm}"],
  dryRunOf: ["3e76c1ae", "Mit diesen Schlüsseln und dieser Sicherheitsdomäne lässt sich der Restore-Blob für ein anderes HSM erzeugen, anstelle von {hsm}."],
  evidence: ["6aa3a2d7", "Der Nachweis ist das Protokoll der Zeremonie {ceremony}{closed, select, signatures {, das seine Schlüsselinhaber unterschrieben haben: Das wurde vorgeführt, nicht nur angenommen.} paper {, das auf Papier unterschrieben wurde: Das wurde vorgeführt, nicht nur angenommen.} open {, DAS NICHT GESCHLOSSEN IST.} other {}}"],
  nextAttestation: ["f06c6b81", "Nächste Verwahrungsprüfung"],
  nextDryRun: ["6bc09fb1", "Nächste Probe der Wiederherstellung"],
  accepted: ["85e97be9", "Von zwei Personen hingenommen"],
  acceptedRules: ["375df585", "{rules} (Gründe: Niederschrift)"],
  acceptedRule: ["409113ab", "{rule, select, quorum {ein Quorum von zwei} spare {dass jeder Schlüsselinhaber nötig ist} sites {wo etwas verwahrt ist} other {}}"],
  witness: ["9d4690d1", "Zeuge, Name"],
  proven: ["28c7b92d", "Nachgewiesen am {time} UTC, Eintrag {entry}: {groups}. Jede dieser Gruppen öffnete jeden Eintrag der Sicherheitsdomäne aus den tatsächlichen Bytes auf den Datenträgern, mit neu von dort gelesenen Schlüsseln, und beide kryptografischen Rechenwerke gaben dieselben Bytes."],
  passed: ["d9b2ddc5", "Bestanden am {time} UTC, Eintrag {entry}: {officers} öffneten die Sicherheitsdomäne mit Schlüsseln, die von ihren Datenträgern gelesen wurden. Die App erzeugte einen Austauschschlüssel und den Restore-Blob dafür, öffnete den Blob mit diesem Schlüssel und verglich, was herauskam, mit der Sicherheitsdomäne: {entries, plural, one {ein Eintrag, unverändert} other {{entries} Einträge, jeder unverändert}}. Austauschschlüssel und Blob bestanden nur im Arbeitsspeicher des Prozesses, der mit diesem Schritt endete. Kein HSM war beteiligt, und nichts als das Protokoll wurde geschrieben."],
  dryRunPart: ["de4f6d2b", "Die Probe der Wiederherstellung"],
  what: ["9f8021c0", "Was geöffnet wurde"],
  onMedia: ["4c02952b", "auf {media}"],
  entry: ["e3e308da", "ihr Eintrag {tag}"],
  unproven: ["6da07c46", "Nicht nachgewiesen: {groups}{more, plural, =0 {} one { und 1 weitere Gruppe} other { und {more} weitere Gruppen}}."],
  everyWith: ["6f21baeb", "jede Gruppe mit Schlüsselinhaber {seat}"],
});
