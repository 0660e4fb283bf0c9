// In German: what ./said.ts says.
import type { SaidView } from "../../electron/bridge/view.ts";

export const SAID_BY: Readonly<Record<SaidView["by"], string>> = {
  server: "Antwort des Servers im Wortlaut:",
  certificate: "Aussteller des Zertifikats, das der Server vorlegte, im Wortlaut:",
};
