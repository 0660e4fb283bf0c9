// In German: ../en/attestation.ts.
import type { ATTESTATION as ENGLISH } from "../en/attestation.ts";
import { translation } from "../translation.ts";

export const ATTESTATION = translation<typeof ENGLISH>()({
  "groups.intact": ["de3c79fa", "Das Zertifikat des Schlüssels ist unversehrt."],
  "groups.hardware": ["929b690c", "Hardware von Intel bürgt für ihn, bis zu der Wurzel, die diese App kennt."],
  "groups.key": ["2162425c", "Sie bürgt für genau diesen Schlüssel."],
  "groups.program": ["b50afe85", "Das Programm des Managed HSM selbst hat den Schlüssel erzeugt."],
  "groups.revoked": ["dd7169cb", "Intel hat den Schlüssel der Hardware nicht widerrufen."],
  "groups.level": ["ed7e6e74", "Der Stand der Hardware ist nicht veraltet."],
  "groups.vouching": ["38049ded", "Das Programm, das für den Schlüssel bürgt, ist von Intel und nicht veraltet."],
  list: ["b3a75b55", "Was geprüft wurde"],
  "state.held": ["db5344cc", "nachgewiesen"],
  "state.failed": ["8810ad58", "falsch"],
  "state.absent": ["850d2a3d", "kein Nachweis"],
  "say.attested": ["8e5d45e9", "Der Schlüssel ist attestiert: Ein echtes Managed HSM hat ihn erzeugt."],
  "say.not-attested": ["8a96d83d", "Nichts weist nach, dass ein echtes Managed HSM diesen Schlüssel erzeugt hat. Wer beschließt fortzufahren?"],
  "say.refused": ["62a8f72b", "Der Nachweis zu diesem Schlüssel ist falsch. Der Schlüssel darf nicht verwendet werden."],
  old: ["5f662490", "Ein Managed HSM hat diesen Schlüssel erzeugt, auf Hardware, die Intel veraltet nennt. Wer beschließt fortzufahren?"],
  proves: ["05976169", "Das weist ein echtes Managed HSM nach, nicht, dass es unseres ist: Dafür wurden die Wörter verglichen."],
  notJudged: ["9512baa2", "Nicht geprüft: wie aktuell die Hardware ist und was Intel seither widerrufen hat."],
  bring: ["1e49cec9", "Dateien von Intel bringen"],
  bringAgain: ["0923b1ee", "Andere Dateien bringen"],
  hardware: ["1041d7da", "Die Hardware ist FMSPC {fmspc}, PCE ID {pceId}."],
  verb: ["eebdd24a", "Bestätigen"],
  detail: ["98ef857d", "der Schlüssel ist attestiert"],
  daysOld: ["32e4b1ed", "{days, plural, one {1 Tag alt} other {{days} Tage alt}}"],
  "issued.current": ["36a0f09a", "ausgestellt am {issued}, {age}; die nächste bis {next}"],
  "issued.later": ["04c3db60", "ausgestellt am {issued}, nach heute: sagt nichts über heute"],
  "issued.old": ["bc8ff6be", "ausgestellt am {issued}, {age}; die nächste war bis {next} fällig: Intel kann mehr wissen"],
  partly: ["6277521d", "Nicht geprüft, weil nicht mitgebracht: {missing}."],
});
