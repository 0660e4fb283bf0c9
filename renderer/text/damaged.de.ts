// In German: what ./damaged.ts says.
import type { DamagedView } from "../../electron/bridge/view.ts";
import { ceremonyInSentence } from "./home.ts";

export const DAMAGED = {
  title: "Ein Protokoll auf diesem Rechner ist nicht lesbar",
  line: "Es kann beschädigt sein. Daneben wird nichts begonnen, und nichts davon wird gelöscht.",
  setAside: "Beiseitelegen",
  waiting: "Diese warten, bis dieses Protokoll beiseitegelegt ist:",
  next: "Beiseitegelegt bekommt sein Ordner die Endung .damaged; jedes Byte bleibt darin.",
  real:
    "War es das neueste, fügen Sie es danach aus seinen Nachweisen wieder hinzu: Sonst setzte eine "
    + "Zeremonie ein älteres fort.",
} as const;

/** Which it is, and where. */
export const damagedLine = ({ name, folder, code }: DamagedView): string =>
  `${name === null ? "Unbekannte Zeremonie" : ceremonyInSentence(name)}, ${code}: ${folder}`;
