// In German: ../en/continuation.ts.
import { translation } from "../rows/translation.ts";

export const CONTINUATION = translation<"continuation">()({
  head: ["c0ba8277", "der genannte Prüfwert"],
  hsm: ["e8386e14", "das HSM"],
  required: ["9c0bdc34", "das Quorum"],
  domainSha256: ["28f995fa", "die Sicherheitsdomäne"],
  domainFile: ["c302ad40", "die Datei der Sicherheitsdomäne"],
  officers: ["3905d76a", "was von den Schlüsselinhabern und ihren Zertifikaten bekannt ist"],
  objects: ["91f60c03", "die Gegenstände in Verwahrung"],
  handOffs: ["9601cb44", "die Weitergaben"],
  photographs: ["edbb4b8c", "die Fotos der Siegel"],
  subsets: ["904dbd5c", "die nachgewiesenen Gruppen von Schlüsselinhabern"],
  provenAt: ["1d411de4", "der Tag des letzten Nachweises"],
  attestedAt: ["96cf84c5", "der Tag der letzten Verwahrungsprüfung"],
  drilledAt: ["806988c9", "der Tag der letzten Rückspielübung"],
  dryRunAt: ["88328c7f", "der Tag der letzten Probe"],
  backup: ["92abe142", "die neueste vollständige Sicherung"],
  deviations: ["bfedf74f", "die zugelassenen Abweichungen"],
  last: ["f5748974", "Personen, Programm oder Abläufe der letzten Zeremonie"],
  mode: ["0a9b7926", "die Betriebsart, Übung oder Echtbetrieb"],
  aborted: ["1c1aa088", "dass die frühere Zeremonie abgebrochen wurde"],
  unvouched: ["520d6a9e", "dass für einen der Unterzeichner nichts bürgt"],
  corrects: ["004dce19", "ein Eintrag, den es berichtigt"],
  part: ["e2713fd1", "der Teil von Schlüsselinhaber {seat}"],
  partOfNobody: ["1c91f610", "der Teil eines Verwahrers"],
});
