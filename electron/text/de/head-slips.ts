// In German: ../en/head-slips.ts.
import { translation } from "../rows/translation.ts";

export const HEAD_SLIPS = translation<"head-slips">()({
  title: ["3d8aafb3", "Zettel mit dem Prüfwert, {hsm}"],
  cut: ["c90453e8", "An den Linien ausschneiden und jeder Person einen Zettel geben, bevor sie geht. Nichts darauf ist geheim."],
  for: ["7b04a8e4", "{who}: {name}"],
  record: ["4841a997", "{hsm}, geschlossen am {day}. Der Prüfwert des Protokolls ist:"],
  keep: ["3ece0ba9", "Verwahren Sie dies dort, wo kein Schlüssel ist. Wenn Ihnen jemand ein anderes Protokoll dieses Tages zeigt oder fragt, welches geschlossen wurde, lesen Sie diese Wörter vor."],
});
