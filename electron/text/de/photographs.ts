// In German: ../en/photographs.ts.
import { translation } from "../rows/translation.ts";

export const PHOTOGRAPHS = translation<"photographs">()({
  open: ["5ec96934", "Fotos der Siegel"],
  title: ["5ec96934", "Fotos der Siegel"],
  intro: ["92380737", "Fotografieren Sie jeden Beutel mit seinem Siegel, mit einer Kamera oder einem Telefon ohne Verbindung zu diesem Rechner. Nennen Sie jede Datei nach der Nummer ihres Beutels, etwa 0048 2213.jpg, und bringen Sie alle in einem Ordner. Haben Sie die Fotos vom letzten Mal aufbewahrt, bringen Sie sie mit."],
  keep: ["1a0a66d0", "Das Protokoll enthält den SHA-256 jedes Fotos, nicht das Bild: Bewahren Sie die Dateien unverändert für die nächste Verwahrungsprüfung auf."],
  choose: ["5c71b8cd", "Ordner wählen"],
  objects: ["ca2e8239", "Beutel, deren Nummern in dieser Zeremonie gelesen wurden"],
  before: ["07aef1c3", "Letztes Mal"],
  now: ["432bdd3a", "Dieses Mal"],
  none: ["790c5197", "Keines im früheren Protokoll"],
  noneNow: ["adb85cf2", "Noch keines"],
  seal: ["9716b76d", "Beutel {seal}"],
  notHere: ["7937aec9", "Protokolliert am {day}; heute nicht dabei"],
  recordedAway: ["17f5599f", "Protokolliert; die Datei ist nicht hier"],
  recorded: ["c7175fa7", "Protokolliert"],
  fresh: ["c5df7c67", "Noch nicht protokolliert"],
  of: ["48e2529b", "{object}, Beutel {seal}"],
  others: ["83bbd7c0", "{count, plural, one {Ein Foto heißt nach keinem dieser Beutel und ist keines vom letzten Mal: Es wird nicht protokolliert. Eine neu gespeicherte Datei ist eine andere Datei.} other {{count} Fotos heißen nach keinem dieser Beutel und sind keine vom letzten Mal: Sie werden nicht protokolliert. Eine neu gespeicherte Datei ist eine andere Datei.}}"],
  record: ["84ee1c97", "{count, plural, one {Ein Foto protokollieren} other {{count} Fotos protokollieren}}"],
  missing: ["571a7d4d", "Bringen Sie zuerst Fotos dieser Beutel"],
  look: ["034ec744", "Vergleichen Sie sie: das Siegel, seine Nummer, die Ränder des Beutels. Weicht etwas ab, vermerken Sie eine Ausnahme."],
  close: ["7d9eb7ac", "Schließen"],
});
