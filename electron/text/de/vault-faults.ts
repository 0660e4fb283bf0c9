// In German: ../en/vault-faults.ts.
import { translation } from "../rows/translation.ts";

export const VAULT_FAULTS = translation<"vault-faults">()({
  again: ["cf9edc72", "Es wurde nichts geschrieben. Beginnen Sie diesen Schritt neu."],
  "E-VAULT-CALL": ["d63866a6", "Der gesicherte Prozess erhielt eine Anfrage, die er nicht kennt."],
  "E-VAULT-FORM": ["d15fac70", "Der getippte Text kam nicht vollständig an."],
  "E-VAULT-FORM.next": ["c7b82efd", "Tippen Sie ihn noch einmal."],
  "E-VAULT-TEMP": ["3fe54737", "Kein Ordner für temporäre Dateien nimmt den Socket des gesicherten Prozesses auf."],
  "E-VAULT-TEMP.next": ["51a11f3f", "Schaffen Sie darin Platz, oder setzen Sie TMPDIR auf einen Ordner mit kurzem Pfad, in den dieser Benutzer schreiben und in dem niemand sonst etwas ändern darf; dann beginnen Sie diesen Schritt neu."],
  "E-VAULT-STRANGER": ["b232504f", "Was an der Stelle des gesicherten Prozesses antwortet, hat nicht dieses Programm gestartet."],
  "E-VAULT-STRANGER.next": ["69b27b68", "Es wurde ihm nichts geschickt und nichts geschrieben: Finden Sie heraus, wer diesen Rechner sonst benutzt, und beginnen Sie diesen Schritt neu auf einem, den niemand sonst benutzt."],
  "E-VAULT-DOOR": ["22441336", "Der gesicherte Prozess ist nicht zu erreichen."],
});
