// In German: what ./checking.ts says.
import type { CheckingView } from "../../electron/bridge/checking-view.ts";
import { lasted } from "../parts/ruler-scale.ts";

const WHAT: Readonly<Record<CheckingView["what"], string>> = {
  audit: "Das Protokoll wird geprüft",
  compare: "Das Protokoll wird verglichen",
  papers: "Die Papiere werden erstellt",
  reconcile: "Das Azure-Log wird gelesen",
  bring: "Das Protokoll wird geprüft",
  part: "Der Teil des Schlüsselinhabers wird geprüft",
  search: "Der Datenträger wird nach Schlüsseln durchsucht",
  photographs: "Die Fotos werden gelesen",
};

export const CHECKING = { title: "Prüfung läuft", cancel: "Abbrechen" } as const;

/** What is checked, how much of it is done, and for how long. @param seconds since it began */
export function checkingLine({ what, done, of }: CheckingView, seconds: number): string {
  const share = of === 0 ? "" : `: ${String(Math.floor((100 * done) / of))} %`;
  return `${WHAT[what]}${share}, seit ${lasted(seconds)}`;
}
