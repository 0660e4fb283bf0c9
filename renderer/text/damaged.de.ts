// In German: what ./damaged.ts says.
import type { DamagedView } from "../../electron/bridge/view.ts";
import { ceremonyInSentence } from "./home.ts";

export const DAMAGED = {
  title: "Ein Protokoll auf diesem Rechner ist beschädigt",
  line:
    "Seine Datei ist nicht mehr, wie sie geschrieben wurde. Daneben wird nichts begonnen, und "
    + "nichts davon wird gelöscht.",
  setAside: "Beiseitelegen",
  waiting: "Diese warten, bis das beschädigte Protokoll beiseitegelegt ist:",
  next: "Beiseitegelegt bleibt es unter anderem Namen in seinem Ordner, für alle, die es untersuchen.",
  real:
    "War es das neueste, fügen Sie es danach aus seinen Nachweisen wieder hinzu: Sonst setzte eine "
    + "Zeremonie ein älteres fort.",
} as const;

/** Which it is, and where. */
export const damagedLine = ({ name, folder, code }: DamagedView): string =>
  `${name === null ? "Unbekannte Zeremonie" : ceremonyInSentence(name)}, ${code}: ${folder}`;
