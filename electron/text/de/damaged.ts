// In German: ../en/damaged.ts.
import { translation } from "../rows/translation.ts";

export const DAMAGED = translation<"damaged">()({
  title: ["5aa254f9", "Ein Protokoll auf diesem Rechner ist nicht lesbar"],
  line: ["fe19422d", "Es kann beschädigt sein. Daneben kann keine Zeremonie beginnen, und nichts davon wird gelöscht."],
  setAside: ["a208bf66", "Beiseitelegen"],
  waiting: ["44586653", "Diese warten, bis dieses Protokoll beiseitegelegt ist:"],
  next: ["c75a4095", "Beiseitegelegt bekommt sein Ordner die Endung .damaged; jedes Byte bleibt darin."],
  real: ["b6f03c74", "War es das neueste, fügen Sie es danach aus seinen Nachweisen wieder hinzu: Sonst setzte eine Zeremonie ein älteres fort."],
  which: ["1e9df5e8", "{ceremony}, {code}: {folder}"],
  unknown: ["62b9b4cb", "Unbekannte Zeremonie"],
});
